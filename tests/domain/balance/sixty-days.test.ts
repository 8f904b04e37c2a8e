import { expect, test } from 'vitest';
import type { EasyDays } from '../../../src/domain/balance/easy-days.ts';
import { mean, sixtyDays, unevenness } from './sixty-days.ts';

const EASY: EasyDays = ['normal', 'normal', 'reduced', 'normal', 'normal', 'normal', 'minimum'];

const chance = sixtyDays({ evenOut: false }, 1);
const even = sixtyDays({}, 1);
const easy = sixtyDays({ easyDays: EASY }, 1);

test('[BALANCE-3] over sixty days the reviews change from day to day by a third less than by chance', () => {
  expect(unevenness(even.reviews)).toBeLessThan(unevenness(chance.reviews) * 0.67);
});

test('[BALANCE-4] over sixty days easy weekdays have clearly fewer', () => {
  const normal = mean([0, 1, 3, 4, 5].map((weekday) => easy.byWeekday[weekday] ?? 0));
  expect(easy.byWeekday[2]).toBeLessThan(normal * 0.8);
  // What is left are intervals of a day or two, which are not fuzzed.
  expect(easy.byWeekday[6]).toBeLessThan(normal * 0.5);
});

test('[BALANCE-5] over sixty days two cards of a note come on one day clearly less often than by chance', () => {
  expect(even.withSibling).toBeLessThan(chance.withSibling * 0.75);
});

test.each([
  ['even days', even],
  ['easy weekdays', easy],
])(
  '[BALANCE-1][BALANCE-3] with %s no interval leaves its fuzz, and recall and work stay',
  (_, days) => {
    expect(days.outside).toBe(0);
    expect(Math.abs(days.meanRecall - chance.meanRecall)).toBeLessThan(0.003);
    const [work, before] = [days, chance].map(({ reviews }) => mean(reviews));
    expect(Math.abs((work ?? 0) / (before ?? 1) - 1)).toBeLessThan(0.05);
  },
);
