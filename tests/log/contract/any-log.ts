import fc from 'fast-check';
import type {
  CramId,
  OverlayId,
  CardId,
  DeckId,
  DeviceId,
  NoteId,
  NoteTypeId,
  OperationId,
} from '../../../src/kernel/ids.ts';
import type { Operation, OperationBody } from '../../../src/log/operation.ts';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import type { MediaName } from '../../../src/domain/media/media-file.ts';
import { operationIdOf } from '../../../src/kernel/ids.ts';
import { anyImport } from './any-import.ts';
import { anyTakeBack } from './any-take-back.ts';
import { anyRarer } from './any-rarer.ts';
import { anOperation, NOW, TODAY } from '../../support/collection.ts';

/** What a log of several devices may hold, whether or not it makes sense. */
const DEVICES = ['device-a', 'device-b', 'phone'] as DeviceId[];
const DECKS = ['d1', 'd2'] as DeckId[];
const NOTES = ['d1:one', 'd1:two', 'd2:one'] as NoteId[];
const CARDS = NOTES.flatMap((id) => [`${id}/1`, `${id}/2`]) as CardId[];

const deckId = fc.constantFrom(...DECKS);
const noteId = fc.constantFrom(...NOTES);
const cardId = fc.constantFrom(...CARDS);
const section = fc.constantFrom('Even', 'Odd', 'Odd::Below', 'New');
const text = fc.constantFrom('{{c1::one}} {{c2::two}}', '{{c1::one}}', '{{c2::two}}', 'nothing');

/** Any operation's id that such a log might have. */
const anyId = fc
  .record({ device: fc.constantFrom(...DEVICES), counter: fc.nat(25) })
  .map(({ device, counter }) => operationIdOf(device, counter));

const newNote = fc.record({
  id: noteId,
  deckId,
  noteTypeId: fc.constantFrom('cloze', 'reversed') as fc.Arbitrary<NoteTypeId>,
  fields: fc.record({ text, front: text, back: text }),
  sections: fc.array(section, { maxLength: 2 }),
});

const imported = anyImport(noteId, cardId, deckId, text);

