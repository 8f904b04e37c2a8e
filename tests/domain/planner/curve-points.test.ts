import { expect, test } from 'vitest';
import { curveOf, factorFor, minutesCurve, plan } from '../../../src/domain/planner/plan.ts';
import { inputOf } from './inputs.ts';

const SMALL = inputOf({ seed: 4, cards: 12, days: 4, minutes: 1 });

test('[PLAN-5] a curve of no factors has no points, and one of no minutes is no study', () => {
  expect([...minutesCurve(SMALL, [])]).toEqual([]);
  const { withoutStudy } = plan(SMALL);
  const [none, less, broken] = minutesCurve(SMALL, [0, -1, Number.NaN]);
  for (const point of [none, less, broken]) expect(point).toBeCloseTo(withoutStudy, 9);
});

test('[PLAN-5] points stand in the order asked for, however they were found', () => {
  const up = minutesCurve(SMALL, [0.3, 1, 2.5]);
  const down = minutesCurve(SMALL, [2.5, 1, 0.3]);
  expect([...down]).toEqual([...up].reverse());
  expect(up[0]).toBeLessThan(up[1] ?? 0);
  expect(up[1]).toBeLessThan(up[2] ?? 0);
});

test('[PLAN-5] no minutes are needed for what is known without study', () => {
  const [known = 0] = minutesCurve(SMALL, [0]);
  expect(factorFor(SMALL, known)).toBe(0);
  expect(factorFor(SMALL, known - 0.1)).toBe(0);
  expect(factorFor(SMALL, known + 0.01)).toBeGreaterThan(0);
});

test('[PLAN-5] the factor is the least that gives the recall, nearly', () => {
  const [atOne = 0, atThree = 0] = minutesCurve(SMALL, [0.4, 3]);
  for (const [target, factor] of [
    [atOne, 0.4],
    [atThree, 3],
  ] as const) {
    const found = factorFor(SMALL, target) ?? 0;
    expect(found / factor).toBeGreaterThan(0.9);
    expect(found / factor).toBeLessThan(1.06);
  }
});

test('[PLAN-5] sixteen times the minutes are looked at, and no more', () => {
  const scarce = { ...SMALL, budgetSeconds: SMALL.budgetSeconds.map((seconds) => seconds / 20) };
  const [atTen = 0, atSixteen = 0, atForty = 0] = minutesCurve(scarce, [10, 15.5, 40]);
  expect(factorFor(scarce, atTen)).toBeGreaterThan(9);
  expect(factorFor(scarce, atSixteen)).toBeGreaterThan(15);
  expect(factorFor(scarce, atSixteen)).toBeLessThanOrEqual(16);
  expect(factorFor(scarce, (atSixteen + atForty) / 2)).toBeUndefined();
});

/** Mean recall of the one group at a point of the sample's curve. */
function meanAt(at: ReturnType<typeof curveOf>, factor: number): number {
  return at(factor).recall[0]?.[0] ?? Number.NaN;
}

test('[PLAN-5] the sample’s curve rises with the minutes, whatever point was found first', () => {
  const factors = [0.25, 0.5, 1, 2, 4];
  const up = curveOf(SMALL);
  const rising = factors.map((factor) => meanAt(up, factor));
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  expect(new Set(rising).size).toBe(factors.length);
  const mixed = curveOf(SMALL, plan(SMALL).prices);
  for (const at of [2, 0, 4, 1, 3]) {
    expect(meanAt(mixed, factors[at] ?? 0)).toBeCloseTo(rising[at] ?? 0, 2);
  }
});

test('[PLAN-5] at the minutes as they are a point of it is about what the plan says', () => {
  const made = plan(SMALL);
  const point = curveOf(SMALL, made.prices)(1);
  expect(point.prices).toHaveLength(SMALL.budgetSeconds.length);
  expect(point.recall[0]?.[0]).toBeCloseTo(made.predicted, 2);
});

test('[PLAN-5] a day off has the price of the day before it, at any point between others', () => {
  const at = curveOf({ ...SMALL, budgetSeconds: SMALL.budgetSeconds.with(1, 0) });
  for (const factor of [0.05, 400, 20, 0.2, 1]) {
    const { prices } = at(factor);
    expect(Math.min(...prices)).toBeGreaterThan(0);
    expect(Math.max(...prices)).toBeLessThan(1);
    expect(prices[1]).toBe(prices[0]);
    expect(meanAt(at, factor)).toBeGreaterThanOrEqual(meanAt(at, 0.05));
    expect(meanAt(at, factor)).toBeLessThanOrEqual(meanAt(at, 400));
  }
});

test('[PLAN-5] where no day has time no point has a price', () => {
  const at = curveOf({ ...SMALL, budgetSeconds: new Float64Array(4) });
  for (const factor of [1, 4, 2, 1.5]) expect([...at(factor).prices]).toEqual([0, 0, 0, 0]);
});
