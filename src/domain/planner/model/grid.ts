/**
 * Memory states at which values are worked out; in between, values are interpolated: linearly in
 * log stability and in difficulty, so that a value is a mean of its neighbours with weights that
 * add up to 1. A cell's number is difficulty · STABILITIES + stability.
 */
export const STABILITIES = 32;
export const DIFFICULTIES = 6;
export const CELLS = STABILITIES * DIFFICULTIES;

const SHORTEST_DAYS = 0.05;
const LONGEST_DAYS = 36_500;
const LOG_SHORTEST = Math.log(SHORTEST_DAYS);
const PER_LOG = (STABILITIES - 1) / (Math.log(LONGEST_DAYS) - LOG_SHORTEST);
const LAST = STABILITIES - 1 - 1e-9;
const PER_DIFFICULTY = (DIFFICULTIES - 1) / 9;
const LAST_DIFFICULTY = DIFFICULTIES - 1 - 1e-9;

/** Days of stability at a column of the grid. */
export function stabilityAt(column: number): number {
  return Math.exp(LOG_SHORTEST + column / PER_LOG);
}

/** Difficulty at a row of the grid. */
export function difficultyAt(row: number): number {
  return 1 + row / PER_DIFFICULTY;
}

/** Where a stability lies among the columns: its whole part is the column below. */
export function gridColumnOf(logStability: number): number {
  const column = (logStability - LOG_SHORTEST) * PER_LOG;
  return column > 0 ? (column < LAST ? column : LAST) : 0;
}

/** Where a difficulty lies among the rows. */
export function gridRowOf(difficulty: number): number {
  const row = (difficulty - 1) * PER_DIFFICULTY;
  return row > 0 ? (row < LAST_DIFFICULTY ? row : LAST_DIFFICULTY) : 0;
}
