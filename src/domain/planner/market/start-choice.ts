/** What the next reviews of some cards are worth, price taken off, and which are chosen. */
import * as exponents from '../model/exponential.ts';
import * as grid from '../model/grid.ts';
import * as moving from '../model/moves.ts';
import type { Worth } from '../model/worth.ts';
import type { Starts } from './starts.ts';
import type { PlanFrame } from './values.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { CELLS, STABILITIES } = grid;
const { OUTCOMES } = moving;
const { LEAST_EXPONENT, expOfNegative } = exponents;

/**
 * What it is worth, price aside, to review the card at place `at` in `slot` and follow `values`; what
 * was earned before it not counted.
 */
export function startValue(
  starts: Starts,
  at: number,
  slot: number,
  value: Float64Array,
  count: number,
): number {
  const { probability, column, row } = starts;
  const place = (at * count + slot) * OUTCOMES;
  let sum = 0;
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    const r = row[at * OUTCOMES + outcome] as number;
    const c = column[place + outcome] as number;
    const below = r | 0;
    const left = c | 0;
    const cell = slot * CELLS + below * STABILITIES + left;
    const share = c - left;
    const v00 = value[cell] as number;
    const v10 = value[cell + STABILITIES] as number;
    const low = v00 + share * ((value[cell + 1] as number) - v00);
    const high = v10 + share * ((value[cell + STABILITIES + 1] as number) - v10);
    sum += (probability[place + outcome] as number) * (low + (r - below) * (high - low));
  }
  return sum;
}

/**
 * Fills `net` ([slot], then never): what the card at place `at` is worth with its next review then,
 * prices taken off; −∞ where there is no study.
 */
export function weighStart(
  starts: Starts,
  at: number,
  worth: Worth,
  { slots: { count, budgetSeconds } }: PlanFrame,
  prices: Float64Array,
  value: Float64Array,
  net: Float64Array,
): void {
  const { resting, cost, seconds, looked } = starts;
  const earned = at * (count + 1);
  net[count] = (resting[earned + count] as number) - (cost[earned + count] as number);
  for (let each = 0; each < looked.length; each++) {
    const slot = looked[each] as number;
    if (slot >= worth.lastSlot) break;
    const price = (prices[slot] as number) * (seconds[at * count + slot] as number);
    net[slot] =
      (budgetSeconds[slot] as number) > 0
        ? (resting[earned + slot] as number) +
          startValue(starts, at, slot, value, count) -
          price -
          (cost[earned + slot] as number)
        : Number.NEGATIVE_INFINITY;
  }
}

/** Turns `net` into chances of each choice, and gives the smooth maximum. */
export function chooseStart(
  { looked, width }: Starts,
  net: Float64Array,
  { slots: { count }, temperature }: PlanFrame,
  worth: Worth,
): number {
  const best = bestOf(looked, net, worth, count);
  let total = Math.exp(((net[count] as number) - best) / temperature);
  net[count] = total;
  for (let each = 0; each < looked.length; each++) {
    const slot = looked[each] as number;
    if (slot >= worth.lastSlot) break;
    const behind = ((net[slot] as number) - best) / temperature;
    const share = behind > LEAST_EXPONENT ? (width[slot] as number) * expOfNegative(behind) : 0;
    net[slot] = share;
    total += share;
  }
  for (let each = 0; each < looked.length; each++) {
    const slot = looked[each] as number;
    if (slot >= worth.lastSlot) break;
    net[slot] = (net[slot] as number) / total;
  }
  net[count] = (net[count] as number) / total;
  return best + temperature * Math.log(total);
}

/** The best of `net` from the `first` slot on, and never. */
export function bestOf(
  looked: Int32Array,
  net: Float64Array,
  { lastSlot }: Worth,
  count: number,
  first = 0,
): number {
  let best = net[count] as number;
  for (let each = 0; each < looked.length; each++) {
    const slot = looked[each] as number;
    if (slot >= lastSlot) break;
    if (slot >= first && (net[slot] as number) > best) best = net[slot] as number;
  }
  return best;
}
