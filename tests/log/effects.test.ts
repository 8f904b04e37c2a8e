import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import type { NoteDraft } from '../../src/domain/content/note.ts';
import { FIELD } from '../../src/domain/content/stock.ts';
import type { CardId, DeckId, NoteId, OperationId } from '../../src/kernel/ids.ts';
import { effectsOf, reachOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { operationWord } from '../../src/log/operation.ts';
import { inverseOf, type Rows } from '../../src/domain/collection/rows.ts';
import { canonical } from '../../src/kernel/canonical.ts';
import { aCard, aNote, anOperation, inReview, NEW, rowsOf, TODAY } from '../support/collection.ts';

const note = aNote('a', [1, 2]);
const one = `${note.id}/1` as CardId;
const two = `${note.id}/2` as CardId;
const reviewed = aCard(one, { schedule: inReview(TODAY), buriedUntil: TODAY + 1, flag: 2 });

function changed(body: OperationBody, rows: Rows = rowsOf([note], [reviewed])) {
  const result = effectsOf(anOperation(body), rows);
  if (!result.ok) throw new Error(result.problem.what);
  return Object.fromEntries(result.value.changes.map(({ key, after }) => [key, after]));
}

const bodies: readonly OperationBody[] = [
  {
    kind: 'load-deck',
    deckId: 'deck' as DeckId,
    name: 'Deck',
    source: '',
    drafts: [aNote('b', [1]).fromFile as NoteDraft],
    archive: [note.id],
    keep: [],
    restore: [],
  },
  { kind: 'answer', cardId: one, grade: 3, durationMillis: 1, repsBefore: 3 },
  { kind: 'edit-notes', edits: [{ noteId: note.id, fields: { [FIELD.text]: '{{c1::x}}' } }] },
  { kind: 'mark', noteIds: [note.id], marked: true },
  { kind: 'archive', noteIds: [note.id], archived: true },
  { kind: 'suspend', cardIds: [one], suspended: true },
  { kind: 'bury', cardIds: [one], until: TODAY + 1 },
  { kind: 'flag', cardIds: [one], flag: 4 },
  { kind: 'set-due', cardIds: [one], dueDay: TODAY + 3 },
  { kind: 'forget', cardIds: [one] },
  { kind: 'redate', cardIds: [one] },
  { kind: 'set-preset', preset: { ...DEFAULT_PRESET, newPerDay: 3 } },
  {
    kind: 'take-over',
    rows: [{ table: 'cards', row: { ...reviewed, flag: 5 } }],
    gone: [{ table: 'notes', key: note.id }],
  },
];

describe('every kind of operation', () => {
  test.each(bodies)('[LOG-1] $kind is plain data that survives JSON unchanged', (body) => {
    expect(JSON.parse(JSON.stringify(body))).toEqual(body);
    expect(structuredClone(body)).toEqual(body);
    expect(operationWord(body)).toMatch(/^[a-z ]+$/);
  });

  test.each(bodies)(
    '[LOG-5] $kind gives the same effects again, and leaves its rows alone',
    (body) => {
      const rows = rowsOf([note], [reviewed]);
      const before = canonical([...rows.cards, ...rows.notes]);
      expect(effectsOf(anOperation(body), rows)).toEqual(effectsOf(anOperation(body), rows));
      expect(canonical([...rows.cards, ...rows.notes])).toBe(before);
    },
  );

  test.each(bodies)(
    '[LOG-17] $kind says what each row was, so that it can be taken back',
    (body) => {
      const rows = rowsOf([note], [reviewed]);
      const result = effectsOf(anOperation(body), rows);
      if (!result.ok) throw new Error(result.problem.what);
      for (const change of result.value.changes) {
        const table: ReadonlyMap<string, unknown> = rows[change.table];
        expect(change.before).toEqual(table.get(change.key));
      }
      const back = inverseOf(inverseOf(result.value.changes));
      expect(back).toEqual(result.value.changes);
    },
  );

  test.each(bodies)('[LOG-5] $kind sees everything it changes through its reach', (body) => {
    const reach = reachOf(body);
    const noteIds = new Set<string>(reach.noteIds);
    for (const cardId of reach.cardIds ?? []) noteIds.add(cardId.split('/')[0] ?? '');
    for (const key of Object.keys(changed(body))) {
      const isSetting = key === DEFAULT_PRESET.id || key === reach.notesOfDeck;
      const isInDeck = reach.notesOfDeck !== undefined && key.startsWith(`${reach.notesOfDeck}:`);
      expect(isSetting || isInDeck || noteIds.has(key.split('/')[0] ?? '')).toBe(true);
    }
  });
});

test('[LOG-7] what names only cards or notes that are gone is refused', () => {
  const gone = ['x:y/1' as CardId];
  const refused: OperationBody[] = [
    { kind: 'suspend', cardIds: gone, suspended: true },
    { kind: 'bury', cardIds: gone, until: TODAY + 1 },
    { kind: 'flag', cardIds: gone, flag: 1 },
    { kind: 'set-due', cardIds: gone, dueDay: TODAY },
    { kind: 'forget', cardIds: gone },
    { kind: 'redate', cardIds: gone },
    { kind: 'mark', noteIds: ['x:y' as NoteId], marked: true },
    { kind: 'edit-notes', edits: [{ noteId: 'x:y' as NoteId, fields: note.fields }] },
    { kind: 'undo', target: 'device-a:0000000000' as OperationId },
  ];
  for (const body of refused)
    expect([body.kind, changedOrRefused(body)]).toEqual([body.kind, false]);
});

function changedOrRefused(body: OperationBody): boolean {
  return effectsOf(anOperation(body), rowsOf([note])).ok;
}

describe('what is done to cards by hand', () => {
  test('[CARD-1] setting due and forgetting bring a buried card back, and keep its flag', () => {
    const due = changed({ kind: 'set-due', cardIds: [one], dueDay: TODAY + 3 });
    expect(due[one]).toMatchObject({ buriedUntil: 0, flag: 2, schedule: { dueDay: TODAY + 3 } });
    const forgotten = changed({ kind: 'forget', cardIds: [one] });
    expect(forgotten[one]).toEqual({ ...reviewed, schedule: NEW, buriedUntil: 0 });
  });

  test('[LOG-17] several cards change together, each once, and nothing else of them', () => {
    const cardIds = [one, two, one];
    expect(changed({ kind: 'suspend', cardIds, suspended: true })).toEqual({
      [one]: { ...reviewed, suspended: true },
      [two]: { ...aCard(two), suspended: true },
    });
    expect(changed({ kind: 'flag', cardIds, flag: 7 })).toMatchObject({
      [one]: { flag: 7, suspended: false },
      [two]: { flag: 7, schedule: NEW },
    });
  });

  test('[QUEUE-9] burying names the day of return, and 0 brings a card back at once', () => {
    expect(changed({ kind: 'bury', cardIds: [two], until: TODAY + 1 })).toEqual({
      [two]: { ...aCard(two), buriedUntil: TODAY + 1 },
    });
    expect(changed({ kind: 'bury', cardIds: [one], until: 0 })).toEqual({
      [one]: { ...reviewed, buriedUntil: 0 },
    });
  });

  test('[EXAM-21] burying by hand is told from other burying, until the card is brought back', () => {
    const until = TODAY + 1;
    const byHand = changed({ kind: 'bury', cardIds: [two], until, isByHand: true });
    expect(byHand).toEqual({ [two]: { ...aCard(two), buriedUntil: until, putAwayUntil: until } });
    const back = changed({ kind: 'bury', cardIds: [two], until: 0, isByHand: true });
    expect(back).toEqual({ [two]: { ...aCard(two), buriedUntil: 0 } });
  });
});
