import { expect, test } from 'vitest';
import { demandAt, marketOf } from '../../../../src/domain/planner/market/market.ts';
import { everyCell } from '../../../../src/domain/planner/market/reachable.ts';
import { expOfNegative, LEAST_EXPONENT } from '../../../../src/domain/planner/model/exponential.ts';
import { oneReviewToday } from '../../../../src/domain/planner/one-review.ts';
import { type Collection, inputOf } from '../inputs.ts';

const GROUPS = [
  { targets: [{ day: 10, weight: 1 }] },
  {
    targets: [
      { day: 4, weight: 0.5 },
      { day: 10, weight: 2 },
    ],
  },
];

function marketWith(more: Partial<Collection>) {
  const input = inputOf({ seed: 6, cards: 90, days: 10, minutes: 3, groups: GROUPS, ...more });
  return marketOf(input, oneReviewToday(input).recallWithout);
}

test.each([0, 0.5, 1])(
  '[PLAN-16] memories that no card can come to change nothing of what is asked for, %d unseen',
  (unseen) => {
    const market = marketWith({ unseen });
    const prices = Float64Array.from({ length: 10 }, (_, slot) => 0.001 + 0.0002 * slot);
    const every = GROUPS.map(() => everyCell(market.field));
    const some = demandAt(market, prices);
    const all = demandAt({ ...market, reach: every }, prices);
    expect(some.value).toBeCloseTo(all.value, 9);
    expect(some.loadSeconds[9]).toBeGreaterThan(0);
    some.loadSeconds.forEach((load, slot) => {
      expect(load).toBeCloseTo(all.loadSeconds[slot] ?? -1, 6);
    });
  },
);

test('[PLAN-16] new cards alone can come to less than half of all memories', () => {
  const market = marketWith({ unseen: 1 });
  const every = everyCell(market.field).cell.length;
  for (const { cell } of market.reach) {
    expect(cell.length).toBeGreaterThan(0);
    expect(cell.length).toBeLessThan(every / 2);
  }
});

test('[PLAN-16] chances are those of the exponential function', () => {
  for (let x = 0; x > LEAST_EXPONENT; x -= 0.00737) {
    expect(Math.abs(expOfNegative(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
  }
});
