import type { PlanInput } from './input.ts';
import { byDay, bySlot } from './by-slot.ts';
import { type Market, marketOf } from './market/market.ts';
import { oneReviewToday } from './one-review.ts';
import { findPrices, NEAR_STAGES, ROUGH_NEAR_STAGES } from './market/prices.ts';
import { quickSlots } from './market/rough-prices.ts';
import { prospects } from './prospects/prospects.ts';
import { sampledRecall } from './prospects/sampled-recall.ts';

/** More minutes than so many times the budget are not looked at. */
const MOST_FACTOR = 16;
const HALVINGS = 10;
/** Loads this far from their budgets would show as a dent in the curve. */
const FAR = 0.01;
/** A point judged by a sample beside one that is known exactly shows no dent so soon. */
const FAR_ON_CURVE = 0.1;

/**
 * Predicted recall (as Plan.predicted, 0 to 1) for each factor of the budget, in the order given.
 * A larger factor never has less: whoever has more minutes may leave some unused.
 */
export function minutesCurve(input: PlanInput, factors: readonly number[]): Float64Array {
  const predict = predictor(input);
  const curve = new Float64Array(factors.length);
  let most = 0;
  const ascending = [...factors.keys()].sort((a, b) => (factors[a] ?? 0) - (factors[b] ?? 0));
  for (const at of ascending) {
    most = Math.max(most, predict(factors[at] ?? 0));
    curve[at] = most;
  }
  return curve;
}

/** What the days' budgets times a factor lead to. */
export interface OnCurve {
  /** By day, as of a plan. */
  readonly prices: Float64Array;
  /** By group and target, see sampledRecall. */
  readonly recall: readonly (readonly number[])[];
}

/**
 * Plans of the same cards with `factor` (above 0) times each day's budget: what they have in common
 * is worked out once, each begins with the prices of those before, and is judged by the sample.
 * `prices`: by day, of the plan of the budget as it is.
 */
export function curveOf(input: PlanInput, prices?: Float64Array): (factor: number) => OnCurve {
  const shared = marketOf(
    input,
    oneReviewToday(input).recallWithout,
    quickSlots(input.groups.length),
  );
  const isRough = shared.field.slots.count < input.budgetSeconds.length;
  const found = new Map<number, OnCurve>();
  return (factor) => {
    const known = found.get(factor);
    if (known) return known;
    const market = withFactor(shared, factor);
    const start = pricesNear(found, factor) ?? prices;
    const { prices: own } = findPrices(
      market,
      start && bySlot(start, market),
      FAR_ON_CURVE,
      ...(isRough ? [ROUGH_NEAR_STAGES] : [NEAR_STAGES, ROUGH_NEAR_STAGES]),
    );
    const point = { prices: byDay(own, market), recall: sampledRecall(market, own) };
    found.set(factor, point);
    return point;
  };
}

/** Prices to start from: between two points, between theirs; else those of the nearest. */
function pricesNear(found: ReadonlyMap<number, OnCurve>, factor: number): Float64Array | undefined {
  const distance = (other: number): number => Math.abs(Math.log(other / factor));
  const near = [...found].sort(([a], [b]) => distance(a) - distance(b));
  const [first] = near;
  if (!first) return undefined;
  const [from, { prices }] = first;
  const beyond = near.find(([other]) => other < factor !== from < factor);
  if (!beyond || from === factor) return prices;
  const [to, { prices: others }] = beyond;
  const share = Math.log(factor / from) / Math.log(to / from);
  // Where nothing is studied this is no number, and findPrices begins with its least.
  return prices.map((price, day) => price * ((others[day] ?? 0) / price) ** share);
}

/** Slots are of the same days, whatever their budgets, as long as they have any. */
function withFactor(market: Market, factor: number): Market {
  const { input, field } = market;
  const times = (seconds: number): number => seconds * factor;
  const slots = { ...field.slots, budgetSeconds: field.slots.budgetSeconds.map(times) };
  return {
    ...market,
    input: { ...input, budgetSeconds: input.budgetSeconds.map(times) },
    field: { ...field, slots },
  };
}

/**
 * The smallest factor of the budget, to about a hundredth, with which the predicted recall is
 * `target`; `undefined` where 16 times the budget does not reach it.
 */
export function factorFor(input: PlanInput, target: number): number | undefined {
  const predict = predictor(input);
  if (predict(0) >= target) return 0;
  let low = 0;
  let high = 1;
  while (predict(high) < target) {
    low = high;
    high *= 2;
    if (high > MOST_FACTOR) return undefined;
  }
  for (let halving = 0; halving < HALVINGS && high - low > 0.005 * high; halving++) {
    const middle = (low + high) / 2;
    if (predict(middle) < target) low = middle;
    else high = middle;
  }
  return high;
}

/** Predicts for one factor after the other; each starts from the prices of the nearest before. */
function predictor(input: PlanInput): (factor: number) => number {
  const known = oneReviewToday(input);
  const found: { factor: number; prices: Float64Array }[] = [];
  return (factor) => {
    const budgetSeconds = input.budgetSeconds.map((seconds) => seconds * Math.max(0, factor || 0));
    const market = marketOf({ ...input, budgetSeconds }, known.recallWithout);
    const near = found.toSorted(
      (a, b) => Math.abs(a.factor - factor) - Math.abs(b.factor - factor),
    )[0];
    const same = near?.prices.length === market.field.slots.count ? near.prices : undefined;
    const prices = findPrices(market, same, FAR);
    if (factor > 0) found.push({ factor, prices: prices.prices });
    return prospects(market, prices.prices, known).predicted;
  };
}
