import * as grid from '../model/grid.ts';
import * as moving from '../model/moves.ts';
import type { Reachable } from '../market/reachable.ts';
import * as starting from '../market/start-choice.ts';
import type { Starts } from '../market/starts.ts';
import * as valuing from '../market/values.ts';
import type { Worth } from '../model/worth.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, STABILITIES } = grid;
const { OUTCOMES } = moving;
const COLUMN = STABILITIES - 1;
const { startValue } = starting;
const { spreadRows } = valuing;

/** Choices rarer than this are left out of a card's expectation. */
const LEAST_CHANCE = 1e-5;

/**
 * [slot][cell]: recall that a memory of `reach` reviewed in that slot will have earned in the end (by
 * `resting`, as in Worth) if it goes on as `values` choose: what the plan gives, prices aside.
 */
export function finalRecallOf(
  field: valuing.PlanFrame,
  worth: Worth,
  resting: Float64Array,
  values: valuing.Values,
  reach: Reachable,
): Float64Array {
  const { count, budgetSeconds } = field.slots;
  const value = new Float64Array(count * CELLS);
  const byOutcome = new Float64Array(count * OUTCOMES * CELLS);
  const sum = new Float64Array(CELLS);
  for (let from = worth.lastSlot - 1; from >= 0; from--) {
    const first = reach.begin[from] as number;
    const cells = reach.cell.subarray(first, reach.begin[from + 1]);
    sum.fill(0);
    for (let to = from + 1; to <= count; to++) {
      if (to < count && (to >= worth.lastSlot || !((budgetSeconds[to] as number) > 0))) continue;
      addChoice(field, resting, values.chance, byOutcome, cells, from, to, sum);
    }
    for (let k = 0; k < cells.length; k++) {
      value[from * CELLS + (cells[k] as number)] =
        (sum[k] as number) * (values.scale[from * CELLS + k] as number);
    }
    spreadRows(field, { value, byOutcome }, from);
  }
  return value;
}

/** Adds what comes of a next review in slot `to`, or of none, as often as it is chosen. */
function addChoice(
  { moves, slots: { count, day } }: valuing.PlanFrame,
  resting: Float64Array,
  chance: Float64Array,
  byOutcome: Float64Array,
  cells: Uint16Array,
  from: number,
  to: number,
  sum: Float64Array,
): void {
  const { into, odds, placeOfDays } = moves;
  const choice = (from * (count + 1) + to) * CELLS;
  const earned = (from * (count + 1) + to) * STABILITIES;
  const isNever = to === count;
  const place = isNever ? 0 : (placeOfDays[(day[to] as number) - (day[from] as number)] as number);
  const after = to * OUTCOMES * CELLS;
  for (let k = 0; k < cells.length; k++) {
    const taken = chance[choice + k] as number;
    if (taken === 0) continue;
    const cell = cells[k] as number;
    let recall = resting[earned + (cell & COLUMN)] as number;
    if (!isNever) {
      const o = (place * CELLS + cell) * OUTCOMES;
      for (let outcome = o; outcome < o + OUTCOMES; outcome++) {
        const left = after + (into[outcome] as number);
        recall +=
          (odds[2 * outcome] as number) * (byOutcome[left] as number) +
          (odds[2 * outcome + 1] as number) * (byOutcome[left + 1] as number);
      }
    }
    sum[k] = (sum[k] as number) + taken * recall;
  }
}

/**
 * The same for the card at place `at` of `starts`, which chooses by `chance` ([slot], then never).
 * `resting`: [card][slot, or never], as in Starts.
 */
export function finalRecallOfStart(
  starts: Starts,
  at: number,
  worth: Worth,
  chance: Float64Array,
  outlook: Float64Array,
  count: number,
  resting = starts.resting,
  base = at * (count + 1),
): number {
  const { looked } = starts;
  let sum = (chance[count] as number) * (resting[base + count] as number);
  for (let each = 0; each < looked.length; each++) {
    const slot = looked[each] as number;
    if (slot >= worth.lastSlot) break;
    const taken = chance[slot] as number;
    if (taken <= LEAST_CHANCE) continue;
    sum +=
      taken * ((resting[base + slot] as number) + startValue(starts, at, slot, outlook, count));
  }
  return sum;
}
