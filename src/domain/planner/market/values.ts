import * as grid from '../model/grid.ts';
import type { StudentModel } from '../input.ts';
import * as moving from '../model/moves.ts';
import type { Slots } from '../model/day-slots.ts';
import type { Worth } from '../model/worth.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, DIFFICULTIES, STABILITIES } = grid;
const { FORGOTTEN, OUTCOMES } = moving;

/** A choice less than e^−16 as good as the best is not taken at all. */
export const LEAST_CHANCE_LOG = -16;

/** What all groups of a plan share. */
export interface PlanFrame {
  readonly slots: Slots;
  readonly moves: moving.Moves;
  readonly student: StudentModel;
  /** Recall by which one choice must beat another to be taken e times as often. */
  readonly temperature: number;
  /** By card, as in PlanInput: 1 for one that cannot be had today. */
  readonly isHeldBack: Uint8Array | undefined;
}

/** Room for the values of one group at a time. */
export interface Values {
  /** [slot][cell]: value of a memory reviewed in that slot. */
  readonly value: Float64Array;
  /** [slot][outcome][cell before]: value of the outcome's row, at the columns of the grid. */
  readonly byOutcome: Float64Array;
  /** [slot][next slot, or never][cell]: how often the next review is then. */
  readonly chance: Float64Array;
}

export function emptyValues({ slots: { count } }: PlanFrame): Values {
  return {
    value: new Float64Array(count * CELLS),
    byOutcome: new Float64Array(count * OUTCOMES * CELLS),
    chance: new Float64Array(count * (count + 1) * CELLS),
  };
}

/**
 * Solves backwards for the value of every memory at every slot, given what a second costs:
 * V(t) = max over the next review u of what is earned while resting − price(u) · seconds(u) +
 * E[V(u) after it]; u may be never. With `isSoft` the maximum is the smooth one,
 * τ·log Σ exp(·/τ), and `chance` says how often each u is taken.
 */
export function solveValues(
  field: PlanFrame,
  worth: Worth,
  prices: Float64Array,
  values: Values,
  isSoft = true,
): void {
  const { count } = field.slots;
  const { value, chance } = values;
  const best = new Float64Array(CELLS);
  for (let from = count - 1; from >= 0; from--) {
    fillResting(worth, from, count, best, chance);
    for (let to = from + 1; to < worth.lastSlot; to++) {
      if (!((field.slots.budgetSeconds[to] ?? 0) > 0)) continue;
      const at = (from * (count + 1) + to) * CELLS;
      choiceValues(field, worth, values, prices[to] as number, from, to);
      for (let cell = 0; cell < CELLS; cell++) {
        const choice = chance[at + cell] as number;
        if (choice > (best[cell] as number)) best[cell] = choice;
      }
    }
    if (isSoft) soften(field, worth, chance, from, best);
    value.set(best, from * CELLS);
    spreadRows(field, values, from);
  }
}

/** Writes what it is worth never to review again. */
function fillResting(
  worth: Worth,
  from: number,
  count: number,
  best: Float64Array,
  chance: Float64Array,
): void {
  const at = (from * (count + 1) + count) * CELLS;
  const earned = (from * (count + 1) + count) * STABILITIES;
  for (let cell = 0; cell < CELLS; cell++) {
    const resting = worth.restingHeld[earned + (cell % STABILITIES)] as number;
    best[cell] = resting;
    chance[at + cell] = resting;
  }
}

/** Writes what it is worth to review next in slot `to` into the place of its chance. */
function choiceValues(
  { moves, student, slots }: PlanFrame,
  worth: Worth,
  { byOutcome, chance }: Values,
  price: number,
  from: number,
  to: number,
): void {
  const count = slots.count;
  const interval = (slots.day[to] as number) - (slots.day[from] as number);
  const place = moves.placeOfDays[interval] as number;
  const at = (from * (count + 1) + to) * CELLS;
  const earned = (from * (count + 1) + to) * STABILITIES;
  const after = to * OUTCOMES * CELLS;
  const columns = place * OUTCOMES * CELLS;
  const { recall, seconds, column } = moves;
  const [hard, good, easy] = student.passGrades;
  for (let d = 0; d < DIFFICULTIES; d++) {
    const row = d * STABILITIES;
    for (let s = 0; s < STABILITIES; s++) {
      const cell = row + s;
      const remembered = recall[place * STABILITIES + s] as number;
      const h = column[columns + cell] as number;
      const g = column[columns + CELLS + cell] as number;
      const e = column[columns + 2 * CELLS + cell] as number;
      const f = column[columns + FORGOTTEN * CELLS + cell] as number;
      chance[at + cell] =
        (worth.restingHeld[earned + s] as number) -
        price * (seconds[place * STABILITIES + s] as number) +
        remembered *
          (hard * interpolated(byOutcome, after + row, h) +
            good * interpolated(byOutcome, after + CELLS + row, g) +
            easy * interpolated(byOutcome, after + 2 * CELLS + row, e)) +
        (1 - remembered) * interpolated(byOutcome, after + FORGOTTEN * CELLS + row, f);
    }
  }
}

/** The value at `column`, from the row of the grid that begins at `row`. */
export function interpolated(values: Float64Array, row: number, column: number): number {
  const below = column | 0;
  const low = values[row + below] as number;
  return low + (column - below) * ((values[row + below + 1] as number) - low);
}

/** Turns the choices' values into chances, and `best` into the smooth maximum. */
function soften(
  { slots, temperature }: PlanFrame,
  worth: Worth,
  chance: Float64Array,
  from: number,
  best: Float64Array,
): void {
  const { count, budgetSeconds } = slots;
  const total = new Float64Array(CELLS);
  const choices = [count];
  for (let to = from + 1; to < worth.lastSlot; to++) {
    if ((budgetSeconds[to] as number) > 0) choices.push(to);
  }
  for (const to of choices) {
    const at = (from * (count + 1) + to) * CELLS;
    for (let cell = 0; cell < CELLS; cell++) {
      const behind = ((chance[at + cell] as number) - (best[cell] as number)) / temperature;
      const share = behind > LEAST_CHANCE_LOG ? Math.exp(behind) : 0;
      chance[at + cell] = share;
      total[cell] = (total[cell] as number) + share;
    }
  }
  for (const to of choices) {
    const at = (from * (count + 1) + to) * CELLS;
    for (let cell = 0; cell < CELLS; cell++) {
      chance[at + cell] = (chance[at + cell] as number) / (total[cell] as number);
    }
  }
  for (let cell = 0; cell < CELLS; cell++) {
    best[cell] = (best[cell] as number) + temperature * Math.log(total[cell] as number);
  }
}

/** Interpolates the values of slot `at` between rows, where each outcome leads. */
export function spreadRows({ moves }: PlanFrame, { value, byOutcome }: Values, at: number): void {
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    for (let d = 0; d < DIFFICULTIES; d++) {
      const row = moves.row[outcome * DIFFICULTIES + d] as number;
      const below = row | 0;
      const share = row - below;
      const low = at * CELLS + below * STABILITIES;
      const to = (at * OUTCOMES + outcome) * CELLS + d * STABILITIES;
      for (let s = 0; s < STABILITIES; s++) {
        const value0 = value[low + s] as number;
        byOutcome[to + s] = value0 + share * ((value[low + STABILITIES + s] as number) - value0);
      }
    }
  }
}
