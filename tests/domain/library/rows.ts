import fc from 'fast-check';
import type { Card, Flag } from '../../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
} from '../../../src/domain/collection/deck.ts';
import type { Note } from '../../../src/domain/content/note.ts';
import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import { BASIC } from '../../../src/domain/content/stock.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { LibraryIndex } from '../../../src/domain/library/library-index.ts';
import type { Change, TableName, Tables } from '../../../src/domain/collection/rows.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import { aCard, inLearning, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';

export const CLOCK = { atMillis: NOW, utcOffsetMinutes: 0 };
const DAY = 86_400_000;

/** The rows of a collection by table and id, as a database would hold them. */
export type Held = { readonly [T in TableName]: Map<string, Tables[T]> };

export function nothingHeld(): Held {
  const tables = {
    decks: new Map(),
    presets: new Map(),
    settings: new Map(),
    notes: new Map(),
    cards: new Map(),
    noteTypes: new Map(),
    media: new Map(),
    searches: new Map(),
    graves: new Map(),
    overlays: new Map(),
    cramAnswers: new Map(),
    pastLogs: new Map(),
  };
  return tables;
}

/** A change of one row, from what is held to `after`, which is held from now on. */
export function change<T extends TableName>(
  held: Held,
  table: T,
  key: string,
  after: Tables[T] | undefined,
): Change {
  const rows = held[table] as Map<string, Tables[T]>;
  const before = rows.get(key);
  if (after === undefined) rows.delete(key);
  else rows.set(key, after);
  return { table, key, before, after } as unknown as Change;
}

/** An index of all that is held, built at once. */
export function indexOf(held: Held): LibraryIndex {
  const index = new LibraryIndex();
  const all = (Object.keys(held) as TableName[]).flatMap((table) =>
    [...held[table]].map(
      ([key, after]) => ({ table, key, before: undefined, after }) as unknown as Change,
    ),
  );
  index.change(all);
  return index;
}

export const OWN_TYPE: NoteType = {
  ...BASIC,
  id: 'own' as NoteTypeId,
  name: 'Drug card',
  fields: [{ id: 'front', name: 'Drug' }] as unknown as NoteType['fields'],
  sortFieldId: 'front' as NoteType['sortFieldId'],
};

export function aRowNote(id: string, texts: readonly string[], more: Partial<Note> = {}): Note {
  return {
    id: id as NoteId,
    deckId: 'd0' as DeckId,
    noteTypeId: BASIC.id,
    fields: { front: texts[0] ?? '', back: texts[1] ?? '' } as FieldTexts,
    sections: [],
    tags: [],
    position: 0,
    archived: false,
    addedAtMillis: NOW,
    editedAtMillis: NOW,
    ...more,
  };
}

export function aDeck(id: string, name: string, presetId = DEFAULT_PRESET.id): Deck {
  return { id: id as DeckId, name, presetId, sections: [], source: '' };
}

const noteIds = fc.constantFrom('n0', 'n1', 'n2', 'n3', 'n4', 'n5');
const deckIds = fc.constantFrom('d0', 'd1', 'd2').map((id) => id as DeckId);
const texts = fc.constantFrom(
  'dose',
  'Dose 10',
  'dose 9',
  '',
  'é',
  '<b>x</b>',
  'e',
  'α dose',
  '{{c1::x::hint}}',
);

const notes = fc
  .record({
    id: noteIds,
    deckId: deckIds,
    noteTypeId: fc.constantFrom('basic', 'cloze', 'own').map((id) => id as NoteTypeId),
    texts: fc.array(texts, { minLength: 3, maxLength: 3 }),
    sections: fc.uniqueArray(fc.constantFrom('A', 'A::B', 'A::C', 'b'), { maxLength: 2 }),
    tags: fc.uniqueArray(fc.constantFrom('marked', 'leech'), { maxLength: 1 }),
    daysAgo: fc.nat(4),
  })
  .map(({ texts, daysAgo, ...note }) => ({
    ...aRowNote(note.id, [], { addedAtMillis: NOW - daysAgo * DAY }),
    ...note,
    id: note.id as NoteId,
    fields: { front: texts[0], back: texts[1], text: texts[2] } as unknown as FieldTexts,
  }));

const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant<Schedule>(NEW),
  fc.integer({ min: -3, max: 3 }).map((hours): Schedule => inLearning(NOW + hours * 3_600_000)),
  fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 9 }))
    .map(
      ([day, intervalDays]): Schedule => inReview(TODAY + day, { intervalDays, lapses: day & 1 }),
    ),
);

const cards = fc
  .record({
    note: noteIds,
    slot: fc.integer({ min: 1, max: 11 }),
    deckId: deckIds,
    schedule: schedules,
    flag: fc.integer({ min: 0, max: 7 }),
    position: fc.nat(5),
    suspended: fc.boolean(),
    buriedUntil: fc.constantFrom(0, TODAY + 1),
    absent: fc.constantFrom(false, false, true),
  })
  .map(
    ({ note, slot, flag, ...card }): Card => ({
      ...aCard(`${note}/${slot}`, card),
      flag: flag as Flag,
    }),
  );

const GENTLE: Preset = { ...DEFAULT_PRESET, id: 'gentle', name: 'Gentle', desiredRetention: 0.8 };

/** One row written or deleted; rows of one id come again and again. */
export const edits: fc.Arbitrary<(held: Held) => Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: notes.map((note) => (held: Held) => change(held, 'notes', note.id, note)),
  },
  {
    weight: 9,
    arbitrary: cards.map((card) => (held: Held) => change(held, 'cards', card.id, card)),
  },
  noteIds.map((id) => (held: Held) => change(held, 'notes', id, undefined)),
  fc.tuple(noteIds, fc.integer({ min: 1, max: 3 })).map(([id, slot]) => (held: Held) => {
    return change(held, 'cards', `${id}/${slot}` as CardId, undefined);
  }),
  fc
    .tuple(deckIds, fc.constantFrom('Neurology', 'Neurology::MS', 'Other', undefined), fc.boolean())
    .map(([id, name, isGentle]) => (held: Held) => {
      const deck = name && aDeck(id, name, isGentle ? 'gentle' : DEFAULT_PRESET.id);
      return change(held, 'decks', id, deck);
    }),
  fc
    .constantFrom(GENTLE, { ...GENTLE, name: 'Kind' }, undefined)
    .map((preset) => (held: Held) => change(held, 'presets', 'gentle', preset)),
  fc
    .constantFrom(OWN_TYPE, { ...OWN_TYPE, name: 'Remedy', fields: BASIC.fields }, undefined)
    .map((type) => (held: Held) => change(held, 'noteTypes', 'own', type)),
  fc
    .constantFrom(4, 10)
    .map(
      (rolloverHour) => (held: Held) =>
        change(held, 'settings', 'study', { ...DEFAULT_STUDY_SETTINGS, rolloverHour }),
    ),
  fc
    .constantFrom({ id: 's', name: 'Mine', text: 'is:due' }, undefined)
    .map((search) => (held: Held) => change(held, 'searches', 's', search)),
);
