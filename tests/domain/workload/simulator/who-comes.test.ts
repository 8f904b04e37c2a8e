import { expect, test } from 'vitest';
import { memoryModel } from '../../../../src/domain/planner/model/memory-model.ts';
import { DEFAULT_WEIGHTS } from '../../../../src/domain/memory/weights.ts';
import { RecallTable } from '../../../../src/domain/workload/simulator/recall-table.ts';
import { byPlace, placeIn } from '../../../../src/domain/workload/simulator/who-comes.ts';

const REVIEWS = [
  { overdueDays: 3, elapsedDays: 13, intervalDays: 10, recall: 0.85 },
  { overdueDays: 9, elapsedDays: 109, intervalDays: 100, recall: 0.89 },
  { overdueDays: 0, elapsedDays: 2, intervalDays: 2, recall: 0.9 },
  { overdueDays: 1, elapsedDays: 3, intervalDays: 2, recall: 0.8 },
];
type Order = Parameters<typeof placeIn>[0];

function inOrder(order: Order): number[] {
  const places = Uint16Array.from(REVIEWS, (review) => placeIn(order, review));
  return [...byPlace([0, 1, 2, 3], places)];
}

test('[SIM-2][QUEUE-4] reviews come in the order that is chosen', () => {
  expect(inOrder('due-then-random')).toEqual([1, 0, 3, 2]);
  expect(inOrder('least-retrievable-first')).toEqual([3, 0, 1, 2]);
  expect(inOrder('most-retrievable-first')).toEqual([2, 1, 0, 3]);
  expect(inOrder('most-overdue-first')).toEqual([3, 0, 1, 2]);
});

test('[SIM-2] what is out of all bounds has a place too', () => {
  const place = placeIn('due-then-random', {
    overdueDays: 1e6,
    elapsedDays: 1e6,
    intervalDays: 0,
    recall: 0,
  });
  expect([...byPlace([7], Uint16Array.of(place))]).toEqual([7]);
});

test('[SIM-4] recall from the table is that of FSRS', () => {
  const model = memoryModel(DEFAULT_WEIGHTS);
  const table = new RecallTable(model);
  for (const stability of [0.01, 0.5, 3, 40, 900, 36_500]) {
    for (const days of [0, 1, 2, 10, 365, 4000]) {
      // Nobody knows a card that was let go by for a thousand times its stability.
      if (days > 1000 * stability) continue;
      expect(table.recall(days, stability)).toBeCloseTo(model.recall(days, stability), 3.5);
    }
  }
});
