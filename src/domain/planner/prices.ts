import { demandAt, type Market, meanWeight } from './market.ts';
import { minimise } from './minimise.ts';

/** Evaluations of all cards: from nothing, and from the prices of the day before. */
const FIRST_EVALUATIONS = 34;
const WARM_EVALUATIONS = 7;
/** Prices this small, in recall of a usual card per second, change no choice. */
const LEAST_PRICE = 1e-6;
/** Loads this near to their budgets are near enough; root mean square. */
const NEAR_ENOUGH = 0.004;

export interface Prices {
  /** By slot, weighted recall per second. */
  readonly prices: Float64Array;
  readonly loadSeconds: Float64Array;
  readonly convergence: number;
}

/**
 * The prices at which the cards ask for no more seconds than each slot has: the lowest point of
 * Σ values(prices) + Σ price · budget, which is convex. In logarithms, so that prices stay
 * positive. `start`: prices to begin with.
 */
export function findPrices(market: Market, start?: Float64Array): Prices {
  const { budgetSeconds, count } = market.field.slots;
  const unit = meanWeight(market.input, market.worth);
  const open = Array.from({ length: count }, (_, slot) => slot).filter(
    (slot) => (budgetSeconds[slot] ?? 0) > 0,
  );
  const prices = new Float64Array(count);
  if (unit === 0 || open.length === 0) {
    return { prices, loadSeconds: new Float64Array(count), convergence: 0 };
  }
  const least = LEAST_PRICE * unit;
  const first = start ? usable(start, least) : firstPrices(market, open, unit);
  let loadSeconds: Float64Array = new Float64Array(count);
  const evaluate = (logs: Float64Array) => {
    open.forEach((slot, at) => {
      prices[slot] = Math.max(least, Math.exp(logs[at] ?? 0));
    });
    const demand = demandAt(market, prices);
    loadSeconds = demand.loadSeconds;
    let value = demand.value;
    const slope = Float64Array.from(open, (slot) => {
      const price = prices[slot] ?? 0;
      const budget = budgetSeconds[slot] ?? 0;
      value += price * budget;
      return price > least || (loadSeconds[slot] ?? 0) > budget
        ? price * (budget - (loadSeconds[slot] ?? 0))
        : 0;
    });
    return { value, slope };
  };
  const isBinding = (slot: number): boolean =>
    (prices[slot] ?? 0) > 50 * least || (loadSeconds[slot] ?? 0) > (budgetSeconds[slot] ?? 0);
  const apart = (): number => {
    let sum = 0;
    let days = 0;
    for (const slot of open) {
      if (!isBinding(slot)) continue;
      const budget = budgetSeconds[slot] ?? 0;
      sum += (((loadSeconds[slot] ?? 0) - budget) / budget) ** 2;
      days++;
    }
    return days > 0 ? Math.sqrt(sum / days) : 0;
  };
  const found = minimise(
    evaluate,
    Float64Array.from(open, (slot) => Math.log(Math.max(least, first[slot] ?? least))),
    {
      evaluations: start ? WARM_EVALUATIONS : FIRST_EVALUATIONS,
      longestStep: 0.8,
      scale: Float64Array.from(open, (slot) => {
        return 0.25 / Math.max(1e-12, (first[slot] ?? 0) * (budgetSeconds[slot] ?? 0));
      }),
      isDone: () => apart() < NEAR_ENOUGH,
    },
  );
  evaluate(found);
  return { prices, loadSeconds, convergence: apart() };
}

function usable(start: Float64Array, least: number): Float64Array {
  return start.map((price) => (price > least && Number.isFinite(price) ? price : least));
}

/**
 * Prices that fall towards the exam, as those found by simulation do (about its distance to the
 * power of −0.27), at the level where the total load fits the total budget.
 */
function firstPrices(market: Market, open: readonly number[], unit: number): Float64Array {
  const { day, budgetSeconds, count } = market.field.slots;
  const end = Math.max(1, ...market.worth.flatMap(({ targets }) => targets.map((t) => t.day)));
  const shape = Float64Array.from(
    { length: count },
    (_, slot) => Math.max(1, end - (day[slot] ?? 0)) ** -0.27,
  );
  const budget = open.reduce((sum, slot) => sum + (budgetSeconds[slot] ?? 0), 0);
  let low = Math.log(LEAST_PRICE * unit);
  let high = Math.log(unit);
  for (let round = 0; round < 7; round++) {
    const middle = round === 0 ? Math.log(0.01 * unit) : (low + high) / 2;
    const { loadSeconds } = demandAt(
      market,
      shape.map((part) => part * Math.exp(middle)),
    );
    const load = loadSeconds.reduce((sum, seconds) => sum + seconds, 0);
    if (load > budget) low = middle;
    else high = middle;
  }
  const level = Math.exp((low + high) / 2);
  return shape.map((part) => part * level);
}
