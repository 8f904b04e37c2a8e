import { describe, expect, test } from 'vitest';
import type { CardId, OperationId } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { LogReplay } from '../../../src/log/replay/replay.ts';
import { type Replayed, replayOperations } from '../../../src/log/replay/replay-all.ts';
import { NO_ROWS, type TableName } from '../../../src/domain/collection/rows.ts';
import { canonical } from '../../../src/kernel/canonical.ts';
import { stateHash } from '../../../src/log/replay/state-hash.ts';
import { aNote, anOperation, DECK } from '../../support/collection.ts';

const drafts = [aNote('a', [1, 2]), aNote('b', [1])].map(({ fromFile }) => fromFile ?? never());
const one = `${DECK}:a/1` as CardId;
const load: OperationBody = {
  kind: 'load-deck',
  deckId: DECK,
  name: 'Deck',
  source: '',
  drafts,
  archive: [],
  keep: [],
  restore: [],
};
const answer = (repsBefore: number): OperationBody => ({
  kind: 'answer',
  cardId: one,
  grade: 3,
  durationMillis: 1000,
  repsBefore,
});

function never(): never {
  throw new Error('a note without its file');
}
/** Numbers the operations; an undo names the number of its target. */
function replayed(...bodies: (OperationBody | { undo: number })[]): Replayed {
  const ids: OperationId[] = [];
  const operations = bodies.map((body, counter) => {
    const operation = anOperation(
      'undo' in body ? { kind: 'undo', target: ids[body.undo] ?? never() } : body,
      counter,
    );
    ids.push(operation.id);
    return operation;
  });
  return replayOperations(operations);
}

describe('replay', () => {
  test('[LOG-5] gives the same collection every time', () => {
    const bodies = [load, answer(0), { kind: 'forget' as const, cardIds: [one] }, answer(0)];
    expect(stateHash(replayed(...bodies))).toBe(stateHash(replayed(...bodies)));
    expect(replayed(...bodies).refused).toEqual([]);
  });

  test('[LOG-17] operations that were undone leave no trace in the rows, in any order of undos', () => {
    const plain = replayed(load);
    const undone = replayed(load, answer(0), answer(1), { undo: 2 }, { undo: 1 });
    expect(stateHash(undone)).toBe(stateHash(plain));
    expect(undone.undone.size).toBe(2);
    expect(undone.reviews.size).toBe(2);
    const again = replayed(load, answer(0), { undo: 1 }, answer(0));
    expect(again.cards.get(one)?.schedule.reps).toBe(1);
  });

  test('[LOG-7] operations that no longer apply are reported by id, and the others still hold', () => {
    const state = replayed(load, answer(7), { undo: 1 }, answer(0), { undo: 3 }, { undo: 3 });
    expect(state.refused.map(({ id }) => id.slice(-1))).toEqual(['1', '2', '5']);
    expect(stateHash(state)).toBe(stateHash(replayed(load)));
  });

  test('[LOG-17] an undone deck takes its notes, its cards and their siblings with it', () => {
    const state = replayed(load, { undo: 0 });
    expect([state.notes.size, state.cards.size, state.decks.size]).toEqual([0, 0, 0]);
    expect(replayed(load, { undo: 0 }, load, answer(0)).refused).toEqual([]);
  });
});

describe('the state hash', () => {
  const tables = (cards: [string, unknown][]) => ({
    ...(NO_ROWS as unknown as Record<TableName, [string, unknown][]>),
    cards,
  });

  test('[LOG-5] does not depend on the order of rows or of fields, nor on fields without a value', () => {
    const some = stateHash(
      tables([
        ['a', { x: 1, y: [1, 2] }],
        ['b', { z: 0 }],
      ]),
    );
    const same = stateHash(
      tables([
        ['b', { z: 0, w: undefined }],
        ['a', { y: [1, 2], x: 1 }],
      ]),
    );
    expect(same).toBe(some);
    expect(some).toMatch(/^[0-9a-f]{16}$/);
  });

  test('[LOG-5] depends on every value, key and table, and on the order in lists', () => {
    const hashes = [
      tables([]),
      tables([['a', { x: 1 }]]),
      tables([['a', { x: '1' }]]),
      tables([['b', { x: 1 }]]),
      tables([['a', { x: [1, 2] }]]),
      tables([['a', { x: [2, 1] }]]),
      { ...tables([]), notes: [['a', { x: 1 }]] as [string, unknown][] },
    ].map(stateHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('[LOG-5] canonical text is JSON with its fields sorted', () => {
    expect(canonical({ b: [{ d: null, c: 'é"' }], a: undefined })).toBe(
      '{"b":[{"c":"é\\"","d":null}]}',
    );
  });
});

test('[LOG-1] each step says what it came to, with the rows it changed and the answer’s review', () => {
  const replay = new LogReplay();
  const taken = (body: OperationBody, counter: number) => replay.take(anOperation(body, counter));
  const ids = [0, 1, 2, 3].map((counter) => anOperation(load, counter).id);
  const added = taken(load, 0);
  expect(added).toMatchObject({ is: 'applied', operation: { id: ids[0] } });
  expect(added).not.toHaveProperty('review');
  const answered = taken(answer(0), 1);
  expect(answered).toMatchObject({
    is: 'applied',
    review: { operationId: ids[1], cardId: one, grade: 3 },
  });
  expect(taken({ kind: 'undo', target: ids[1] ?? never() }, 2)).toMatchObject({
    is: 'undone',
    target: { id: ids[1] },
    review: { operationId: ids[1] },
  });
  expect(taken({ kind: 'redo', target: ids[1] ?? never() }, 3)).toMatchObject({
    is: 'redone',
    target: { id: ids[1] },
    review: { operationId: ids[1] },
  });
  expect(replay.take(anOperation({ kind: 'redo', target: ids[1] ?? never() }, 3))).toEqual({
    is: 'repeated',
    id: ids[3],
  });
  expect(replay.operations).toBe(4);
  expect(replay.refused).toEqual([]);
});
