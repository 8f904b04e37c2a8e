import { expect, test } from 'vitest';
import { oneReviewToday } from '../../../src/domain/planner/one-review.ts';
import { inputOf } from './inputs.ts';

const meansWith = (weights: readonly number[]) => {
  const targets = weights.map((weight, at) => ({ day: 3 + 5 * at, weight }));
  const options = { seed: 3, cards: 40, days: 12, minutes: 5, groups: [{ targets }] };
  const { meanWithout, gain } = oneReviewToday(inputOf(options));
  return [...meanWithout, ...gain];
};

test('[PLAN-8][EXAM-24] targets that all count nothing count alike', () => {
  expect(meansWith([0, 0])).toEqual(meansWith([2, 2]));
  expect(meansWith([0, 0]).every(Number.isFinite)).toBe(true);
  expect(meansWith([1, 0])).not.toEqual(meansWith([1, 1]));
});
