import fc from 'fast-check';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import type { Flag } from '../../../src/domain/collection/card.ts';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { packedLog } from '../../../src/domain/import/packed-log.ts';
import type { MediaName } from '../../../src/domain/media/media-file.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import type { CardId, DeckId, FieldId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { inReview, NEW, NOW, TODAY } from '../../support/collection.ts';

const DAY = 86_400_000;
const FOREIGN = { program: 'anki' as const, row: '{}' };

const ownType = (back: string, more: readonly string[]): NoteType => ({
  id: 'own-type' as NoteTypeId,
  name: 'Own',
  kind: 'standard',
  fields: ['text', 'front', 'back', ...more].map((id) => ({ id: id as FieldId, name: id })),
  templates: [
    { slot: 1, name: 'One', front: '{{front}}', back: '{{back}}' },
    ...(back === '' ? [] : [{ slot: 2, name: 'Two', front: '{{back}}', back }]),
  ],
  css: '',
  sortFieldId: 'front' as FieldId,
});

const type = fc
  .record({ back: fc.constantFrom('', '{{front}}'), more: fc.subarray(['extra']) })
  .map(({ back, more }) => ownType(back, more));

const entry = fc.record({
  atMillis: fc.nat(20).map((days) => NOW - days * DAY),
  grade: fc.nat(4),
  interval: fc.integer({ min: -600, max: 90 }),
  lastInterval: fc.nat(9),
  factor: fc.constantFrom(0, 2500),
  durationMillis: fc.nat(9000),
  type: fc.nat(5),
});

const schedule: fc.Arbitrary<Schedule> = fc.constantFrom(NEW, inReview(TODAY + 4), inReview(TODAY));

/** An import of anything among these notes and decks, whether or not it makes sense. */
export function anyImport(
  noteId: fc.Arbitrary<NoteId>,
  cardId: fc.Arbitrary<CardId>,
  deckId: fc.Arbitrary<DeckId>,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<Extract<OperationBody, { kind: 'import' }>> {
  const note = fc.record({
    id: noteId,
    deckId,
    noteTypeId: fc.constantFrom('cloze', 'reversed', 'own-type') as fc.Arbitrary<NoteTypeId>,
    fields: fc.record({ text, front: text, back: text }) as never,
    sections: fc.uniqueArray(fc.constantFrom('Even', 'Odd', 'odd::below'), { maxLength: 2 }),
    tags: fc.subarray(['marked', 'leech']),
    position: fc.nat(9),
    archived: fc.constant(false),
    addedAtMillis: fc.constant(NOW - DAY),
    editedAtMillis: fc.constant(NOW - DAY),
    foreign: fc.constant(FOREIGN),
  });
  const deck = fc.record({
    id: deckId,
    name: fc.constantFrom('One', 'Two'),
    presetId: fc.constantFrom('default', 'own'),
    sections: fc.constant(['Even']),
    source: fc.constant(''),
  });
  const card = fc.record({
    id: cardId,
    schedule,
    flag: fc.constantFrom<Flag>(0, 3),
    suspended: fc.boolean(),
    buriedUntil: fc.constantFrom(0, TODAY + 1),
  });
  const pastLog = fc.record({
    id: cardId,
    utcOffsetMinutes: fc.constantFrom(0, -300),
    rolloverHour: fc.constantFrom(0, 4),
    packed: fc.array(entry, { maxLength: 3 }).map(packedLog),
  });
  const file = fc.record({
    id: fc.constantFrom('a.png', 'b.png') as unknown as fc.Arbitrary<MediaName>,
    sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
    bytes: fc.constant(3),
    type: fc.constant('image/png'),
    addedAtMillis: fc.constant(NOW),
  });
  const once = <Row extends { readonly id: string }>(row: fc.Arbitrary<Row>, maxLength: number) =>
    fc.uniqueArray(row, { maxLength, selector: ({ id }) => id });
  return fc.record({
    kind: fc.constant('import' as const),
    fileName: fc.constant('some.apkg'),
    types: once(type, 1),
    presets: once(fc.constant({ ...DEFAULT_PRESET, id: 'own', name: 'Own' }), 1),
    decks: once(deck, 2),
    notes: once(note, 3),
    cards: once(card, 4),
    pastLogs: once(pastLog, 3),
    media: once(file, 1),
    settings: fc.constant({ foreign: FOREIGN }),
    theirs: fc.uniqueArray(noteId, { maxLength: 2 }),
    replaced: fc.uniqueArray(noteId, { maxLength: 1 }),
  }) as fc.Arbitrary<Extract<OperationBody, { kind: 'import' }>>;
}
