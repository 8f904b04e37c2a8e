import { expect, test } from 'vitest';
import { DEFAULT_STUDENT, studentFrom } from '../../../../src/domain/planner/plan.ts';

const NOTHING = {
  passes: { count: 0, seconds: 0 },
  fails: { count: 0, seconds: 0 },
  news: { count: 0, seconds: 0 },
  passGrades: [0, 0, 0],
  firstGrades: [0, 0, 0, 0],
} as const;

test('[PLAN-9] without answers a student is the usual one', () => {
  expect(studentFrom(NOTHING)).toEqual(DEFAULT_STUDENT);
});

test('[PLAN-9] own figures count as much as the usual ones at 100 answers, and take over from there', () => {
  const after = (count: number) =>
    studentFrom({
      ...NOTHING,
      passes: { count, seconds: 5 * count },
      passGrades: [0, count, 0],
      firstGrades: [count, 0, 0, 0],
    });
  expect(after(100).passSeconds).toBeCloseTo((5 + 13) / 2, 9);
  expect(after(100).passGrades[1]).toBeCloseTo((1 + 0.631) / 2, 9);
  expect(after(100).firstGrades[0]).toBeCloseTo((1 + 0.24) / 2, 9);
  expect(after(100_000).passSeconds).toBeCloseTo(5, 1);
  for (const odds of [after(7).passGrades, after(7).firstGrades]) {
    expect(odds.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  }
});

test('[PLAN-9] counts that are no numbers change nothing', () => {
  const broken = { count: Number.NaN, seconds: Number.POSITIVE_INFINITY };
  const student = studentFrom({
    ...NOTHING,
    passes: broken,
    passGrades: [Number.NaN, -3, Number.POSITIVE_INFINITY],
  });
  expect(student).toEqual(DEFAULT_STUDENT);
});
