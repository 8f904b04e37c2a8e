import { expect, test } from 'vitest';
import type { Review } from '../../../src/domain/collection/review.ts';
import type { OperationId } from '../../../src/kernel/ids.ts';
import { historyHash, takenBackRows } from '../../../src/log/replay/state-hash.ts';

const [ONE, TWO, UNDO] = ['a:1', 'a:2', 'a:3'] as [OperationId, OperationId, OperationId];
const review = (cardId: string): Review => ({ operationId: ONE, cardId }) as Review;

test('[LOG-18] of what was taken back, an answer names the card whose history it left', () => {
  const undone = new Map([
    [ONE, UNDO],
    [TWO, UNDO],
  ]);
  const rows = takenBackRows(undone, (target) => (target === ONE ? review('n/1') : undefined));
  expect(rows).toEqual([
    { target: ONE, by: UNDO, cardId: 'n/1' },
    { target: TWO, by: UNDO },
  ]);
  expect(takenBackRows(new Map(), () => review('n/1'))).toEqual([]);
});

test('[LOG-5] the fingerprint of the past tells answers, what was taken back, and by whom', () => {
  const hashes = [
    historyHash([], []),
    historyHash([review('n/1')], []),
    historyHash([review('n/2')], []),
    historyHash([], [{ target: ONE, by: UNDO }]),
    historyHash([], [{ target: ONE, by: TWO }]),
    historyHash([], [{ target: ONE, by: UNDO, cardId: 'n/1' }]),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(historyHash([review('n/1')], [])).toBe(hashes[1]);
});
