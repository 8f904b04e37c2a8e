import { expect, test } from 'vitest';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { dueInDays, growUp, intervalDays } from '../../../src/domain/students/growing-up.ts';
import {
  newStudent,
  type Random,
  type SimulatedStudent,
} from '../../../src/domain/students/simulated-student.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';

function aStudent(cards: number): SimulatedStudent {
  const options = { cards, believed: DEFAULT_STUDENT, isMisspecified: false };
  return newStudent(options, randomFrom(1));
}

/** The cards after so many were learnt, with the chances that `random` gives. */
function grown(cards: number, seen: number, random: Random): SimulatedStudent {
  const student = aStudent(cards);
  growUp(student, seen, random);
  return student;
}

test('[PLAN-10] an interval is the stability in whole days, and one day at least', () => {
  expect([0, 0.4, 1.4, 1.5, 2.49, 90].map(intervalDays)).toEqual([1, 1, 1, 2, 2, 90]);
});

test('[PLAN-10] a card is due when its interval has passed', () => {
  const student = aStudent(1);
  student.known.stability[0] = 10;
  const dueAfter = (days: number) => {
    student.known.elapsedDays[0] = days;
    return dueInDays(student, 0);
  };
  expect([0, 9, 10, 12].map(dueAfter)).toEqual([10, 1, 0, -2]);
});

test('[PLAN-10] the first cards are learnt, the others stay new', () => {
  const { known } = grown(30, 20, randomFrom(2));
  expect([...known.isNew]).toEqual([...new Array(20).fill(0), ...new Array(10).fill(1)]);
  expect([...known.elapsedDays.slice(20)]).toEqual(new Array(10).fill(0));
});

test('[PLAN-10] in the end no card is overdue: the last day is never skipped', () => {
  const student = grown(200, 200, randomFrom(3));
  const due = Array.from(student.known.isNew, (_, card) => dueInDays(student, card));
  expect(Math.min(...due)).toBe(0);
  // Not all were studied on the last day, nor in the last weeks.
  expect(new Set(student.known.elapsedDays).size).toBeGreaterThan(20);
  expect(Math.min(...student.known.elapsedDays)).toBe(1);
});

test('[PLAN-10] a card comes on its first day, and not before', () => {
  // Day 118 of 120, Easy, and no day skipped.
  const late = grown(3, 3, () => 0.99);
  expect([...late.known.elapsedDays]).toEqual([2, 2, 2]);
  expect(late.known.stability[0]).toBeGreaterThan(2);
});

test('[PLAN-10] on a skipped day nothing is studied, and all of it on the next', () => {
  // By these chances the first day is 0, and every day but the last is skipped.
  const idle = grown(2, 2, () => 0);
  expect([...idle.known.elapsedDays]).toEqual([1, 1]);
  // At the share itself, no day is: the cards come on day 18 and again when they are due.
  const regular = grown(2, 1, () => 0.15);
  const first = aStudent(1);
  growUp(first, 1, () => 0);
  expect(regular.known.stability[0]).toBeGreaterThan(first.known.stability[0] ?? 0);
});

test('[PLAN-13] chances are asked for once a card, once a day and for each answer', () => {
  let asked = 0;
  grown(4, 0, () => {
    asked++;
    return 0.5;
  });
  expect(asked).toBe(120);
  grown(4, 4, () => {
    asked++;
    return 0;
  });
  // Four first days, 120 days, and on the last of them one grade a card.
  expect(asked - 120).toBe(4 + 120 + 4);
});
