import { expect, test } from 'vitest';
import { demandAt, marketOf } from '../../../../src/domain/planner/market/market.ts';
import { oneReviewToday } from '../../../../src/domain/planner/one-review.ts';
import { inputOf } from '../inputs.ts';

test('[PLAN-4] the load is what the values lose when a price rises, over all later reviews too', () => {
  const groups = [
    { targets: [{ day: 12, weight: 1 }] },
    {
      targets: [
        { day: 5, weight: 0.5 },
        { day: 12, weight: 2 },
      ],
    },
  ];
  const input = inputOf({ seed: 9, cards: 80, days: 12, minutes: 3, groups });
  const market = marketOf(input, oneReviewToday(input).recallWithout);
  const prices = Float64Array.from({ length: 12 }, (_, slot) => 0.002 + 0.0002 * slot);
  const { loadSeconds } = demandAt(market, prices);
  const step = 1e-7;
  for (let slot = 0; slot < 12; slot++) {
    const valueWith = (change: number) =>
      demandAt(market, prices.with(slot, (prices[slot] ?? 0) + change)).value;
    const slope = (valueWith(step) - valueWith(-step)) / (2 * step);
    expect(Math.abs(slope + (loadSeconds[slot] ?? 0))).toBeLessThan(
      0.002 * (1 + (loadSeconds[slot] ?? 0)),
    );
  }
  expect(loadSeconds[11]).toBeGreaterThan(10);
});
