import * as grid from '../model/grid.ts';
import * as moving from '../model/moves.ts';
import type { Reachable } from './reachable.ts';
import type { Starts } from './starts.ts';
import type { PlanFrame, Values } from './values.ts';
import type { Worth } from '../model/worth.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, DIFFICULTIES, STABILITIES } = grid;
const { OUTCOMES } = moving;
const COLUMN = STABILITIES - 1;

/** Less than this much of a card is not followed further. */
const LEAST_MASS = 1e-9;

/** Cards on their way through the slots, in expectation; room for one group at a time. */
export interface Flow {
  /** [slot][cell]: cards reviewed in that slot. */
  readonly mass: Float64Array;
  /** [slot][outcome][cell before]: the same before the outcome's change of row. */
  readonly byOutcome: Float64Array;
}

export function emptyFlow({ slots: { count } }: PlanFrame): Flow {
  return {
    mass: new Float64Array(count * CELLS),
    byOutcome: new Float64Array(count * OUTCOMES * CELLS),
  };
}

/** Sends the card at place `at` on its first review, as `chance` has it; adds up the seconds. */
export function sendOff(
  flow: Flow,
  starts: Starts,
  at: number,
  chance: Float64Array,
  worth: Worth,
  count: number,
  loadSeconds: Float64Array,
): void {
  const { mass } = flow;
  const { probability, column, row } = starts;
  const cards = starts.standsFor[at] as number;
  for (const slot of starts.looked) {
    if (slot >= worth.lastSlot) break;
    const sent = cards * (chance[slot] as number);
    if (sent < LEAST_MASS) continue;
    loadSeconds[slot] =
      (loadSeconds[slot] as number) + sent * (starts.seconds[at * count + slot] as number);
    const place = (at * count + slot) * OUTCOMES;
    for (let outcome = 0; outcome < OUTCOMES; outcome++) {
      const r = row[at * OUTCOMES + outcome] as number;
      const c = column[place + outcome] as number;
      const below = r | 0;
      const left = c | 0;
      const cell = slot * CELLS + below * STABILITIES + left;
      const arrived = sent * (probability[place + outcome] as number);
      const high = arrived * (r - below);
      const low = arrived - high;
      const share = c - left;
      mass[cell] = (mass[cell] as number) + low * (1 - share);
      mass[cell + 1] = (mass[cell + 1] as number) + low * share;
      mass[cell + STABILITIES] = (mass[cell + STABILITIES] as number) + high * (1 - share);
      mass[cell + STABILITIES + 1] = (mass[cell + STABILITIES + 1] as number) + high * share;
    }
  }
}

/**
 * Follows the cards sent off through all later reviews and adds up the seconds: the exact adjoint
 * of solveValues, so that −load is the slope of the values by the prices. `reach`: as the values were
 * solved. Empties `flow`. `atRest` hears of the cards that are not reviewed again after a slot, by cell.
 */
export function followThrough(
  flow: Flow,
  field: PlanFrame,
  worth: Worth,
  { chance, scale }: Values,
  reach: Reachable,
  loadSeconds: Float64Array,
  atRest?: (slot: number, cell: number, cards: number) => void,
): void {
  const { count, budgetSeconds } = field.slots;
  const { mass, byOutcome } = flow;
  const there = { places: new Int32Array(CELLS), amounts: new Float64Array(CELLS), length: 0 };
  for (let from = 0; from < worth.lastSlot; from++) {
    gatherRows(flow, field, from);
    const first = reach.begin[from] as number;
    const cells = reach.cell.subarray(first, reach.begin[from + 1]);
    there.length = 0;
    for (let k = 0; k < cells.length; k++) {
      const cards = mass[from * CELLS + (cells[k] as number)] as number;
      if (cards < LEAST_MASS) continue;
      there.places[there.length] = k;
      there.amounts[there.length++] = cards * (scale[from * CELLS + k] as number);
    }
    if (atRest) {
      const never = (from * (count + 1) + count) * CELLS;
      for (let at = 0; at < there.length; at++) {
        const k = there.places[at] as number;
        const cards = (there.amounts[at] as number) * (chance[never + k] as number);
        atRest(from, cells[k] as number, cards);
      }
    }
    for (let to = from + 1; to < worth.lastSlot; to++) {
      if (!((budgetSeconds[to] as number) > 0)) continue;
      loadSeconds[to] =
        (loadSeconds[to] as number) + sendOn(field, cells, there, chance, byOutcome, from, to);
    }
  }
  mass.fill(0);
  byOutcome.fill(0);
}

/** Sends cards on from one review to the next, and gives the seconds of that. */
function sendOn(
  { moves, slots: { count, day } }: PlanFrame,
  cells: Uint16Array,
  { places, amounts, length }: { places: Int32Array; amounts: Float64Array; length: number },
  chance: Float64Array,
  byOutcome: Float64Array,
  from: number,
  to: number,
): number {
  const { into, odds, seconds } = moves;
  const place = moves.placeOfDays[(day[to] as number) - (day[from] as number)] as number;
  const chances = (from * (count + 1) + to) * CELLS;
  const after = to * OUTCOMES * CELLS;
  let spent = 0;
  for (let at = 0; at < length; at++) {
    const k = places[at] as number;
    const sent = (amounts[at] as number) * (chance[chances + k] as number);
    if (sent < LEAST_MASS) continue;
    const cell = cells[k] as number;
    spent += sent * (seconds[place * STABILITIES + (cell & COLUMN)] as number);
    const o = (place * CELLS + cell) * OUTCOMES;
    for (let outcome = o; outcome < o + OUTCOMES; outcome++) {
      const left = after + (into[outcome] as number);
      byOutcome[left] = (byOutcome[left] as number) + sent * (odds[2 * outcome] as number);
      byOutcome[left + 1] =
        (byOutcome[left + 1] as number) + sent * (odds[2 * outcome + 1] as number);
    }
  }
  return spent;
}

/** Moves what arrived by outcome to the rows that the outcomes lead to. */
function gatherRows({ mass, byOutcome }: Flow, { moves }: PlanFrame, at: number): void {
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    for (let d = 0; d < DIFFICULTIES; d++) {
      const row = moves.row[outcome * DIFFICULTIES + d] as number;
      const below = row | 0;
      const share = row - below;
      const from = (at * OUTCOMES + outcome) * CELLS + d * STABILITIES;
      const to = at * CELLS + below * STABILITIES;
      for (let s = 0; s < STABILITIES; s++) {
        const arrived = byOutcome[from + s] as number;
        if (arrived === 0) continue;
        mass[to + s] = (mass[to + s] as number) + arrived * (1 - share);
        mass[to + STABILITIES + s] = (mass[to + STABILITIES + s] as number) + arrived * share;
      }
    }
  }
}
