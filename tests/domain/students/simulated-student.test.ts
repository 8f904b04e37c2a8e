import { expect, test } from 'vitest';
import { WEIGHT_BOUNDS } from '../../../src/domain/memory/weights.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { simulateExam } from '../../../src/domain/students/simulate-exam.ts';
import {
  drawn,
  newStudent,
  secondsOf,
  trueRecall,
} from '../../../src/domain/students/simulated-student.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';

const believed = DEFAULT_STUDENT;
const otherwise = (random: () => number) =>
  newStudent({ cards: 3, believed, isMisspecified: true }, random);

test('[PLAN-11] who is otherwise than believed has other weights, within their bounds', () => {
  for (const chance of [0, 0.5, 0.999]) {
    const { trueWeights } = otherwise(() => chance);
    trueWeights.forEach((weight, at) => {
      const [low = 0, high = 0] = WEIGHT_BOUNDS[at] ?? [];
      expect(weight).toBeGreaterThanOrEqual(low);
      expect(weight).toBeLessThanOrEqual(high);
    });
  }
  const { trueWeights, noise } = otherwise(randomFrom(5));
  const other = trueWeights.filter((weight, at) => weight !== believed.weights[at]);
  expect(other.length).toBeGreaterThan(15);
  // First difficulty and its pull stay.
  expect([4, 7].map((at) => trueWeights[at])).toEqual([4, 7].map((at) => believed.weights[at]));
  expect(new Set(noise).size).toBe(3);
});

test('[PLAN-11] a weight is drawn around the one believed, the decay more widely', () => {
  const at = (chance: number) => otherwise(() => chance).trueWeights;
  const ratio = (chance: number, weight: number) =>
    (at(chance)[weight] ?? 0) / (believed.weights[weight] ?? 1);
  expect(ratio(0.5, 8)).toBeCloseTo(1, 12);
  expect(ratio(0, 8)).toBeCloseTo(Math.exp(-0.35), 9);
  expect(ratio(0.75, 8)).toBeCloseTo(Math.exp(0.175), 9);
  expect(ratio(0.75, 20)).toBeCloseTo(Math.exp(0.225), 9);
});

test('[PLAN-10] who is as believed has the same weights, no noise, and knows nothing yet', () => {
  const student = newStudent({ cards: 2, believed, isMisspecified: false }, () => 0.1);
  expect(student.trueWeights).toEqual(believed.weights);
  expect([...student.noise]).toEqual([1, 1]);
  expect([...student.known.isNew]).toEqual([1, 1]);
  expect(trueRecall(student, 0, 5)).toBe(0);
  student.truth.isNew[0] = 0;
  student.truth.stability[0] = 10;
  student.truth.elapsedDays[0] = 4;
  expect(trueRecall(student, 0, 6)).toBeCloseTo(0.9, 9);
});

test('[PLAN-9] seconds are those of a first showing, of one forgotten or of one recalled', () => {
  const student = newStudent({ cards: 1, believed, isMisspecified: false }, () => 0);
  expect([secondsOf(student, true, 1), secondsOf(student, true, 3)]).toEqual([
    believed.newSeconds,
    believed.newSeconds,
  ]);
  expect(secondsOf(student, false, 1)).toBe(believed.failSeconds);
  expect(secondsOf(student, false, 2)).toBe(believed.passSeconds);
});

test('[PLAN-13] a chance falls on one of the odds, its upper end on the next', () => {
  const odds = [0.25, 0.5, 0.25];
  expect([0, 0.2, 0.25, 0.7, 0.75, 0.99, 1].map((chance) => drawn(odds, chance))).toEqual([
    0, 0, 1, 1, 2, 2, 2,
  ]);
});

test('[PLAN-12] a day whose minutes are just used up asks for no further card', () => {
  const student = { ...believed, passSeconds: 30, failSeconds: 30, newSeconds: 30 };
  const { secondsUsed, lastCardSeconds } = simulateExam({
    cards: 20,
    seen: 0,
    days: 3,
    minutes: 1,
    seed: 1,
    isMisspecified: false,
    student,
    policy: 'due',
  });
  expect([...secondsUsed]).toEqual([60, 60, 60]);
  expect([...lastCardSeconds]).toEqual([30, 30, 30]);
});
