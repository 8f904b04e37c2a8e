import type { Grade } from '../src/domain/memory/schedule.ts';
import {
  type TrainingSet,
  trainingSetOf,
  type TrainingAnswer,
} from '../src/domain/training/training-set.ts';
import { MAXIMUM_STABILITY, MINIMUM_STABILITY } from '../src/domain/memory/weights.ts';
import { randomFrom } from '../src/kernel/seeded.ts';

/** A mind that forgets by FSRS-6 with these weights, but for `noise` of its own on each card. */
export interface Mind {
  readonly weights: readonly number[];
  readonly seed: number;
  readonly cards: number;
  readonly days: number;
  /** Standard deviation of the logarithm of a card's stability beside the formula's. */
  readonly noise?: number;
}

const DAY = 86_400_000;

/** Answers of `mind` over its days: FSRS's own formulas, written out anew so that a fault shows. */
export function answersOf(mind: Mind): TrainingAnswer[][] {
  const random = randomFrom(mind.seed);
  return Array.from({ length: mind.cards }, () => {
    const own = Math.exp((mind.noise ?? 0) * gaussian(random));
    return oneCard(mind.weights, mind.days, own, random);
  });
}

export function historiesOfMind(mind: Mind): TrainingSet {
  return trainingSetOf(answersOf(mind));
}

function oneCard(
  w: readonly number[],
  days: number,
  own: number,
  random: () => number,
): TrainingAnswer[] {
  const at = (index: number) => w[index] ?? 0;
  const factor = 0.9 ** (-1 / at(20)) - 1;
  let day = Math.floor(random() * days * 0.7);
  let grade = drawn([0.25, 0.1, 0.5, 0.15], random);
  let stability = at(grade - 1);
  let difficulty = within(at(4) - Math.exp(at(5) * (grade - 1)) + 1, 1, 10);
  const answers: TrainingAnswer[] = [{ grade, days: 0, atMillis: day * DAY + random() * 1e7 }];
  for (;;) {
    const isSameDay = grade === 1 || (answers.length < 3 && random() < 0.3);
    const wait = isSameDay ? 0 : Math.max(1, Math.round(stability * (0.5 + random())));
    day += wait;
    if (day >= days || answers.length >= 60) return answers;
    const recall = (1 + (factor * wait) / (stability * own)) ** -at(20);
    const isRecalled = wait === 0 ? random() < 0.9 : random() < recall;
    grade = isRecalled ? drawn([0, 0.15, 0.75, 0.1], random) : 1;
    stability = next(at, stability, difficulty, grade, wait, factor);
    const damped = difficulty - (at(6) * (grade - 3) * (10 - difficulty)) / 9;
    const easy = at(4) - Math.exp(at(5) * 3) + 1;
    difficulty = within(at(7) * easy + (1 - at(7)) * damped, 1, 10);
    const atMillis = Math.max(day * DAY + random() * 1e7, (answers.at(-1)?.atMillis ?? 0) + 60_000);
    answers.push({ grade, days: wait, atMillis });
  }
}

function next(
  at: (index: number) => number,
  s: number,
  d: number,
  grade: Grade,
  wait: number,
  factor: number,
): number {
  const after = () => {
    if (wait === 0) {
      const grown = Math.exp(at(17) * (grade - 3 + at(18))) * s ** -at(19);
      return s * (grade >= 2 ? Math.max(1, grown) : grown);
    }
    const recall = (1 + (factor * wait) / s) ** -at(20);
    if (grade === 1) {
      const lapse =
        at(11) * d ** -at(12) * ((s + 1) ** at(13) - 1) * Math.exp(at(14) * (1 - recall));
      return Math.min(lapse, s / Math.exp(at(17) * at(18)));
    }
    const button = grade === 2 ? at(15) : grade === 4 ? at(16) : 1;
    const growth = Math.exp(at(8)) * (11 - d) * s ** -at(9);
    return s * (1 + growth * (Math.exp(at(10) * (1 - recall)) - 1) * button);
  };
  return within(after(), MINIMUM_STABILITY, MAXIMUM_STABILITY);
}

function drawn(odds: readonly number[], random: () => number): Grade {
  let left = random();
  for (const [index, share] of odds.entries()) {
    left -= share;
    if (left < 0) return (index + 1) as Grade;
  }
  return 3;
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
