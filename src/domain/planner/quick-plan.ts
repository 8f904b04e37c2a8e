import { byDay, spreadShares } from './by-slot.ts';
import type { PlanForecast, PlanInput } from './input.ts';
import { isStudied, type Market, marketOf } from './market/market.ts';
import { findPrices, QUICK_STAGES } from './market/prices.ts';
import { quickSlots } from './market/rough-prices.ts';
import { nearestTo } from './nearest-to.ts';
import { oneReviewToday } from './one-review.ts';
import { sampleViewOf } from './prospects/group-view.ts';
import { laterRecallWithout } from './prospects/later-targets.ts';

/** Slots that days are gathered in, and seen cards that stand for all. */
const MOST_SLOTS = 16;
const SAMPLE = 120;
/** Loads this far from their budgets change a first figure by less than a point. */
const FAR = 0.1;

/**
 * What a plan will give, for an answer at once: the same market of the same cards, in a few slots of
 * days and over a sample of the cards. Cards are as the one of the sample nearest to them; what study
 * adds is told as a share of what is missing without it.
 */
export function quickPlan(input: PlanInput): PlanForecast & { readonly prices: Float64Array } {
  const known = oneReviewToday(input);
  const slots = Math.min(MOST_SLOTS, quickSlots(input.groups.length));
  const market = marketOf(input, known.recallWithout, slots, SAMPLE);
  const found = findPrices(market, undefined, FAR, QUICK_STAGES);
  const laterWithout = laterRecallWithout(input, known.recallWithout);
  const without = [known.recallWithout, ...laterWithout];
  const recalls = without.map((recall) => Float64Array.from(recall));
  const newBySlot = new Float64Array(market.field.slots.count);
  const introduced = new Float64Array(market.worth.length);
  const lifts = market.worth.map((_, group) => {
    return liftOf(market, group, found.prices, without, newBySlot, introduced);
  });
  const { isNew, group } = input.cards;
  for (let card = 0; card < isNew.length; card++) {
    const lift = lifts[group[card] ?? 0];
    if (!lift) continue;
    const isFree = isNew[card] && !input.isHeldBack?.[card];
    const shares = (isFree && lift.fresh) || lift.nearest(known.recallWithout[card] ?? 0);
    recalls.forEach((recall, target) => {
      const share = shares[target] ?? shares[0] ?? 0;
      recall[card] = liftedBy(share, recall[card] ?? 0);
    });
  }
  const [recall = known.recallWithout, ...laterRecall] = recalls;
  return {
    prices: byDay(found.prices, market),
    recall,
    recallWithout: known.recallWithout,
    laterRecall,
    laterRecallWithout: laterWithout,
    loadSeconds: spreadShares(found.loadSeconds, market),
    newPerDay: spreadShares(newBySlot, market),
    introduced,
  };
}

/** By target: the share of what is missing of recall that study adds; below 0 where none is left. */
type Shares = readonly number[];

interface Lift {
  /** Of a new card that may be had today. */
  readonly fresh: Shares | undefined;
  /** Of the sampled card whose recall at the first target, without study, is nearest. */
  nearest(recallWithout: number): Shares;
}

/** Adds what is shown of the group's new cards to `newBySlot` and `introduced`. */
function liftOf(
  market: Market,
  group: number,
  prices: Float64Array,
  without: readonly Float64Array[],
  newBySlot: Float64Array,
  introduced: Float64Array,
): Lift | undefined {
  const { field, worth, sample, reach, input } = market;
  const own = worth[group];
  const begin = sample.begin[group] ?? 0;
  const end = sample.begin[group + 1] ?? 0;
  const within = reach[group];
  if (!own || !within || begin === end || !isStudied(own)) return undefined;
  const { count } = field.slots;
  const every = Int32Array.from({ length: count }, (_, slot) => slot);
  const view = sampleViewOf(market, own, within, prices, every);
  let fresh: Shares | undefined;
  const keys: number[] = [];
  const lifts: Shares[] = [];
  let unseen = 0;
  let shown = 0;
  for (let at = begin; at < end; at++) {
    const card = sample.card[at] ?? 0;
    const standsFor = sample.standsFor[at] ?? 0;
    const { first, later } = view.look(at);
    const shares = [first, ...later].map((recall, target) => {
      return shareAdded(recall, without[target]?.[card] ?? 0);
    });
    if (input.cards.isNew[card]) {
      unseen += standsFor;
      shown += standsFor * (1 - (view.chance[count] ?? 0));
      for (let slot = 0; slot < count; slot++) {
        newBySlot[slot] = (newBySlot[slot] ?? 0) + standsFor * (view.chance[slot] ?? 0);
      }
    }
    if (input.cards.isNew[card] && !input.isHeldBack?.[card]) fresh = shares;
    else {
      keys.push(without[0]?.[card] ?? 0);
      lifts.push(shares);
    }
  }
  introduced[group] = unseen > 0 ? shown / unseen : 0;
  return {
    fresh,
    nearest: (recallWithout) => lifts[nearestTo(recallWithout, keys)] ?? fresh ?? [],
  };
}

function shareAdded(recall: number, without: number): number {
  return without < 1 ? (recall - without) / (1 - without) : 0;
}

function liftedBy(share: number, recall: number): number {
  return Math.min(1, Math.max(0, recall + share * (1 - recall)));
}
