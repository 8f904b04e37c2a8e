import { expect, test } from 'vitest';
import { factorFor, minutesCurve, plan } from '../../../src/domain/planner/plan.ts';
import { inputOf } from './inputs.ts';

const input = inputOf({ seed: 8, cards: 150, days: 21, minutes: 4 });

test('[PLAN-5] the curve of minutes rises from no study to the plan and beyond', () => {
  const factors = [2, 0, 0.25, 1, 0.5, 3, 1.01];
  const curve = minutesCurve(input, factors);
  const made = plan(input);
  expect(curve[1]).toBeCloseTo(made.withoutStudy, 9);
  expect(curve[3]).toBeCloseTo(made.predicted, 3);
  const rising = [1, 2, 4, 3, 6, 0, 5].map((at) => curve[at] ?? 0);
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  expect(new Set(rising).size).toBe(rising.length);
});

test('[PLAN-5] the factor for a recall gives that recall', () => {
  const [wanted = 0] = minutesCurve(input, [1.7]);
  const factor = factorFor(input, wanted);
  expect(factor).toBeGreaterThan(1.65);
  expect(factor).toBeLessThan(1.75);
  expect(factorFor(input, 0.01)).toBe(0);
  expect(factorFor(input, 1)).toBeUndefined();
});
