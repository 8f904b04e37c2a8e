import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenDay, type PossibleDay } from '../../../src/domain/balance/choose-day.ts';
import { shareOfDay } from '../../../src/domain/balance/easy-days.ts';
import { weekdayOf } from '../../../src/kernel/study-day.ts';
import { dayInRange } from '../../../src/domain/memory/fuzz.ts';

const FRACTIONS = Array.from({ length: 400 }, (_, at) => (at + 0.5) / 400);

/** Days from 100 on; what is not said is alike. */
function days(parts: readonly Partial<PossibleDay>[]): PossibleDay[] {
  return parts.map((part, at) => ({
    day: 100 + at,
    share: 1,
    due: 0,
    fromSibling: Number.POSITIVE_INFINITY,
    ...part,
  }));
}

/** How often of 400 evenly spread chances each day is taken. */
function taken(possible: readonly PossibleDay[]): number[] {
  const counts = possible.map(() => 0);
  for (const fraction of FRACTIONS) {
    const at = possible.findIndex(({ day }) => day === chosenDay(possible, fraction));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

const meanDay = (counts: readonly number[]): number =>
  counts.reduce((sum, count, at) => sum + count * at, 0) / FRACTIONS.length;

test('[BALANCE-1] where all days are alike it is the day of fuzz alone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 500 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (length, due, fraction) => {
        const alike = days(Array.from({ length }, () => ({ due })));
        expect(chosenDay(alike, fraction)).toBe(dayInRange([100, 99 + length], fraction));
      },
    ),
  );
});

test('[BALANCE-1] whatever is due, the day is one of those that are possible', () => {
  const possible = fc.record({
    share: fc.constantFrom(0, 0.5, 1),
    due: fc.integer({ min: 0, max: 100_000 }),
    fromSibling: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY),
  });
  fc.assert(
    fc.property(
      fc.array(possible, { minLength: 1, maxLength: 400 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (parts, fraction) => {
        const given = days(parts);
        const chosen = chosenDay(given, fraction);
        expect(given.map(({ day }) => day)).toContain(chosen);
        expect(chosenDay(given, fraction)).toBe(chosen);
      },
    ),
  );
});

test('[BALANCE-3] a day with twice as many is taken 8 times more rarely', () => {
  const [first = 0, second = 0, third = 0] = taken(days([{ due: 19 }, { due: 9 }, { due: 19 }]));
  expect(second / first).toBeCloseTo(8, 0);
  expect(third).toBe(first);
});

test('[BALANCE-3] emptier days far ahead make intervals a quarter of a day longer on average at most', () => {
  const falling = days([80, 60, 45, 30, 20, 12, 6].map((due) => ({ due })));
  const counts = taken(falling);
  expect(meanDay(counts)).toBeLessThan(3.3);
  expect(meanDay(counts)).toBeGreaterThan(3);
  // A full day in the midst of them is passed over all the same.
  const withOneFull = taken(falling.map((day, at) => (at === 3 ? { ...day, due: 90 } : day)));
  expect(withOneFull[3]).toBeLessThan((counts[3] ?? 0) / 3);
});

test('[BALANCE-4] a day to avoid is taken only where there is no other', () => {
  const avoid = { share: 0 };
  expect(taken(days([avoid, { due: 900 }, avoid]))).toEqual([0, 400, 0]);
  expect(taken(days([avoid, avoid]))).toEqual([200, 200]);
});

test('[BALANCE-4] a day with fewer is taken half as often, and is full with half as many', () => {
  const [less = 0, normal = 0] = taken(days([{ share: 0.5 }, {}, { share: 0.5 }]));
  expect(normal / less).toBeGreaterThan(8);
  // Half of what the others hold is as much as it may.
  const even = taken(days([{ share: 0.5, due: 49 }, { due: 99 }, { share: 0.5, due: 49 }]));
  expect(even).toEqual([100, 200, 100]);
});

test('[BALANCE-5] a sibling’s day is taken only where there is no other, and those beside it less', () => {
  const apart = [2, 1, 0, 1, 2].map((fromSibling) => ({ fromSibling }));
  const counts = taken(days(apart));
  expect(counts[2]).toBe(0);
  expect((counts[0] ?? 0) / (counts[1] ?? 1)).toBeCloseTo(2, 0);
  expect(taken(days([{ fromSibling: 0 }]))).toEqual([400]);
});

test('[BALANCE-4] weekdays begin with Monday, and what is not said is normal', () => {
  const monday = Date.UTC(2026, 10, 30) / 86_400_000;
  expect([0, 1, 6, 7].map((after) => weekdayOf(monday + after))).toEqual([0, 1, 6, 0]);
  expect(weekdayOf(-1)).toBe(2);
  expect(shareOfDay(undefined, monday)).toBe(1);
  expect(shareOfDay(['minimum'], monday)).toBe(0);
  expect(shareOfDay(['minimum'], monday + 1)).toBe(1);
  expect(shareOfDay(['normal', 'reduced'], monday + 1)).toBe(0.5);
});
