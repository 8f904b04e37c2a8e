import { describe, expect, test } from 'vitest';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import type { PolicyName } from '../../../src/domain/students/policies.ts';
import { type ExamScenario, simulateExam } from '../../../src/domain/students/simulate-exam.ts';

/** The scenarios of docs/exam-planning.md; its table has all eight seeds, the test the first ones. */
const SCENARIOS = {
  A: { cards: 2000, seen: 1, days: 30, minutes: 20 },
  B: { cards: 2000, seen: 0.6, days: 30, minutes: 30 },
  C: { cards: 5000, seen: 1, days: 14, minutes: 30 },
  D: { cards: 1000, seen: 1, days: 60, minutes: 10 },
} as const;
type Name = keyof typeof SCENARIOS;

const LONG = 600_000;
const NEAR_BOUND = 0.005;

function run(name: Name, seed: number, policy: PolicyName, more: Partial<ExamScenario> = {}) {
  return simulateExam({
    ...SCENARIOS[name],
    seed,
    policy,
    isMisspecified: false,
    student: DEFAULT_STUDENT,
    ...more,
  });
}

function meanLead(name: Name, seeds: readonly number[], isMisspecified: boolean): number {
  const leads = seeds.map(
    (seed) =>
      run(name, seed, 'plan', { isMisspecified }).recall -
      run(name, seed, 'ahead', { isMisspecified }).recall,
  );
  return leads.reduce((sum, lead) => sum + lead, 0) / leads.length;
}

describe('a student who believes rightly', () => {
  test.each(['A', 'B', 'C'] as const)(
    '[PLAN-10] in scenario %s the plan beats reviewing ahead in every seed, and comes near the bound',
    { timeout: LONG },
    (name) => {
      for (const seed of [1, 2, 3]) {
        const planned = run(name, seed, 'plan');
        expect(planned.recall).toBeGreaterThan(run(name, seed, 'ahead').recall);
        expect(planned.recall).toBeGreaterThan(run(name, seed, 'due').recall);
        expect(planned.boundEstimate - planned.recall).toBeLessThan(NEAR_BOUND);
        expect(planned.recall - planned.boundEstimate).toBeLessThan(NEAR_BOUND);
      }
    },
  );

  test('[PLAN-10] in scenario D, two months, it does so on average', { timeout: LONG }, () => {
    expect(meanLead('D', [1, 2], false)).toBeGreaterThan(0);
  });
});

test.each(['A', 'B', 'C'] as const)(
  '[PLAN-11] where beliefs are wrong the plan is not below reviewing ahead on average, scenario %s',
  { timeout: LONG },
  (name) => {
    expect(meanLead(name, [1, 2, 3], true)).toBeGreaterThan(0);
  },
);

test('[PLAN-12] no policy spends more than a day has, but for its last card', {
  timeout: LONG,
}, () => {
  const small = { cards: 300, minutes: 4, days: 12 };
  for (const policy of ['due', 'ahead', 'final-pass', 'simple', 'plan'] as const) {
    const { secondsUsed, lastCardSeconds } = run('B', 5, policy, small);
    expect(secondsUsed.some((seconds) => seconds >= 240)).toBe(true);
    secondsUsed.forEach((seconds, day) => {
      expect(seconds - (lastCardSeconds[day] ?? 0)).toBeLessThanOrEqual(240);
    });
  }
});

test('[EXAM-10] planning anew each day takes in days that were missed', { timeout: LONG }, () => {
  const small = { cards: 400, minutes: 5, days: 20 };
  const missed = { ...small, missedDays: new Set([3, 4, 5, 11]) };
  const kept = run('A', 6, 'plan', small);
  const planned = run('A', 6, 'plan', missed);
  expect(planned.secondsUsed[4]).toBe(0);
  expect(planned.recall).toBeGreaterThan(kept.recall - 0.02);
  expect(planned.recall).toBeGreaterThan(run('A', 6, 'ahead', missed).recall);
});

test('[PLAN-13] the same seed gives the same student and the same exam', () => {
  const small = { cards: 200, minutes: 3, days: 8, isMisspecified: true };
  expect(run('B', 7, 'plan', small)).toEqual(run('B', 7, 'plan', small));
  expect(run('B', 7, 'plan', small).recall).not.toBe(run('B', 8, 'plan', small).recall);
});

test('[PLAN-13] the edges are simulated too: no minutes, no seen card, one day', () => {
  const edge = { cards: 50, days: 1, minutes: 0, seen: 0 };
  expect(run('A', 1, 'plan', edge)).toMatchObject({ recall: 0, boundEstimate: 0 });
  const shown = run('A', 1, 'plan', { ...edge, minutes: 5 });
  expect(shown.recall).toBeGreaterThan(0.1);
  expect(shown.recall).toBeLessThanOrEqual(shown.boundEstimate + 0.1);
});
