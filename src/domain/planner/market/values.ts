import * as grid from '../model/grid.ts';
import * as exponents from '../model/exponential.ts';
import type { StudentModel } from '../input.ts';
import * as moving from '../model/moves.ts';
import type { Slots } from '../model/day-slots.ts';
import type { Worth } from '../model/worth.ts';
import type { Reachable } from './reachable.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, DIFFICULTIES, STABILITIES } = grid;
const { OUTCOMES } = moving;
const { LEAST_EXPONENT, expOfNegative } = exponents;
/** A cell's column is its last bits: quicker than a remainder. */
const COLUMN = STABILITIES - 1;

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
  /** [slot][next slot, or never][place in the slot's reach]: weight of the next review being then. */
  readonly chance: Float64Array;
  /** [slot][place in the slot's reach]: what such a weight is multiplied by to be a chance. */
  readonly scale: Float64Array;
}

export function emptyValues({ slots: { count } }: PlanFrame): Values {
  return {
    value: new Float64Array(count * CELLS),
    byOutcome: new Float64Array(count * OUTCOMES * CELLS),
    chance: new Float64Array(count * (count + 1) * CELLS),
    scale: new Float64Array(count * CELLS),
  };
}

/**
 * Solves backwards for the value of every memory of `reach` at every slot, given what a second costs:
 * V(t) = max over the next review u of what is earned while resting − price(u) · seconds(u) +
 * E[V(u) after it]; u may be never. With `isSoft` the maximum is the smooth one,
 * τ·log Σ exp(·/τ), and `chance` says how often each u is taken.
 */
export function solveValues(
  field: PlanFrame,
  worth: Worth,
  prices: Float64Array,
  values: Values,
  reach: Reachable,
  isSoft = true,
): void {
  const { count, budgetSeconds } = field.slots;
  const { value } = values;
  const { begin, cell } = reach;
  const best = new Float64Array(CELLS);
  for (let from = worth.lastSlot - 1; from >= 0; from--) {
    const first = begin[from] as number;
    const cells = cell.subarray(first, begin[from + 1]);
    never(worth, from, count, cells, best, values.chance);
    for (let to = from + 1; to < worth.lastSlot; to++) {
      if (!((budgetSeconds[to] as number) > 0)) continue;
      weighChoice(field, worth, values, cells, prices[to] as number, from, to, best);
    }
    if (isSoft) soften(field, worth, values, cells.length, from, best);
    for (let k = 0; k < cells.length; k++) {
      value[from * CELLS + (cells[k] as number)] = best[k] as number;
    }
    spreadRows(field, values, from);
  }
}

/** Writes what it is worth never to review again. */
function never(
  worth: Worth,
  from: number,
  count: number,
  cells: Uint16Array,
  best: Float64Array,
  chance: Float64Array,
): void {
  const at = (from * (count + 1) + count) * CELLS;
  const earned = (from * (count + 1) + count) * STABILITIES;
  for (let k = 0; k < cells.length; k++) {
    const resting = worth.restingHeld[earned + ((cells[k] as number) & COLUMN)] as number;
    best[k] = resting;
    chance[at + k] = resting;
  }
}

/** Writes what it is worth to review next in slot `to` into the place of its chance. */
function weighChoice(
  { moves, slots: { count, day } }: PlanFrame,
  { restingHeld }: Worth,
  { byOutcome, chance }: Values,
  cells: Uint16Array,
  price: number,
  from: number,
  to: number,
  best: Float64Array,
): void {
  const { into, odds, seconds } = moves;
  const place = moves.placeOfDays[(day[to] as number) - (day[from] as number)] as number;
  const at = (from * (count + 1) + to) * CELLS;
  const earned = (from * (count + 1) + to) * STABILITIES;
  const after = to * OUTCOMES * CELLS;
  const spent = place * STABILITIES;
  const { length } = cells;
  for (let k = 0; k < length; k++) {
    const cell = cells[k] as number;
    const s = cell & COLUMN;
    const o = (place * CELLS + cell) * OUTCOMES;
    const hard = after + (into[o] as number);
    const good = after + (into[o + 1] as number);
    const easy = after + (into[o + 2] as number);
    const lapse = after + (into[o + 3] as number);
    const recalled =
      (odds[2 * o] as number) * (byOutcome[hard] as number) +
      (odds[2 * o + 1] as number) * (byOutcome[hard + 1] as number) +
      ((odds[2 * o + 2] as number) * (byOutcome[good] as number) +
        (odds[2 * o + 3] as number) * (byOutcome[good + 1] as number));
    const other =
      (odds[2 * o + 4] as number) * (byOutcome[easy] as number) +
      (odds[2 * o + 5] as number) * (byOutcome[easy + 1] as number) +
      ((odds[2 * o + 6] as number) * (byOutcome[lapse] as number) +
        (odds[2 * o + 7] as number) * (byOutcome[lapse + 1] as number));
    const choice =
      (restingHeld[earned + s] as number) -
      price * (seconds[spent + s] as number) +
      (recalled + other);
    chance[at + k] = choice;
    if (choice > (best[k] as number)) best[k] = choice;
  }
}

/** Turns the choices' values into chances, and `best` into the smooth maximum. */
function soften(
  { slots: { count, budgetSeconds }, temperature }: PlanFrame,
  worth: Worth,
  { chance, scale }: Values,
  length: number,
  from: number,
  best: Float64Array,
): void {
  const total = new Float64Array(length);
  const per = 1 / temperature;
  for (let to = from + 1; to <= count; to++) {
    // Never comes after the last slot.
    if (to < count && (to >= worth.lastSlot || !((budgetSeconds[to] as number) > 0))) continue;
    const at = (from * (count + 1) + to) * CELLS;
    for (let k = 0; k < length; k++) {
      const behind = ((chance[at + k] as number) - (best[k] as number)) * per;
      const share = behind > LEAST_EXPONENT ? expOfNegative(behind) : 0;
      chance[at + k] = share;
      total[k] = (total[k] as number) + share;
    }
  }
  for (let k = 0; k < length; k++) {
    scale[from * CELLS + k] = 1 / (total[k] as number);
    best[k] = (best[k] as number) + temperature * Math.log(total[k] as number);
  }
}

/** Interpolates the values of slot `at` between rows, where each outcome leads. */
export function spreadRows(
  { moves }: PlanFrame,
  { value, byOutcome }: Pick<Values, 'value' | 'byOutcome'>,
  at: number,
): void {
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
