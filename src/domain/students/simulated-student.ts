import type { PlannedCards, StudentModel } from '../planner/input.ts';
import { type MemoryModel, memoryModel, stabilityWithin } from '../planner/model/memory-model.ts';
import { firstShown, graded } from '../planner/simple/simulated-review.ts';
import type { Grade } from '../memory/schedule.ts';
import { WEIGHT_BOUNDS } from '../memory/weights.ts';

/** Numbers in [0, 1), from a seed. */
export type Random = () => number;

/**
 * A simulated student: a memory that follows FSRS-6 with weights of its own, which nobody sees, and
 * what the program believes of the same cards from the grades alone.
 */
export interface SimulatedStudent {
  readonly believed: StudentModel;
  readonly believedModel: MemoryModel;
  readonly trueModel: MemoryModel;
  readonly trueWeights: readonly number[];
  /** The cards as the program knows them. */
  readonly known: PlannedCards;
  /** The cards as they are; elapsed days and groups are the same. */
  readonly truth: PlannedCards;
  /** By card: how many times as long it lasts as its true stability says; 1 without noise. */
  readonly noise: Float64Array;
}

export interface StudentOptions {
  readonly cards: number;
  readonly believed: StudentModel;
  /** The truth differs from what is believed: other weights, and noise by card. */
  readonly isMisspecified: boolean;
}

/** Spread of the hidden weights, as a logarithm: factors of 0.70 to 1.42; decay 0.64 to 1.57. */
const WEIGHT_SPREAD = 0.35;
const DECAY_SPREAD = 0.45;
/** Standard deviation of the logarithm of a card's noise. */
const NOISE = 0.4;
/** First difficulty and its pull are kept: they only shift a scale. */
const KEPT_WEIGHTS = new Set([4, 7]);

/** A student to whom every card is new. */
export function newStudent(options: StudentOptions, random: Random): SimulatedStudent {
  const { cards, believed, isMisspecified } = options;
  const weights = isMisspecified ? otherWeights(believed.weights, random) : believed.weights;
  return {
    believed,
    believedModel: memoryModel(believed.weights),
    trueModel: memoryModel(weights),
    trueWeights: weights,
    known: newCards(cards),
    truth: newCards(cards),
    noise: Float64Array.from({ length: cards }, () =>
      isMisspecified ? Math.exp(NOISE * normal(random)) : 1,
    ),
  };
}

/** The student studies `card` now; gives the grade. Both memories are updated in place. */
export function study(student: SimulatedStudent, card: number, random: Random): Grade {
  const { known, truth, believed, believedModel, trueModel } = student;
  if (known.isNew[card]) {
    const grade = (1 + drawn(believed.firstGrades, random())) as Grade;
    firstShown(trueModel, truth, card, grade);
    return firstShown(believedModel, known, card, grade);
  }
  const isRecalled = random() < trueRecall(student, card, 0);
  const grade = isRecalled ? ((2 + drawn(believed.passGrades, random())) as Grade) : 1;
  graded(trueModel, truth, card, grade);
  graded(believedModel, known, card, grade);
  return grade;
}

/** Seconds that a study of `card` with this grade takes; `wasNew`: it was its first. */
export function secondsOf({ believed }: SimulatedStudent, wasNew: boolean, grade: Grade): number {
  if (wasNew) return believed.newSeconds;
  return grade === 1 ? believed.failSeconds : believed.passSeconds;
}

/** True probability that the student recalls `card` in `days` days; 0 for a new card. */
export function trueRecall(student: SimulatedStudent, card: number, days: number): number {
  const { truth, trueModel } = student;
  if (truth.isNew[card]) return 0;
  const elapsed = (truth.elapsedDays[card] ?? 0) + days;
  return trueModel.recall(elapsed, lastingStability(student, card));
}

/** Days of stability that `card` really has, noise and all. */
export function lastingStability({ truth, noise }: SimulatedStudent, card: number): number {
  return stabilityWithin((truth.stability[card] ?? 0) * (noise[card] ?? 1));
}

/** A night passes. */
export function sleep({ known, truth }: SimulatedStudent): void {
  for (let card = 0; card < known.isNew.length; card++) {
    if (known.isNew[card]) continue;
    known.elapsedDays[card] = (known.elapsedDays[card] ?? 0) + 1;
    truth.elapsedDays[card] = (truth.elapsedDays[card] ?? 0) + 1;
  }
}

function newCards(length: number): PlannedCards {
  return {
    stability: new Float64Array(length),
    difficulty: new Float64Array(length),
    elapsedDays: new Float64Array(length),
    isNew: new Uint8Array(length).fill(1),
    group: new Uint16Array(length),
  };
}

function otherWeights(weights: readonly number[], random: Random): number[] {
  return weights.map((weight, index) => {
    const draw = 2 * random() - 1;
    if (KEPT_WEIGHTS.has(index)) return weight;
    const [low = 0, high = weight] = WEIGHT_BOUNDS[index] ?? [];
    const spread = index === 20 ? DECAY_SPREAD : WEIGHT_SPREAD;
    return Math.min(high, Math.max(low, weight * Math.exp(spread * draw)));
  });
}

/** Box and Muller 1958. */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Which of `odds` (adding up to 1) `chance` falls on. */
export function drawn(odds: readonly number[], chance: number): number {
  let rest = chance;
  for (let at = 0; at < odds.length - 1; at++) {
    rest -= odds[at] ?? 0;
    if (rest < 0) return at;
  }
  return odds.length - 1;
}
