import { describe, expect, test } from 'vitest';
import type { DeckId, NoteId } from '../../src/kernel/ids.ts';
import { effectsOf, reachOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { A_DECK, aNote, anOperation, DECK, rowsOf } from '../support/collection.ts';

const OTHER = 'other' as DeckId;
const ONE = aNote('a', [1]);
const TWO = aNote('b', [1], { deckId: OTHER });
const ROWS = {
  ...rowsOf([ONE, TWO]),
  decks: new Map([DECK, OTHER].map((id) => [id, { ...A_DECK, id }])),
};

/** The rows that a step changes, as 'table key' and what becomes of each. */
function changed(body: OperationBody): string[] {
  const result = effectsOf(anOperation(body), ROWS);
  if (!result.ok) throw new Error(result.problem.what);
  return result.value.changes.map(({ table, key, before, after }) => {
    const became = after === undefined ? 'goes' : before === undefined ? 'comes' : 'changes';
    return `${table} ${key} ${became}`;
  });
}

describe('[LOG-7] a deck that is deleted', () => {
  const noteIds = [ONE.id, TWO.id, 'gone' as NoteId];

  test('[LOG-7] takes its own notes along, and none that lie in another by now', () => {
    const own = changed({ kind: 'delete-decks', deckIds: [DECK], noteIds });
    expect(own.filter((each) => each.startsWith('notes'))).toEqual([`notes ${ONE.id} goes`]);
    expect(own).toContain('decks deck goes');
    expect(own.some((each) => each.includes(TWO.id))).toBe(false);
  });

  test('[LOG-7] or moves them, and them alone', () => {
    const own = changed({ kind: 'delete-decks', deckIds: [DECK], noteIds, moveTo: OTHER });
    expect(own.filter((each) => each.startsWith('notes'))).toEqual([`notes ${ONE.id} changes`]);
    expect(changed({ kind: 'delete-decks', deckIds: [DECK], noteIds: [], moveTo: OTHER })).toEqual([
      'decks deck goes',
      'graves deck:deck comes',
    ]);
  });

  test('[LOG-7] sees those notes, the decks and all overlays', () => {
    const body = { kind: 'delete-decks', deckIds: [DECK], noteIds: [ONE.id] } as const;
    const seen = { noteIds: [ONE.id], deckIds: [DECK], allOverlays: true };
    expect(reachOf({ ...body, deckIds: [DECK], noteIds: [ONE.id] })).toEqual(seen);
    expect(reachOf({ ...body, deckIds: [DECK], noteIds: [ONE.id], moveTo: OTHER })).toEqual({
      ...seen,
      deckIds: [DECK, OTHER],
    });
  });
});

test('[LOG-28] what is mended sees the rows that it puts and those that it takes away, by table', () => {
  const body = {
    kind: 'take-over',
    rows: [
      { table: 'notes', row: ONE },
      { table: 'decks', row: A_DECK },
      { table: 'searches', row: { id: 's', name: 'Mine', text: 'x' } },
    ],
    gone: [
      { table: 'cards', key: 'a/1' },
      { table: 'graves', key: 'deck:old' },
      { table: 'media', key: 'a.png' },
      { table: 'overlays', key: 'o' },
      { table: 'cramAnswers', key: 'c' },
    ],
  } as unknown as OperationBody;
  expect(reachOf(body)).toEqual({
    cardIds: ['a/1'],
    noteIds: [ONE.id],
    deckIds: [DECK, 'old'],
    mediaNames: ['a.png'],
    searchIds: ['s'],
    overlayIds: ['o'],
    cramAnswerIds: ['c'],
  });
});
