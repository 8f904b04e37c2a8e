import type { Grade } from '../../memory/schedule.ts';
import {
  completeWeights,
  DEFAULT_WEIGHTS,
  MAXIMUM_STABILITY,
  MINIMUM_STABILITY,
} from '../../memory/weights.ts';

/**
 * FSRS-6 in plain numbers, for the millions of steps of a plan (fsrs-rs src/model.rs). It equals
 * the scheduler's engine, which a test proves; the scheduler stays the one that dates cards.
 * Stabilities in days, difficulties 1 to 10, recall 0 to 1.
 */
export interface MemoryModel {
  /** Probability of recall `days` after a review that left `stability`. */
  recall(days: number, stability: number): number;
  /** Stability grows with Good by `growthBase · growthSurprise` of itself. */
  growthBase(stability: number, difficulty: number): number;
  growthSurprise(recall: number): number;
  /** Growth with Hard, Good and Easy, in growths with Good. */
  readonly growthShares: readonly [hard: number, good: number, easy: number];
  /** A lapse leaves `lapseBase · lapseSurprise`, at most `lapseShare` of what there was. */
  lapseBase(stability: number, difficulty: number): number;
  lapseSurprise(recall: number): number;
  readonly lapseShare: number;
  /** Logarithm of what a lapse leaves, from those of `lapseBase` and of the stability before it. */
  logLapse(logBase: number, logStability: number, recall: number): number;
  /** Logarithm of the stability at the end of a day with a lapse that left e^`logLeft`: one more
   * answer, Good. */
  logRelearnt(logLeft: number): number;
  /** After one more answer on the same day. */
  stabilitySameDay(stability: number, grade: Grade): number;
  difficultyAfter(difficulty: number, grade: Grade): number;
  firstStability(grade: Grade): number;
  firstDifficulty(grade: Grade): number;
}

const LOG_MINIMUM = Math.log(MINIMUM_STABILITY);

/** `weights`: 21, or 19 or 17 of older versions; unusable ones count as the defaults. */
export function memoryModel(weights: readonly number[]): MemoryModel {
  const w = Float64Array.from(completeWeights(weights) ?? DEFAULT_WEIGHTS);
  const at = (index: number): number => w[index] ?? 0;
  const decay = at(20);
  const factor = 0.9 ** (-1 / decay) - 1;
  const scale = Math.exp(at(8));
  const w9 = at(9);
  const w10 = at(10);
  const w11 = at(11);
  const w12 = at(12);
  const w13 = at(13);
  const w14 = at(14);
  const w19 = at(19);
  const goodSameDay = at(17) * at(18);
  const firstDifficulty = (grade: Grade): number =>
    difficultyWithin(at(4) - Math.exp(at(5) * (grade - 1)) + 1);
  const easiest = at(4) - Math.exp(at(5) * 3) + 1;
  return {
    // exp and log cost less than one power.
    recall: (days, stability) => Math.exp(-decay * Math.log(1 + (factor * days) / stability)),
    growthBase: (stability, difficulty) =>
      scale * (11 - difficulty) * Math.exp(-w9 * Math.log(stability)),
    growthSurprise: (recall) => Math.exp(w10 * (1 - recall)) - 1,
    growthShares: [at(15), 1, at(16)],
    lapseBase: (stability, difficulty) => w11 * difficulty ** -w12 * ((stability + 1) ** w13 - 1),
    lapseSurprise: (recall) => Math.exp(w14 * (1 - recall)),
    lapseShare: Math.exp(-goodSameDay),
    logLapse: (logBase, logStability, recall) =>
      Math.min(logBase + w14 * (1 - recall), logStability - goodSameDay),
    logRelearnt: (logLeft) => {
      const within = Math.max(logLeft, LOG_MINIMUM);
      return within + Math.max(0, goodSameDay - w19 * within);
    },
    stabilitySameDay: (stability, grade) => {
      const growth = stability ** -w19 * Math.exp(at(17) * (grade - 3 + at(18)));
      return stabilityWithin(stability * (grade >= 2 ? Math.max(1, growth) : growth));
    },
    difficultyAfter: (difficulty, grade) => {
      const moved = difficulty - (at(6) * (grade - 3) * (10 - difficulty)) / 9;
      return difficultyWithin(at(7) * easiest + (1 - at(7)) * moved);
    },
    firstStability: (grade) => stabilityWithin(at(grade - 1)),
    firstDifficulty,
  };
}

/** Stability after a recalled review of another day. */
export function stabilityAfterPass(
  model: MemoryModel,
  stability: number,
  difficulty: number,
  recall: number,
  grade: 2 | 3 | 4,
): number {
  const growth = model.growthBase(stability, difficulty) * model.growthSurprise(recall);
  return stabilityWithin(stability * (1 + growth * (model.growthShares[grade - 2] ?? 1)));
}

/** Stability after a forgotten review of another day, before any relearning. */
export function stabilityAfterLapse(
  model: MemoryModel,
  stability: number,
  difficulty: number,
  recall: number,
): number {
  const left = model.lapseBase(stability, difficulty) * model.lapseSurprise(recall);
  return stabilityWithin(Math.min(left, stability * model.lapseShare));
}

/** `stability` within the bounds of FSRS. */
export function stabilityWithin(stability: number): number {
  return Math.min(Math.max(stability, MINIMUM_STABILITY), MAXIMUM_STABILITY);
}

/** `difficulty` within the bounds of FSRS. */
export function difficultyWithin(difficulty: number): number {
  return Math.min(Math.max(difficulty, 1), 10);
}
