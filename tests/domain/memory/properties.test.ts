import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRADES, type Grade, type Schedule } from '../../../src/domain/memory/schedule.ts';
import {
  answer,
  DEFAULT_OPTIONS,
  forgettingCurve,
  intervalFor,
  intervalOf,
  preview,
  retrievability,
} from '../../../src/domain/memory/scheduler.ts';
import {
  anyCardId,
  anyGrade,
  anyMoment,
  anyOptions,
  anyReview,
  anySchedule,
  wildSchedule,
} from './arbitrary.ts';

const runs = { seed: 20_261_101, numRuns: 2000 };
const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });

test('[MEMORY-14] what preview promises is what answer gives, again and again', () => {
  fc.assert(
    fc.property(
      anyOptions,
      anyCardId,
      anySchedule,
      anyMoment,
      (options, card, schedule, moment) => {
        const promised = preview(options, card, schedule, moment);
        for (const grade of GRADES) {
          expect(answer(options, card, schedule, grade, moment)).toEqual(promised[grade]);
        }
        const copy = structuredClone({ options, schedule, moment });
        expect(preview(copy.options, card, copy.schedule, copy.moment)).toEqual(promised);
      },
    ),
    runs,
  );
});

test('[MEMORY-11] a better grade never brings a card back sooner, up to the maximum', () => {
  fc.assert(
    fc.property(anyOptions, anyCardId, anyReview, anyMoment, (options, card, schedule, moment) => {
      const outcomes = preview(options, card, schedule, moment);
      const [again = 0, hard = 0, good = 0, easy = 0] = GRADES.map((grade) =>
        days(outcomes[grade]),
      );
      const maximum = options.maximumIntervalDays;
      expect(hard).toBeGreaterThanOrEqual(Math.min(again, maximum));
      expect(good).toBeGreaterThanOrEqual(Math.min(hard + 1, maximum));
      expect(easy).toBeGreaterThanOrEqual(Math.min(good + 1, maximum));
    }),
    runs,
  );
});

test('[MEMORY-7] [MEMORY-10] intervals are whole days from 1 to the maximum, waits in steps are below a day', () => {
  fc.assert(
    fc.property(
      anyOptions,
      anyCardId,
      anySchedule,
      anyMoment,
      (options, card, schedule, moment) => {
        for (const outcome of Object.values(preview(options, card, schedule, moment))) {
          const left = intervalOf(outcome, moment);
          if ('days' in left) {
            expect(Number.isInteger(left.days)).toBe(true);
            expect(left.days).toBeGreaterThanOrEqual(1);
            expect(left.days).toBeLessThanOrEqual(options.maximumIntervalDays);
          } else {
            expect(left.minutes).toBeGreaterThan(0);
            expect(left.minutes).toBeLessThan(1440);
          }
        }
      },
    ),
    runs,
  );
});

test('[MEMORY-9] every answer counts once, and only Again in review is a lapse', () => {
  fc.assert(
    fc.property(
      anyOptions,
      anyCardId,
      anySchedule,
      anyGrade,
      anyMoment,
      (options, card, before, grade, moment) => {
        const after = answer(options, card, before, grade, moment);
        const lapsed = before.state === 'review' && grade === 1;
        expect(after.reps).toBe(before.reps + 1);
        expect(after.lapses).toBe(before.lapses + (lapsed ? 1 : 0));
      },
    ),
    runs,
  );
});

test('[MEMORY-13] an answer that lengthens the interval lengthens it with fuzz too', () => {
  const growth = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(anyCardId, anyReview, anyMoment, growth, (card, schedule, moment, grown) => {
      const plain = preview({ ...DEFAULT_OPTIONS, fuzz: false }, card, schedule, moment);
      for (const grade of [2, 3, 4] as const) {
        const intervalDays = days(plain[grade]) - grown;
        if (schedule.state !== 'review' || intervalDays < 1) continue;
        const after = answer(DEFAULT_OPTIONS, card, { ...schedule, intervalDays }, grade, moment);
        expect(days(after)).toBeGreaterThan(intervalDays);
      }
    }),
    runs,
  );
});

test('[MEMORY-10] a higher desired retention never gives a longer interval', () => {
  const retention = fc.double({ min: 0.7, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(anyOptions, stability, retention, retention, (options, days, one, other) => {
      const memory = { stability: days, difficulty: 5 };
      const lower = { ...options, desiredRetention: Math.min(one, other) };
      const higher = { ...options, desiredRetention: Math.max(one, other) };
      expect(intervalFor(higher, memory)).toBeLessThanOrEqual(intervalFor(lower, memory));
    }),
    runs,
  );
});

test('[MEMORY-15] recall falls with time, from 1 through 90 % at the stability, and never below 0', () => {
  const elapsed = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(anyOptions, stability, elapsed, elapsed, (options, days, one, other) => {
      const memory = { stability: days, difficulty: 5 };
      const sooner = forgettingCurve(options, memory, Math.min(one, other));
      const later = forgettingCurve(options, memory, Math.max(one, other));
      expect(later).toBeLessThanOrEqual(sooner);
      expect(sooner).toBeLessThanOrEqual(1);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(forgettingCurve(options, memory, days)).toBeCloseTo(0.9, 6);
    }),
    runs,
  );
});

test('[MEMORY-18] [MEMORY-19] nothing stored and no clock makes an answer throw or give a number that is none', () => {
  const wildDay = fc.oneof(fc.integer(), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(
      anyOptions,
      anyCardId,
      wildSchedule,
      wildDay,
      (options, card, schedule, studyDay) => {
        const moment = { atMillis: studyDay * 86_400_000, studyDay };
        const recall = retrievability(options, schedule, studyDay);
        if (recall !== undefined) {
          expect(recall).toBeGreaterThanOrEqual(0);
          expect(recall).toBeLessThanOrEqual(1);
        }
        for (const outcome of Object.values(preview(options, card, schedule, moment))) {
          expectSound(outcome);
          expectSound(answer(options, card, outcome, 1, moment));
        }
      },
    ),
    runs,
  );
});

test('[MEMORY-4] a card answered in any way for years keeps a memory within its bounds', () => {
  const answers = fc.array(fc.tuple(anyGrade, fc.integer({ min: -5, max: 400 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(anyCardId, answers, (card, history) => {
      let schedule: Schedule = { state: 'new', reps: 0, lapses: 0 };
      let studyDay = 20_000;
      for (const [grade, gap] of history) {
        studyDay += gap;
        const moment = { atMillis: studyDay * 86_400_000, studyDay };
        schedule = answer(DEFAULT_OPTIONS, card, schedule, grade as Grade, moment);
        expectSound(schedule);
      }
    }),
    { ...runs, numRuns: 500 },
  );
});

/** Days until due; steps within a day count as none. */
function days(schedule: Schedule): number {
  return schedule.state === 'review' ? schedule.intervalDays : 0;
}

/** One expectation, not ten: of half a million they took longer than the answers. */
function expectSound(schedule: Schedule): void {
  if (schedule.state === 'new') throw new Error('A graded card is not new.');
  const { memory, lastReview, ...numbers } = schedule;
  const isSound =
    isWithin(memory.stability, 0.001, 36_500) &&
    isWithin(memory.difficulty, 1, 10) &&
    Object.values({ ...numbers, ...lastReview }).every(
      (value) => typeof value !== 'number' || Number.isFinite(value),
    );
  if (!isSound) expect.fail(JSON.stringify(schedule));
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