type Plain = Exclude<OperationBody, { kind: 'undo' | 'redo' }>;
const body: fc.Arbitrary<Plain> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('create-deck' as const),
      deckId,
      name: fc.constantFrom('One', 'Two', 'One::Below'),
      presetId: fc.constant('default'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add-notes' as const),
      notes: fc.array(newNote, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      cardId,
      grade: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
      durationMillis: fc.nat(70_000),
      repsBefore: fc.nat(2),
    }),
  },
  { weight: 8, arbitrary: imported },
  { weight: 3, arbitrary: anyTakeBack(imported, noteId, cardId, deckId) },
  { weight: 10, arbitrary: anyRarer(noteId, cardId, deckId, text) },
  fc.record({
    kind: fc.constant('flag' as const),
    cardIds: fc.array(cardId, { minLength: 1, maxLength: 3 }),
    flag: fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>,
  }),
  fc.record({
    kind: fc.constant('suspend' as const),
    cardIds: fc.array(cardId, { minLength: 1, maxLength: 3 }),
    suspended: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('rename-decks' as const),
    names: fc.array(fc.record({ deckId, name: fc.constantFrom('One', 'Two', 'Three') }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant('delete-decks' as const),
    deckIds: fc.array(deckId, { minLength: 1, maxLength: 2 }),
    noteIds: fc.uniqueArray(noteId),
  }),
  fc.record({
    kind: fc.constant('move-notes' as const),
    noteIds: fc.uniqueArray(noteId, { minLength: 1 }),
    deckId,
  }),
  fc.record({
    kind: fc.constant('rename-section' as const),
    noteIds: fc.uniqueArray(noteId, { minLength: 1 }),
    from: section,
    to: section,
  }),
  fc.record({
    kind: fc.constant('edit-notes' as const),
    edits: fc.array(fc.record({ noteId, fields: fc.record({ text }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant('change-type' as const),
    noteIds: fc.uniqueArray(noteId, { minLength: 1 }),
    noteTypeId: fc.constantFrom('cloze', 'reversed') as fc.Arbitrary<NoteTypeId>,
    fields: fc.constant({}),
    slots: fc.constantFrom({ 1: 2, 2: 1 }, { 1: 1 }),
  }),
  fc.record({
    kind: fc.constant('delete-notes' as const),
    noteIds: fc.uniqueArray(noteId, { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('forget' as const),
    cardIds: fc.array(cardId, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    noteIds: fc.uniqueArray(noteId, { minLength: 1 }),
    add: fc.array(fc.constantFrom('New', 'marked', 'leech'), { maxLength: 2 }),
    remove: fc.array(section, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('archive' as const),
    noteIds: fc.uniqueArray(noteId, { minLength: 1 }),
    archived: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('set-due' as const),
    cardIds: fc.array(cardId, { minLength: 1, maxLength: 3 }),
    dueDay: fc.constantFrom(TODAY, TODAY + 5),
    spreadDays: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('reschedule' as const),
    cardIds: fc.array(cardId, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('release' as const),
    cardIds: fc.array(cardId, { minLength: 1, maxLength: 3 }),
    newPerDay: fc.nat(2),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('cram-answer' as const),
      cramId: fc.constant('c' as CramId),
      cardId,
      grade: fc.constantFrom(1, 3) as fc.Arbitrary<1 | 3>,
      durationMillis: fc.nat(9000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settle-cram' as const),
      answerIds: fc.uniqueArray(anyId, { minLength: 1, maxLength: 4 }),
      cardIds: fc.uniqueArray(cardId, { minLength: 1, maxLength: 2 }),
      isAccepted: fc.boolean(),
    }),
  },
  fc.record({
    kind: fc.constant('set-preset' as const),
    preset: fc
      .record({ burySiblings: fc.boolean(), leechThreshold: fc.nat(2), fuzz: fc.boolean() })
      .map((changed) => ({ ...DEFAULT_PRESET, ...changed })),
  }),
  fc.record({
    kind: fc.constant('save-options' as const),
    preset: fc.constant({ ...DEFAULT_PRESET, id: 'own', name: 'Own' }),
    decks: fc.uniqueArray(deckId),
  }),
  fc.record({
    kind: fc.constant('delete-preset' as const),
    presetId: fc.constantFrom('own', 'default'),
  }),
  fc.record({
    kind: fc.constant('save-search' as const),
    search: fc.record({
      id: fc.constantFrom('s', 't'),
      name: fc.constantFrom('', 'Due'),
      text: fc.constant('is:due'),
    }),
  }),
  fc.record({ kind: fc.constant('delete-search' as const), searchId: fc.constantFrom('s', 't') }),
  fc.record({
    kind: fc.constant('set-overlay' as const),
    overlay: fc.record({
      kind: fc.constant('catch-up' as const),
      id: fc.constantFrom('o', 'p') as unknown as fc.Arbitrary<OverlayId>,
      name: fc.constant('Catch-up'),
      isOn: fc.boolean(),
      fromDay: fc.constant(TODAY),
      spreadDays: fc.integer({ min: 1, max: 9 }),
    }),
  }),
  fc.record({
    kind: fc.constant('delete-overlay' as const),
    overlayId: fc.constantFrom('o', 'p') as unknown as fc.Arbitrary<OverlayId>,
  }),
  fc.record({
    kind: fc.constant('add-media' as const),
    files: fc.array(
      fc.record({
        id: fc.constantFrom('a.png', 'b.png') as unknown as fc.Arbitrary<MediaName>,
        sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
        bytes: fc.constant(3),
        type: fc.constant('image/png'),
        addedAtMillis: fc.constant(NOW),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('rename-media' as const),
    renames: fc.constantFrom([{ from: 'a.png', to: 'b.png' }], [{ from: 'b.png', to: 'c.png' }]),
    edits: fc.array(fc.record({ noteId, fields: fc.record({ text }) }), { maxLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('delete-media' as const),
    names: fc.uniqueArray(fc.constantFrom('a.png', 'b.png', 'c.png'), { minLength: 1 }),
  }),
) as fc.Arbitrary<Plain>;

const step = fc.record({
  device: fc.nat(DEVICES.length - 1),
  /** Whether an undo or a redo, and of which earlier operation, counted back from the newest. */
  turn: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('undo', 'undo', 'redo'), back: fc.nat(6) }),
    },
  ),
  body,
  waitMinutes: fc.nat(3000),
  /** The step was lost on the way: its device goes on with the next number. */
  isLost: fc.integer({ min: 0, max: 11 }).map((each) => each === 0),
  /** It came twice. */
  isTwice: fc.integer({ min: 0, max: 7 }).map((each) => each === 0),
});

/** Logs in log order, of one device or of several, with what an unsound one may hold. */
export function anyLog(most = 30): fc.Arbitrary<Operation[]> {
  return fc
    .record({ steps: fc.array(step, { minLength: 1, maxLength: most }), isOfOne: fc.boolean() })
    .map(({ steps, isOfOne }) => {
      const counters = new Map<DeviceId, number>();
      const log: Operation[] = [];
      const given: OperationId[] = [];
      let atMillis = NOW;
      for (const { device, turn, body: plain, waitMinutes, isLost, isTwice } of steps) {
        atMillis += waitMinutes * 60_000 + 1;
        const deviceId = (isOfOne ? DEVICES[0] : DEVICES[device]) as DeviceId;
        const counter = counters.get(deviceId) ?? 0;
        counters.set(deviceId, counter + 1);
        const target = turn && given[given.length - 1 - turn.back];
        const operation = stamped(
          turn && target ? ({ kind: turn.kind, target } as OperationBody) : plain,
          deviceId,
          counter,
          atMillis,
        );
        given.push(operation.id);
        if (!isLost) log.push(operation);
        if (isTwice && !isLost) log.push(operation);
      }
      return log;
    });
}

export function stamped(
  body: OperationBody,
  deviceId: DeviceId,
  counter: number,
  atMillis: number,
): Operation {
  return anOperation(body, counter, (atMillis - NOW) / 60_000, deviceId);
}
