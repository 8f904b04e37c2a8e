import * as grid from '../model/grid.ts';
import * as moving from '../model/moves.ts';
import type { Starts } from './starts.ts';
import type { PlanFrame, Values } from './values.ts';
import type { Worth } from '../model/worth.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, DIFFICULTIES, STABILITIES } = grid;
const { FORGOTTEN, OUTCOMES } = moving;

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
 * of solveValues, so that −load is the slope of the values by the prices. Empties `flow`. `atRest`
 * hears of the cards that are not reviewed again after a slot, by cell.
 */
export function followThrough(
  flow: Flow,
  field: PlanFrame,
  worth: Worth,
  { chance }: Values,
  loadSeconds: Float64Array,
  atRest?: (slot: number, cell: number, cards: number) => void,
): void {
  const { slots, moves, student } = field;
  const { count } = slots;
  const [hard, good, easy] = student.passGrades;
  const { mass, byOutcome } = flow;
  const { recall, seconds, column } = moves;
  for (let from = 0; from < worth.lastSlot; from++) {
    gatherRows(flow, field, from);
    if (atRest) {
      const never = (from * (count + 1) + count) * CELLS;
      for (let cell = 0; cell < CELLS; cell++) {
        atRest(
          from,
          cell,
          (mass[from * CELLS + cell] as number) * (chance[never + cell] as number),
        );
      }
    }
    for (let to = from + 1; to < worth.lastSlot; to++) {
      if (!((slots.budgetSeconds[to] as number) > 0)) continue;
      const interval = (slots.day[to] as number) - (slots.day[from] as number);
      const place = moves.placeOfDays[interval] as number;
      const chances = (from * (count + 1) + to) * CELLS;
      const columns = place * OUTCOMES * CELLS;
      let spent = 0;
      for (let cell = 0; cell < CELLS; cell++) {
        const sent = (mass[from * CELLS + cell] as number) * (chance[chances + cell] as number);
        if (sent < LEAST_MASS) continue;
        const s = cell % STABILITIES;
        const row = to * OUTCOMES * CELLS + cell - s;
        const remembered = sent * (recall[place * STABILITIES + s] as number);
        spent += sent * (seconds[place * STABILITIES + s] as number);
        drop(byOutcome, row, column[columns + cell] as number, remembered * hard);
        drop(byOutcome, row + CELLS, column[columns + CELLS + cell] as number, remembered * good);
        drop(
          byOutcome,
          row + 2 * CELLS,
          column[columns + 2 * CELLS + cell] as number,
          remembered * easy,
        );
        const lapse = row + FORGOTTEN * CELLS;
        drop(
          byOutcome,
          lapse,
          column[columns + FORGOTTEN * CELLS + cell] as number,
          sent - remembered,
        );
      }
      loadSeconds[to] = (loadSeconds[to] as number) + spent;
    }
  }
  mass.fill(0);
  byOutcome.fill(0);
}

function drop(masses: Float64Array, row: number, column: number, amount: number): void {
  const left = column | 0;
  const right = amount * (column - left);
  masses[row + left] = (masses[row + left] as number) + amount - right;
  masses[row + left + 1] = (masses[row + left + 1] as number) + right;
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
