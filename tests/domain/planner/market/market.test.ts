import { expect, test } from 'vitest';
import { demandAt, marketOf } from '../../../../src/domain/planner/market/market.ts';
import { findPrices } from '../../../../src/domain/planner/market/prices.ts';
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

test('[PLAN-4] prices that fit are kept as they are, and others are brought to where loads fit', () => {
  const input = inputOf({ seed: 4, cards: 120, days: 8, minutes: 5 });
  const market = marketOf(input, oneReviewToday(input).recallWithout);
  const found = findPrices(market);
  expect(found.convergence).toBeLessThan(0.05);
  const again = findPrices(market, found.prices);
  expect(again.convergence).toBeLessThanOrEqual(0.05);
  again.prices.forEach((price, slot) => {
    expect(price / (found.prices[slot] ?? 1)).toBeCloseTo(1, 6);
  });
  const wild = findPrices(
    market,
    found.prices.map((price, slot) => price * (slot % 2 ? 40 : 0.02)),
  );
  expect(wild.convergence).toBeLessThan(0.05);
  const { budgetSeconds } = market.field.slots;
  wild.loadSeconds.forEach((load, slot) => {
    expect(load).toBeLessThan(1.2 * (budgetSeconds[slot] ?? 0));
  });
  const broken = findPrices(
    market,
    found.prices.map(() => Number.NaN),
  );
  expect(broken.convergence).toBeLessThan(0.05);
});

test('[PLAN-4] without time, and without cards that count, every price is nothing', () => {
  for (const more of [{ minutes: 0 }, { groups: [{ targets: [{ day: 8, weight: 0 }] }] }]) {
    const input = inputOf({ seed: 4, cards: 30, days: 8, minutes: 5, ...more });
    const market = marketOf(input, oneReviewToday(input).recallWithout);
    const { prices, loadSeconds, convergence } = findPrices(market);
    expect([...prices, ...loadSeconds].every((each) => each === 0)).toBe(true);
    expect(convergence).toBe(0);
  }
});
