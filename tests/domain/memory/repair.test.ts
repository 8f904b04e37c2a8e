import { describe, expect, test } from 'vitest';
import { repaired, soundMemory } from '../../../src/domain/memory/repair.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import { MAXIMUM_STABILITY, MINIMUM_STABILITY } from '../../../src/domain/memory/weights.ts';
import { inLearning, inReview, NEW } from '../../support/collection.ts';

const REVIEW = inReview(20_000, { intervalDays: 12, memory: { stability: 9, difficulty: 4 } });
const [NAN, WIDE] = [Number.NaN, Number.POSITIVE_INFINITY];

describe('[MEMORY-19] each damaged number becomes one to go on from', () => {
  test.each([
    ['new', NEW],
    ['in review', REVIEW],
    ['in steps', inLearning(1)],
    [
      'at the lower bounds',
      inReview(1, {
        reps: 0,
        lapses: 0,
        intervalDays: 1,
        memory: { stability: MINIMUM_STABILITY, difficulty: 1 },
      }),
    ],
    [
      'at the upper bounds',
      inReview(1, { memory: { stability: MAXIMUM_STABILITY, difficulty: 10 } }),
    ],
  ])('a sound schedule, %s, is the very same', (_what, schedule: Schedule) => {
    expect(repaired(schedule)).toBe(schedule);
  });

  test.each([
    [-1, 0],
    [NAN, 0],
    [WIDE, 0],
    [2.7, 2],
  ])('a count of %f is %i, in every state', (damaged, count) => {
    for (const schedule of [NEW, REVIEW, inLearning(1)]) {
      expect(repaired({ ...schedule, reps: damaged })).toEqual({ ...schedule, reps: count });
      expect(repaired({ ...schedule, lapses: damaged })).toEqual({ ...schedule, lapses: count });
    }
    const step = { ...inLearning(1), step: damaged };
    expect(repaired(step)).toEqual({ ...step, step: count });
  });

  test.each([
    [0, 1],
    [NAN, 1],
    [WIDE, 1],
    [3.9, 3],
  ])('an interval of %f days is %i', (intervalDays, days) => {
    expect(repaired({ ...REVIEW, intervalDays })).toEqual({ ...REVIEW, intervalDays: days });
  });

  test.each([
    ['no stability', { stability: 0, difficulty: 4 }, { stability: 12, difficulty: 4 }],
    ['a stability below 0', { stability: -3, difficulty: 4 }, { stability: 12, difficulty: 4 }],
    [
      'a stability that is no number',
      { stability: NAN, difficulty: 4 },
      { stability: 12, difficulty: 4 },
    ],
    [
      'a stability too small',
      { stability: 1e-9, difficulty: 4 },
      { stability: MINIMUM_STABILITY, difficulty: 4 },
    ],
    [
      'a stability without end',
      { stability: WIDE, difficulty: 4 },
      { stability: MAXIMUM_STABILITY, difficulty: 4 },
    ],
    [
      'a difficulty that is no number',
      { stability: 9, difficulty: NAN },
      { stability: 9, difficulty: 5.5 },
    ],
    ['a difficulty too low', { stability: 9, difficulty: 0.9 }, { stability: 9, difficulty: 1 }],
    ['a difficulty too high', { stability: 9, difficulty: 10.1 }, { stability: 9, difficulty: 10 }],
  ])('%s', (_what, memory, sound) => {
    expect(repaired({ ...REVIEW, memory })).toEqual({ ...REVIEW, memory: sound });
    expect(soundMemory(memory, 12)).toEqual(sound);
  });

  test('in steps, where no interval is known, a lost stability is a day', () => {
    const memory = { stability: NAN, difficulty: 4 };
    expect(repaired({ ...inLearning(1), memory })).toEqual({
      ...inLearning(1),
      memory: { stability: 1, difficulty: 4 },
    });
  });
});
