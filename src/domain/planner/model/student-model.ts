import { DEFAULT_WEIGHTS } from '../../memory/weights.ts';
import type { StudentModel } from '../input.ts';

/**
 * Seconds and odds of fsrs-rs' simulator (src/simulation.rs), its costs by grade averaged;
 * weights of FSRS-6.
 */
export const DEFAULT_STUDENT: StudentModel = {
  weights: DEFAULT_WEIGHTS,
  passSeconds: 13.0,
  failSeconds: 31.7,
  newSeconds: 25.8,
  passGrades: [0.224, 0.631, 0.145],
  firstGrades: [0.24, 0.094, 0.495, 0.171],
};

/** How many answers of a kind there were, and the seconds they took together. */
export interface AnswerTally {
  readonly count: number;
  readonly seconds: number;
}

/** A person's answers so far. */
export interface StudentCounts {
  /** Reviews of another day, recalled. */
  readonly passes: AnswerTally;
  /** Reviews of another day, forgotten; the seconds with relearning on that day. */
  readonly fails: AnswerTally;
  /** Cards shown for the first time; the seconds with their steps of that day. */
  readonly news: AnswerTally;
  /** Hard, Good and Easy given to recalled reviews. */
  readonly passGrades: readonly [number, number, number];
  /** First grades of new cards, Again to Easy. */
  readonly firstGrades: readonly [number, number, number, number];
}

/** The defaults weigh as much as so many answers. */
const PRIOR_ANSWERS = 100;
/** A mean outside of these is a broken clock, not a pace. */
const SHORTEST_SECONDS = 1;
const LONGEST_SECONDS = 600;

/**
 * The student that `counts` show, drawn towards the defaults as if those were 100 answers more:
 * a person's own figures take over as they become many. Counts that are no numbers count as none.
 */
export function studentFrom(
  counts: StudentCounts,
  weights: readonly number[] = DEFAULT_WEIGHTS,
): StudentModel {
  const base = DEFAULT_STUDENT;
  return {
    weights,
    passSeconds: meanSeconds(counts.passes, base.passSeconds),
    failSeconds: meanSeconds(counts.fails, base.failSeconds),
    newSeconds: meanSeconds(counts.news, base.newSeconds),
    passGrades: odds(counts.passGrades, base.passGrades),
    firstGrades: odds(counts.firstGrades, base.firstGrades),
  };
}

function meanSeconds({ count, seconds }: AnswerTally, usual: number): number {
  const known = usable(count);
  const mean = (usable(seconds) + PRIOR_ANSWERS * usual) / (known + PRIOR_ANSWERS);
  return Math.min(Math.max(known > 0 ? mean : usual, SHORTEST_SECONDS), LONGEST_SECONDS);
}

function odds<Odds extends readonly number[]>(counts: Odds, usual: Odds): Odds {
  const total = counts.reduce((sum, count) => sum + usable(count), PRIOR_ANSWERS);
  if (total === PRIOR_ANSWERS) return usual;
  return usual.map(
    (share, index) => (usable(counts[index] ?? 0) + PRIOR_ANSWERS * share) / total,
  ) as unknown as Odds;
}

function usable(count: number): number {
  return Number.isFinite(count) && count > 0 ? count : 0;
}
