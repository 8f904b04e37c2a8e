import { describe, expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import type { Grade, Memory, Schedule } from '../../../src/domain/memory/schedule.ts';
import {
  answer,
  DEFAULT_OPTIONS,
  forgettingCurve,
  intervalFor,
  preview,
  validOptions,
} from '../../../src/domain/memory/scheduler.ts';

const card = 'natalizumab/1' as CardId;
const NEW: Schedule = { state: 'new', reps: 0, lapses: 0 };
const PLAIN = { ...DEFAULT_OPTIONS, fuzz: false };

/** The 19 weights (FSRS-5) that the tests of fsrs-rs src/inference.rs use. */
const FSRS_RS_WEIGHTS = [
  0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254,
  1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072,
  0.18046261, 0.121442534,
];

function optionsWith(weights: readonly number[]) {
  const checked = validOptions({ weights, fuzz: false });
  if ('problem' in checked) throw new Error(checked.problem);
  return checked.options;
}

/** Grades a new card after each gap of days and returns what it remembers then. */
function walk(options: typeof PLAIN, history: readonly (readonly [Grade, number])[]): Schedule {
  let studyDay = 20_000;
  return history.reduce((schedule, [grade, gapDays]) => {
    studyDay += gapDays;
    return answer(options, card, schedule, grade, { atMillis: studyDay * 86_400_000, studyDay });
  }, NEW);
}

function memoryOf(schedule: Schedule): Memory {
  if (schedule.state === 'new') throw new Error('A new card remembers nothing.');
  return schedule.memory;
}

function expectMemory(schedule: Schedule, stability: number, difficulty: number): void {
  const memory = memoryOf(schedule);
  expect(memory.stability).toBeCloseTo(stability, 4);
  expect(memory.difficulty).toBeCloseTo(difficulty, 4);
}

describe('py-fsrs tests/test_basic.py', () => {
  test('[MEMORY-5] [MEMORY-9] [MEMORY-10] thirteen answers given when due lead to the published intervals', () => {
    const grades: readonly Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let schedule: Schedule = NEW;
    let moment = { atMillis: Date.UTC(2022, 10, 29, 12, 30), studyDay: 19_325 };
    const intervals = grades.map((grade) => {
      schedule = answer(PLAIN, card, schedule, grade, moment);
      if (schedule.state === 'review') {
        const { intervalDays, dueDay } = schedule;
        moment = { atMillis: moment.atMillis + intervalDays * 86_400_000, studyDay: dueDay };
        return intervalDays;
      }
      if (schedule.state !== 'new') moment = { ...moment, atMillis: schedule.dueAtMillis };
      return 0;
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  test('[MEMORY-3] [MEMORY-4] six answers lead to the published memory', () => {
    const history = [
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ] as const;
    expectMemory(walk(PLAIN, history), 53.62691, 6.3574867);
  });

  test('[MEMORY-4] Easy ten times within a second keeps difficulty at 1', () => {
    const history = Array.from({ length: 10 }, () => [4, 0] as const);
    expect(memoryOf(walk(PLAIN, history)).difficulty).toBe(1);
  });
});

describe('fsrs-rs src/inference.rs', () => {
  test('[MEMORY-3] a first answer leads to the weights themselves', () => {
    const outcomes = preview(PLAIN, card, NEW, { atMillis: 0, studyDay: 0 });
    expectMemory(outcomes[1], 0.212, 6.4133);
    expectMemory(outcomes[2], 1.2931, 5.1121707);
    expectMemory(outcomes[3], 2.3065, 2.118104);
    expectMemory(outcomes[4], 8.2956, 1);
  });

  test('[MEMORY-4] test_memory_state: without a same-day effect (w17 to w19 at 0) too', () => {
    const frozen = [...DEFAULT_OPTIONS.weights].fill(0, 17, 20);
    const history = [
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ] as const;
    expectMemory(walk(optionsWith(frozen), history), 53.335106, 6.3574867);
  });

  test('[MEMORY-20] test_memo_state: the 19 weights of FSRS-5 predict what they did', () => {
    const options = optionsWith(FSRS_RS_WEIGHTS);
    expectMemory(
      walk(options, [
        [1, 0],
        [3, 1],
        [3, 3],
        [3, 8],
        [3, 21],
      ]),
      31.722992,
      7.382128,
    );
    const lastReview = { atMillis: 0, studyDay: 0 };
    const known: Schedule = {
      state: 'review',
      reps: 4,
      lapses: 0,
      memory: { stability: 20.925528, difficulty: 7.005062 },
      intervalDays: 21,
      dueDay: 21,
      lastReview,
    };
    expectMemory(
      answer(options, card, known, 3, { atMillis: 0, studyDay: 21 }),
      40.87456,
      6.9913807,
    );
  });

  test('[MEMORY-4] [MEMORY-20] test_next_states: all four grades', () => {
    const options = optionsWith(FSRS_RS_WEIGHTS);
    const before = walk(options, [
      [1, 0],
      [3, 1],
      [3, 3],
      [3, 8],
    ]);
    const studyDay = 20_000 + 1 + 3 + 8 + 21;
    const outcomes = preview(options, card, before, { atMillis: 0, studyDay });
    expectMemory(outcomes[1], 2.9691455, 8.000659);
    expectMemory(outcomes[2], 17.091452, 7.6913934);
    expectMemory(outcomes[3], 31.722992, 7.382128);
    expectMemory(outcomes[4], 71.7502, 7.0728626);
  });

  test('[MEMORY-10] test_next_interval: the interval of one day of stability at ten retentions', () => {
    const published = [3_116_766, 34_793, 2508, 387, 90, 27, 9, 3, 1, 1];
    const intervals = published.map((_, index) =>
      intervalFor(
        { ...PLAIN, desiredRetention: (index + 1) / 10 },
        { stability: 1, difficulty: 5 },
      ),
    );
    expect(intervals.slice(1)).toEqual(published.slice(1));
    // The first is 3,116,769 in double precision; the published one was computed in single.
    expect(Math.abs((intervals[0] ?? 0) / 3_116_766 - 1)).toBeLessThan(2e-6);
  });

  test('[MEMORY-15] test_current_retrievability: decay 0.2, stability 1', () => {
    const options = optionsWith(DEFAULT_OPTIONS.weights.with(20, 0.2));
    const curve = [0, 1, 2, 3].map((days) =>
      forgettingCurve(options, { stability: 1, difficulty: 5 }, days),
    );
    [1, 0.9, 0.84028935, 0.7985001].forEach((recall, index) => {
      expect(curve[index]).toBeCloseTo(recall, 6);
    });
  });

  test('[MEMORY-15] test_power_forgetting_curve: the default decay', () => {
    const points = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 4],
      [5, 2],
    ] as const;
    const published = [1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359];
    points.forEach(([days, stability], index) => {
      const recall = forgettingCurve(PLAIN, { stability, difficulty: 5 }, days);
      expect(recall).toBeCloseTo(published[index] ?? Number.NaN, 5);
    });
  });
});
