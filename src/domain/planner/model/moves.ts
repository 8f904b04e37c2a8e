import {
  CELLS,
  gridColumnOf,
  DIFFICULTIES,
  difficultyAt,
  gridRowOf,
  STABILITIES,
  stabilityAt,
} from './grid.ts';
import type { StudentModel } from '../input.ts';
import type { MemoryModel } from './memory-model.ts';

/** What a review can end in: Hard, Good, Easy, or forgotten and relearnt on the same day. */
export const OUTCOMES = 4;
export const FORGOTTEN = 3;

/**
 * What a review does to a memory on the grid, by the days since the one before. The day's change of
 * difficulty depends on difficulty and outcome alone, so it is kept apart: [row of outcome].
 */
export interface Moves {
  /** [outcome][difficulty]: the row that the outcome leads to. */
  readonly row: Float64Array;
  /** Place of an interval of so many days in the tables below, −1 if none is needed. */
  readonly placeOfDays: Int32Array;
  /** [place][stability]: expected seconds. */
  readonly seconds: Float64Array;
  /** [place][cell][outcome]: where the outcome leads, before its change of row: the cell to its left
   * among [outcome][cell]; the other is the next. */
  readonly into: Uint16Array;
  /** [place][cell][outcome][left, right]: how likely; of a cell they add up to 1. */
  readonly odds: Float64Array;
}

/** Tables for all intervals between two of `days` (ascending). */
export function movesBetween(days: Int32Array, model: MemoryModel, student: StudentModel): Moves {
  const longest = Math.max(1, days[days.length - 1] ?? 0);
  const placeOfDays = new Int32Array(longest + 1).fill(-1);
  let places = 0;
  for (let from = 0; from < days.length; from++) {
    for (let to = from + 1; to < days.length; to++) {
      const interval = (days[to] ?? 0) - (days[from] ?? 0);
      if (placeOfDays[interval] === -1) placeOfDays[interval] = places++;
    }
  }
  const moves: Moves = {
    row: rowsAfter(model),
    placeOfDays,
    seconds: new Float64Array(places * STABILITIES),
    into: new Uint16Array(places * CELLS * OUTCOMES),
    odds: new Float64Array(places * CELLS * OUTCOMES * 2),
  };
  for (let interval = 1; interval <= longest; interval++) {
    const place = placeOfDays[interval] ?? -1;
    if (place >= 0) fill(moves, place, interval, model, student);
  }
  return moves;
}

function rowsAfter(model: MemoryModel): Float64Array {
  const rows = new Float64Array(OUTCOMES * DIFFICULTIES);
  for (let row = 0; row < DIFFICULTIES; row++) {
    const difficulty = difficultyAt(row);
    rows[row] = gridRowOf(model.difficultyAfter(difficulty, 2));
    rows[DIFFICULTIES + row] = gridRowOf(model.difficultyAfter(difficulty, 3));
    rows[2 * DIFFICULTIES + row] = gridRowOf(model.difficultyAfter(difficulty, 4));
    rows[FORGOTTEN * DIFFICULTIES + row] = gridRowOf(difficultyRelearnt(model, difficulty));
  }
  return rows;
}

function fill(
  moves: Moves,
  place: number,
  interval: number,
  model: MemoryModel,
  student: StudentModel,
): void {
  const [hard, good, easy] = model.growthShares;
  const [oddsHard, oddsGood, oddsEasy] = student.passGrades;
  for (let s = 0; s < STABILITIES; s++) {
    const stability = stabilityAt(s);
    const logStability = Math.log(stability);
    const recall = model.recall(interval, stability);
    const surprise = model.growthSurprise(recall);
    moves.seconds[place * STABILITIES + s] = meanReviewSeconds(student, recall);
    for (let d = 0; d < DIFFICULTIES; d++) {
      const difficulty = difficultyAt(d);
      const growth = model.growthBase(stability, difficulty) * surprise;
      const logBase = Math.log(model.lapseBase(stability, difficulty));
      const lapsed = model.logLapse(logBase, logStability, recall);
      const at = (place * CELLS + d * STABILITIES + s) * OUTCOMES;
      lead(moves, at, d, logStability + Math.log(1 + growth * hard), recall * oddsHard);
      lead(moves, at + 1, d, logStability + Math.log(1 + growth * good), recall * oddsGood);
      lead(moves, at + 2, d, logStability + Math.log(1 + growth * easy), recall * oddsEasy);
      lead(moves, at + FORGOTTEN, d, model.logRelearnt(lapsed), 1 - recall);
    }
  }
}

/** The outcome at place `at` of the tables leads from row `d` to this stability. */
function lead(
  { into, odds }: Moves,
  at: number,
  d: number,
  logStability: number,
  likely: number,
): void {
  const column = gridColumnOf(logStability);
  const left = Math.floor(column);
  into[at] = (at % OUTCOMES) * CELLS + d * STABILITIES + left;
  odds[2 * at] = likely * (1 - (column - left));
  odds[2 * at + 1] = likely * (column - left);
}

/** Seconds that a review takes on average. */
export function meanReviewSeconds(student: StudentModel, recall: number): number {
  return student.failSeconds - (student.failSeconds - student.passSeconds) * recall;
}

/** Stability at the end of the day, `left` being what a lapse left: one more answer, Good. */
export function stabilityRelearnt(model: MemoryModel, left: number): number {
  return Math.exp(model.logRelearnt(Math.log(left)));
}

/** Difficulty at the end of a day with a lapse: Again, then Good. */
export function difficultyRelearnt(model: MemoryModel, difficulty: number): number {
  return model.difficultyAfter(model.difficultyAfter(difficulty, 1), 3);
}
