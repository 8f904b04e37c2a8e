import { expect, test } from 'vitest';
import { rescheduled } from '../../../src/domain/memory/reschedule.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import { DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';
import type { CardId } from '../../../src/kernel/ids.ts';

const CARD = 'n/1' as CardId;
const IN_REVIEW: Schedule = {
  state: 'review',
  reps: 5,
  lapses: 1,
  memory: { stability: 40.4, difficulty: 5 },
  intervalDays: 12,
  dueDay: 20_012,
  lastReview: { atMillis: 20_000 * 86_400_000, studyDay: 20_000 },
};
const plain = { ...DEFAULT_OPTIONS, fuzz: false };

test('[CARD-3] the interval is the one of the memory, counted from the last answer', () => {
  expect(rescheduled(plain, CARD, IN_REVIEW, 20_003)).toEqual({
    ...IN_REVIEW,
    intervalDays: 40,
    dueDay: 20_040,
  });
  expect(rescheduled({ ...plain, desiredRetention: 0.8 }, CARD, IN_REVIEW, 20_003)).toMatchObject({
    intervalDays: 134,
    dueDay: 20_134,
  });
});

test('[CARD-3] it keeps to the maximum, and is due today at the earliest', () => {
  const short = { ...plain, maximumIntervalDays: 7 };
  expect(rescheduled(short, CARD, IN_REVIEW, 20_003)).toMatchObject({
    intervalDays: 7,
    dueDay: 20_007,
  });
  expect(rescheduled(short, CARD, IN_REVIEW, 20_050)).toMatchObject({
    intervalDays: 7,
    dueDay: 20_050,
  });
});

test('[CARD-3] what is not in review is left as it is', () => {
  const fresh: Schedule = { state: 'new', reps: 0, lapses: 0 };
  expect(rescheduled(plain, CARD, fresh, 20_003)).toBe(fresh);
});

test('[MEMORY-23] fuzz moves it from the interval as it is; under the first rules, from whole days', () => {
  const days = (rules: 1 | 2, stability: number, reps: number) => {
    const memory = { stability, difficulty: 5 };
    const after = rescheduled(DEFAULT_OPTIONS, CARD, { ...IN_REVIEW, memory, reps }, 20_000, rules);
    return after.state === 'review' ? after.intervalDays : undefined;
  };
  // Below two days and a half there is no fuzz, and what is rounded up to three has some.
  expect([1, 2, 3, 4, 5, 6].map((reps) => days(2, 2.45, reps))).toEqual([2, 2, 2, 2, 2, 2]);
  const wide = Array.from({ length: 40 }, (_, reps) => days(1, 2.55, reps));
  expect(new Set(wide)).toEqual(new Set([2, 3, 4]));
  const within = Array.from({ length: 60 }, (_, reps) => days(2, 10.4, reps));
  expect([Math.min(...(within as number[])), Math.max(...(within as number[]))]).toEqual([8, 12]);
});
