import { demandAt, type Market, meanWeight } from './market.ts';
import { minimise } from './minimise.ts';

/**
 * How prices are sought from nothing, and from those of the day before: at a high temperature
 * first, where loads change gently with prices, then at the plan's own.
 */
const FIRST_STAGES = [
  { temperature: 4, nearEnough: 0.06, evaluations: 12 },
  { temperature: 1, nearEnough: 0.01, evaluations: 60 },
];
const WARM_STAGES = [{ temperature: 1, nearEnough: 0.01, evaluations: 7 }];
/** From those of other budgets of the same days, which are farther off: for a point of a curve. */
export const NEAR_STAGES: readonly Stage[] = [
  { temperature: 1, nearEnough: 0.03, evaluations: 16 },
];
/** From prices of fewer slots: their days were taken together, so loads are far from budgets at first. */
export const ROUGH_STAGES: readonly Stage[] = [
  { temperature: 16, nearEnough: 0.1, evaluations: 8 },
  { temperature: 4, nearEnough: 0.05, evaluations: 12 },
  { temperature: 1, nearEnough: 0.01, evaluations: 40 },
];
/** The same for a point of a curve, from prices of other budgets. */
export const ROUGH_NEAR_STAGES: readonly Stage[] = [
  { temperature: 16, nearEnough: 0.15, evaluations: 8 },
  { temperature: 4, nearEnough: 0.1, evaluations: 10 },
  { temperature: 1, nearEnough: 0.05, evaluations: 20 },
];
/** For a first figure, from nothing. */
export const QUICK_STAGES: readonly Stage[] = [
  { temperature: 16, nearEnough: 0.15, evaluations: 8 },
  { temperature: 4, nearEnough: 0.1, evaluations: 12 },
  { temperature: 1, nearEnough: 0.05, evaluations: 25 },
];
/** For loads that leap with the price, as with minutes for one card in a thousand: slow and sure. */
export const LAST_STAGES = [
  { temperature: 64, nearEnough: 0.1, evaluations: 25 },
  { temperature: 16, nearEnough: 0.05, evaluations: 25 },
  { temperature: 4, nearEnough: 0.03, evaluations: 40 },
  { temperature: 1, nearEnough: 0.01, evaluations: 80 },
];
/** Loads farther from their budgets than this are not left so. */
const FAR = 0.05;
/** Few days or cards cost less to try, so they may be tried more often, by as many times. */
const MOST_TIMES = 4;
const USUAL_WORK = 150_000;
const WORK_PER_SLOT_PAIR = 96;
const WORK_PER_START = 3;

/** Prices this small, in recall of a usual card per second, change no choice. */
const LEAST_PRICE = 1e-6;
/** From so many times that on, a price is one that keeps cards away. */
const BINDING_FROM = 50;
/** Logarithms of prices: how far a first step goes per relative excess, and any at most. */
const FIRST_STEP = 0.2;
const LONGEST_STEP = 0.8;

interface Stage {
  readonly temperature: number;
  readonly nearEnough: number;
  readonly evaluations: number;
}

export interface Prices {
  /** By slot, weighted recall per second. */
  readonly prices: Float64Array;
  readonly loadSeconds: Float64Array;
  readonly convergence: number;
}

/**
 * The prices at which the cards ask for no more seconds than each slot has: the lowest point of
 * Σ values(prices) + Σ price · budget, which is convex. `start`: prices to begin with; where a few
 * steps from there leave loads `far` from their budgets, more are taken. `warm`: other ways of taking
 * those steps, tried one after the other.
 */
