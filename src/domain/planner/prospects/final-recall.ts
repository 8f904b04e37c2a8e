import * as grid from '../model/grid.ts';
import * as moving from '../model/moves.ts';
import * as starting from '../market/start-choice.ts';
import type { Starts } from '../market/starts.ts';
import * as valuing from '../market/values.ts';
import type { Worth } from '../model/worth.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, DIFFICULTIES, STABILITIES } = grid;
const { FORGOTTEN, OUTCOMES } = moving;
const { startValue } = starting;
const { interpolated, spreadRows } = valuing;

/** Choices rarer than this are left out of a card's expectation. */
const LEAST_CHANCE = 1e-5;

/**
 * [slot][cell]: recall that a memory reviewed in that slot will have earned in the end (by
 * `resting`, as in Worth) if it goes on as `values` choose: what the plan gives, prices aside.
 */
export function finalRecallOf(
  field: valuing.PlanFrame,
  worth: Worth,
  resting: Float64Array,
  values: valuing.Values,
): Float64Array {
  const { slots, moves, student } = field;
  const { count } = slots;
  const [hard, good, easy] = student.passGrades;
  const { recall, column } = moves;
  const outlook: valuing.Values = {
    ...values,
    value: new Float64Array(count * CELLS),
    byOutcome: new Float64Array(count * OUTCOMES * CELLS),
  };
  const { value, byOutcome, chance } = outlook;
  for (let from = count - 1; from >= 0; from--) {
    for (let to = from + 1; to <= count; to++) {
      if (to < count && (to >= worth.lastSlot || !((slots.budgetSeconds[to] ?? 0) > 0))) continue;
      const choice = (from * (count + 1) + to) * CELLS;
      const earned = (from * (count + 1) + to) * STABILITIES;
      const isNever = to === count;
      const interval = isNever ? 0 : (slots.day[to] as number) - (slots.day[from] as number);
      const place = isNever ? 0 : (moves.placeOfDays[interval] as number);
      const columns = place * OUTCOMES * CELLS;
      for (let d = 0; d < DIFFICULTIES; d++) {
        const row = to * OUTCOMES * CELLS + d * STABILITIES;
        for (let s = 0; s < STABILITIES; s++) {
          const cell = d * STABILITIES + s;
          const taken = chance[choice + cell] as number;
          if (taken === 0) continue;
          let sum = resting[earned + s] as number;
          if (!isNever) {
            const remembered = recall[place * STABILITIES + s] as number;
            const h = column[columns + cell] as number;
            const g = column[columns + CELLS + cell] as number;
            const e = column[columns + 2 * CELLS + cell] as number;
            const f = column[columns + FORGOTTEN * CELLS + cell] as number;
            sum +=
              remembered *
                (hard * interpolated(byOutcome, row, h) +
                  good * interpolated(byOutcome, row + CELLS, g) +
                  easy * interpolated(byOutcome, row + 2 * CELLS, e)) +
              (1 - remembered) * interpolated(byOutcome, row + FORGOTTEN * CELLS, f);
          }
          value[from * CELLS + cell] = (value[from * CELLS + cell] as number) + taken * sum;
        }
      }
    }
    spreadRows(field, outlook, from);
  }
  return value;
}

/** The same for the card at place `at` of `starts`, which chooses by `chance` ([slot], then never). */
export function finalRecallOfStart(
  starts: Starts,
  at: number,
  worth: Worth,
  chance: Float64Array,
  outlook: Float64Array,
  count: number,
): number {
  let sum = (chance[count] as number) * (starts.resting[at * (count + 1) + count] as number);
  for (const slot of starts.looked) {
    if (slot >= worth.lastSlot) break;
    const taken = chance[slot] as number;
    if (taken > LEAST_CHANCE) sum += taken * startValue(starts, at, slot, outlook, count);
  }
  return sum;
}
