import { expect, test } from 'vitest';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { POLICIES, policyOf } from '../../../src/domain/students/policies.ts';
import { simulateExam } from '../../../src/domain/students/simulate-exam.ts';
import {
  newStudent,
  type SimulatedStudent,
} from '../../../src/domain/students/simulated-student.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';

/** Six cards: 0 and 1 due, 1 the more so, 2 not due yet, 3 seen today, 4 and 5 new. */
function aStudent(): SimulatedStudent {
  const options = { cards: 6, believed: DEFAULT_STUDENT, isMisspecified: false };
  const student = newStudent(options, randomFrom(1));
  const { known } = student;
  known.isNew.set([0, 0, 0, 0, 1, 1]);
  known.stability.set([10, 10, 40, 20]);
  known.elapsedDays.set([12, 30, 8, 0]);
  return student;
}

const asked = (name: (typeof POLICIES)[number], day: number, examDay = 4) =>
  Array.from(
    policyOf(name, {
      student: aStudent(),
      budgetSeconds: new Float64Array(examDay).fill(60),
      examDay,
    })(day),
  );

test('[PLAN-10] who follows dates takes a day’s share of the new, then the most overdue, then the rest', () => {
  expect(asked('due', 0)).toEqual([4, 1, 0, 5]);
  expect(asked('due', 3)).toEqual([4, 5, 1, 0]);
});

test('[PLAN-10] who reviews ahead goes on with what is not due yet, the longest waiting first', () => {
  expect(asked('ahead', 0)).toEqual([4, 1, 0, 5, 2, 3]);
});

test('[PLAN-10] a last pass follows dates until there is just time for all once more, then the strong first', () => {
  expect(asked('final-pass', 0, 9)).toEqual(asked('due', 0, 9));
  // In the pass: what has not been seen since it began, then the new.
  expect(asked('final-pass', 8, 9)).toEqual([2, 0, 1, 4, 5]);
});

test.each(POLICIES)('[PLAN-10] %s names a card once at most, and only cards there are', (name) => {
  const list = asked(name, 0);
  expect(new Set(list).size).toBe(list.length);
  expect(list.every((card) => Number.isInteger(card) && card >= 0 && card < 6)).toBe(true);
  expect(list.length).toBeGreaterThan(0);
});

const SMALL = {
  cards: 40,
  seen: 0.5,
  days: 6,
  minutes: 4,
  seed: 3,
  isMisspecified: false,
  student: DEFAULT_STUDENT,
} as const;

test.each(POLICIES)(
  '[PLAN-10] a small exam studied by %s keeps to its days and minutes',
  (policy) => {
    const result = simulateExam({ ...SMALL, policy, missedDays: new Set([2]) });
    expect(simulateExam({ ...SMALL, policy, missedDays: new Set([2]) })).toEqual(result);
    expect(result.recall).toBeGreaterThan(0.3);
    expect(result.recall).toBeLessThan(1);
    expect(result.secondsUsed).toHaveLength(6);
    result.secondsUsed.forEach((seconds, day) => {
      // The card at which the time runs out is still answered.
      const last = result.lastCardSeconds[day] ?? 0;
      if (day === 2) expect([seconds, last]).toEqual([0, 0]);
      else expect(seconds - last).toBeLessThan(240);
      if (last > 0) expect(seconds).toBeGreaterThanOrEqual(240);
    });
    expect(result.secondsUsed.some((seconds) => seconds > 0)).toBe(true);
  },
);

test('[PLAN-10] without a minute nothing is studied, and nobody could do better', () => {
  const { secondsUsed, recall, boundEstimate } = simulateExam({
    ...SMALL,
    minutes: 0,
    policy: 'due',
  });
  expect([...secondsUsed]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(boundEstimate).toBeCloseTo(recall, 6);
});

test('[PLAN-10] more minutes can bring more, and the estimate of the bound grows with them', () => {
  const runs = [1, 4, 16].map((minutes) => simulateExam({ ...SMALL, minutes, policy: 'plan' }));
  const bounds = runs.map(({ boundEstimate }) => boundEstimate);
  expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
  expect(runs[2]?.recall).toBeGreaterThan(runs[0]?.recall ?? 1);
});