export function findPrices(
  market: Market,
  start?: Float64Array,
  far = FAR,
  ...warm: readonly (readonly Stage[])[]
): Prices {
  const { budgetSeconds, count } = market.field.slots;
  const unit = meanWeight(market.input, market.worth);
  const open = Array.from({ length: count }, (_, slot) => slot).filter(
    (slot) => (budgetSeconds[slot] ?? 0) > 0,
  );
  if (unit === 0 || open.length === 0) {
    const nothing = new Float64Array(count);
    return { prices: nothing, loadSeconds: nothing, convergence: 0 };
  }
  const least = LEAST_PRICE * unit;
  const times = timesTried(market);
  const settleBy = (stages: readonly Stage[], from: Float64Array): Prices => {
    let found: Prices = { prices: from, loadSeconds: from, convergence: 0 };
    for (const { temperature, nearEnough, evaluations } of stages) {
      const field = { ...market.field, temperature: temperature * market.field.temperature };
      found = settle({ ...market, field }, found.prices, open, least, {
        nearEnough,
        evaluations: Math.round(evaluations * times),
      });
    }
    return found;
  };
  const first = start ? usable(start, least) : firstPrices(market, open, unit);
  const ways = warm.length === 0 && start ? [WARM_STAGES] : warm;
  let from = first;
  for (const stages of ways) {
    const found = settleBy(stages, from);
    if (found.convergence <= far) return found;
    from = found.prices;
  }
  const found = settleBy(noNearer(FIRST_STAGES, far), from);
  if (found.convergence <= Math.max(far, FAR)) return found;
  const last = settleBy(noNearer(LAST_STAGES, far), found.prices);
  return last.convergence < found.convergence ? last : found;
}

/** Where loads may be `far` from their budgets, they need not be brought nearer than half of that. */
function noNearer(stages: readonly Stage[], far: number): readonly Stage[] {
  if (far <= FAR) return stages;
  return stages.map((stage) => ({ ...stage, nearEnough: Math.max(stage.nearEnough, far / 2) }));
}

/** How often a stage may be repeated: the fewer cards and days, the less each try costs. */
function timesTried({ field: { slots }, worth, sample }: Market): number {
  const pairs = worth.length * slots.count ** 2 * WORK_PER_SLOT_PAIR;
  const starts = sample.card.length * slots.count * WORK_PER_START;
  return Math.min(MOST_TIMES, Math.max(1, USUAL_WORK / (pairs + starts)));
}

/** Lets prices settle from `first`, in logarithms, so that they stay positive. */
function settle(
  market: Market,
  first: Float64Array,
  open: readonly number[],
  least: number,
  { nearEnough, evaluations }: Omit<Stage, 'temperature'>,
): Prices {
  const { budgetSeconds, count } = market.field.slots;
  const budgetOf = (slot: number): number => budgetSeconds[slot] ?? 0;
  const pricesAt = (logs: Float64Array): Float64Array => {
    const prices = new Float64Array(count);
    open.forEach((slot, at) => {
      prices[slot] = Math.max(least, Math.exp(logs[at] ?? 0));
    });
    return prices;
  };
  const settled = minimise(
    (logs) => {
      const prices = pricesAt(logs);
      const { value, loadSeconds } = demandAt(market, prices);
      const slope = Float64Array.from(open, (slot) => {
        const over = (loadSeconds[slot] ?? 0) - budgetOf(slot);
        const price = prices[slot] ?? 0;
        return price > least || over > 0 ? -price * over : 0;
      });
      const paid = open.reduce((sum, slot) => sum + (prices[slot] ?? 0) * budgetOf(slot), 0);
      return { value: value + paid, slope, prices, loadSeconds };
    },
    Float64Array.from(open, (slot) => Math.log(Math.max(least, first[slot] ?? least))),
    {
      evaluations,
      longestStep: LONGEST_STEP,
      scale: Float64Array.from(open, (slot) => {
        return FIRST_STEP / Math.max(1e-12, Math.max(least, first[slot] ?? 0) * budgetOf(slot));
      }),
      isDone: ({ prices, loadSeconds }) =>
        distance(open, prices, loadSeconds, budgetSeconds, least) < nearEnough,
    },
  );
  const { prices, loadSeconds } = settled;
  const convergence = distance(open, prices, loadSeconds, budgetSeconds, least);
  return { prices, loadSeconds, convergence };
}

/** Root mean square of (load − budget) / budget over the slots whose budget binds. */
function distance(
  open: readonly number[],
  prices: Float64Array,
  loadSeconds: Float64Array,
  budgetSeconds: Float64Array,
  least: number,
): number {
  let sum = 0;
  let binding = 0;
  for (const slot of open) {
    const budget = budgetSeconds[slot] ?? 0;
    const over = (loadSeconds[slot] ?? 0) - budget;
    if ((prices[slot] ?? 0) <= BINDING_FROM * least && over <= 0) continue;
    sum += (over / budget) ** 2;
    binding++;
  }
  return binding > 0 ? Math.sqrt(sum / binding) : 0;
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
  for (let round = 0; round < 5; round++) {
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
