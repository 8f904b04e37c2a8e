import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import {
  fuzzed,
  fuzzFraction,
  fuzzRange,
  fuzzRangeOfRules1,
} from '../../../src/domain/memory/fuzz.ts';
import { answer, DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';

const runs = { seed: 20_261_101, numRuns: 5000 };
const FREE = { previousDays: 0, minimumDays: 1, maximumDays: 36_500 };

test('[MEMORY-12] the range follows the table of the field', () => {
  // One day, and 15 % of the part from 2.5 to 7 days, 10 % up to 20, 5 % beyond.
  const expected = [
    [1, 1, 1],
    [2, 2, 2],
    [3, 2, 4],
    [7, 5, 9],
    [10, 8, 12],
    [20, 17, 23],
    [100, 93, 107],
    [365, 345, 385],
  ] as const;
  for (const [days, shortest, longest] of expected) {
    expect(fuzzRange(days, FREE)).toEqual([shortest, longest]);
  }
});

test('[MEMORY-13] fuzz stays in its range, within the maximum, and at or above the order of grades', () => {
  const interval = fc.integer({ min: 1, max: 36_500 });
  const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(
      interval,
      interval,
      interval,
      interval,
      fraction,
      (days, previous, one, other, at) => {
        const limits = {
          previousDays: previous,
          minimumDays: Math.min(one, other),
          maximumDays: Math.max(one, other),
        };
        const [shortest, longest] = fuzzRange(days, limits);
        const result = fuzzed(days, at, limits);
        expect(Number.isInteger(result)).toBe(true);
        expect(result).toBeGreaterThanOrEqual(Math.max(shortest, limits.minimumDays));
        expect(result).toBeLessThanOrEqual(Math.min(longest, limits.maximumDays));
      },
    ),
    runs,
  );
});

test('[MEMORY-13] an interval that grew stays longer than the one before', () => {
  const interval = fc.integer({ min: 1, max: 3650 });
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      const limits = { ...FREE, previousDays: Math.min(one, other) };
      const grown = Math.max(one, other) + 1;
      expect(fuzzed(grown, 0, limits)).toBeGreaterThan(limits.previousDays);
    }),
    runs,
  );
});

test('[MEMORY-13] an interval that did not grow is not cut below the one before while that is in reach', () => {
  expect(fuzzRange(100, { ...FREE, previousDays: 104 })).toEqual([104, 111]);
  expect(fuzzRange(100, { ...FREE, previousDays: 108 })).toEqual([93, 107]);
});

test('[MEMORY-12] fuzz starts from the interval as FSRS gives it, and leaves a choice from three days on', () => {
  // Of 23.49 days after 6: Anki gives 20 to 27.
  expect(fuzzRange(23.49, { ...FREE, previousDays: 6 })).toEqual([20, 27]);
  expect(fuzzRange(23, { ...FREE, previousDays: 6 })).toEqual([20, 26]);
  expect(fuzzRange(2.49, FREE)).toEqual([2, 2]);
  expect(fuzzRange(2.5, FREE)).toEqual([2, 4]);
  expect(fuzzRange(4, { ...FREE, minimumDays: 5 })).toEqual([5, 6]);
  expect(fuzzRange(3, { ...FREE, minimumDays: 3, maximumDays: 3 })).toEqual([3, 3]);
});

test('[MEMORY-23] the range of before stays what it was, for answers given under it', () => {
  expect(fuzzRangeOfRules1(23, { ...FREE, previousDays: 6 })).toEqual([20, 26]);
  expect(fuzzRangeOfRules1(100, { ...FREE, previousDays: 104 })).toEqual([104, 107]);
  expect(fuzzRangeOfRules1(2, FREE)).toEqual([2, 2]);
});

test('[MEMORY-14] the fraction is pinned: changing it would move every interval of the past', () => {
  expect(fuzzFraction('natalizumab/1' as CardId, 0)).toBeCloseTo(0.21965792938135564, 12);
  expect(fuzzFraction('natalizumab/1' as CardId, 1)).toBeCloseTo(0.7754530371166766, 12);
  expect(fuzzFraction('natalizumab/2' as CardId, 0)).toBeCloseTo(0.39352059946395457, 12);
});

test('[MEMORY-14] fractions of neighbouring cards and answers are spread evenly', () => {
  const bins = new Array(20).fill(0);
  for (let note = 0; note < 500; note += 1) {
    for (let reps = 0; reps < 40; reps += 1) {
      bins[Math.floor(20 * fuzzFraction(`fact-${note}/1` as CardId, reps))] += 1;
    }
  }
  // 20,000 draws into 20 bins: 1000 each, standard deviation 31.
  for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(160);
});

test('[MEMORY-12] cards answered alike come back on different days', () => {
  const studyDay = 20_400;
  const days = Array.from({ length: 200 }, (_, index) => {
    const after = answer(
      DEFAULT_OPTIONS,
      `fact-${index}/1` as CardId,
      {
        state: 'review',
        reps: 3,
        lapses: 0,
        memory: { stability: 30, difficulty: 5 },
        intervalDays: 30,
        dueDay: studyDay,
        lastReview: { atMillis: 0, studyDay: studyDay - 30 },
      },
      3,
      { atMillis: 0, studyDay },
    );
    return after.state === 'review' ? after.intervalDays : 0;
  });
  expect(new Set(days).size).toBeGreaterThan(8);
  expect(Math.min(...days)).toBeGreaterThan(30);
});

test('[MEMORY-12] under rules 1 an interval below three days is not moved', () => {
  for (const days of [1, 2]) expect(fuzzRangeOfRules1(days, FREE)).toEqual([days, days]);
  expect(fuzzRangeOfRules1(1, { ...FREE, minimumDays: 2 })).toEqual([2, 2]);
  expect(fuzzRangeOfRules1(9, { ...FREE, maximumDays: 2 })).toEqual([2, 2]);
  expect(fuzzRangeOfRules1(3, FREE)).toEqual([2, 4]);
});
