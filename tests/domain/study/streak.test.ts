import { expect, test } from 'vitest';
import { firstMissed, streakOf } from '../../../src/domain/study/today/streak.ts';

const BREAK = (day: number) => day >= 90 && day <= 94;
const NO_DAY = () => false;

test('[TODAY-4] days in a row count, ending today or yesterday', () => {
  expect(streakOf([100, 99, 98, 96], 100)).toBe(3);
  expect(streakOf([99, 98, 96], 100)).toBe(2);
  expect(streakOf([98, 97], 100)).toBe(0);
  expect(streakOf([100], 100)).toBe(1);
  expect(streakOf([], 100)).toBe(0);
});

test('[TODAY-4] days after today, which a clock that ran ahead left, are passed over', () => {
  expect(streakOf([105, 101, 100, 99], 100)).toBe(2);
});

test('[TODAY-4] days of a break neither end the row nor count, unless something was answered', () => {
  expect(streakOf([96, 95, 89, 88], 96, BREAK)).toBe(4);
  expect(streakOf([96, 95, 92, 89], 96, BREAK)).toBe(4);
  expect(streakOf([96, 95, 88], 96, BREAK)).toBe(2);
  expect(streakOf([89, 88], 94, BREAK)).toBe(2);
  expect(streakOf([89, 88], 95, BREAK)).toBe(2);
  expect(streakOf([89, 88], 96, BREAK)).toBe(0);
  const inARow = (day: number) => day >= 85 && day <= 94;
  expect(streakOf([95, 84], 95, inARow)).toBe(2);
});

test('[TODAY-4] the day that ended a row is the newest without study or a break; never today', () => {
  expect(firstMissed(100, 99, 100, NO_DAY)).toBeUndefined();
  expect(firstMissed(100, 98, 100, NO_DAY)).toBe(99);
  expect(firstMissed(99, 98, 100, NO_DAY)).toBe(99);
  expect(firstMissed(95, 88, 100, BREAK)).toBe(95);
  expect(firstMissed(94, 88, 100, BREAK)).toBe(89);
  expect(firstMissed(94, 89, 100, BREAK)).toBeUndefined();
});
