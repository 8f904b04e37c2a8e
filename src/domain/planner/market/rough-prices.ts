import { byDay, bySlot } from '../by-slot.ts';
import type { OneReview } from '../one-review.ts';
import { type Market, marketOf } from './market.ts';
import { findPrices, LAST_STAGES } from './prices.ts';

/** Trying prices once costs a backward pass a group, over the pairs of its slots. */
const EASY_WORK = 2 * 30 ** 2;
const FAR_AT_FIRST = 0.1;
const FEWEST_SLOTS = 9;

/** So many slots at most that trying prices is quick with so many groups. */
export function quickSlots(groups: number): number {
  return Math.max(FEWEST_SLOTS, Math.floor(Math.sqrt(EASY_WORK / Math.max(1, groups))));
}

/** Prices by slot to begin with, found where days are taken together; absent where that saves nothing. */
export function roughPrices(
  market: Market,
  { recallWithout }: OneReview,
): Float64Array | undefined {
  const most = quickSlots(market.worth.length);
  if (market.field.slots.count <= most) return undefined;
  const few = marketOf(market.input, recallWithout, most);
  return bySlot(byDay(findPrices(few, undefined, FAR_AT_FIRST, LAST_STAGES).prices, few), market);
}
