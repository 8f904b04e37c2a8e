import { boundOf } from './bound.ts';
import { type GroupView, type Seen, viewOf } from './group-view.ts';
import { laterRecallWithout } from './later-targets.ts';
import { isStudied, type Market } from '../market/market.ts';
import type { OneReview } from '../one-review.ts';

/** What the prices found mean for every card and for all together; fields as in Plan. */
export interface Prospects {
  readonly index: Float64Array;
  readonly recall: Float64Array;
  readonly laterRecall: readonly Float64Array[];
  readonly laterRecallWithout: readonly Float64Array[];
  readonly predicted: number;
  readonly withoutStudy: number;
  /** By slot: expected first showings. */
  readonly newBySlot: Float64Array;
  readonly introduced: Float64Array;
  readonly boundEstimate: number;
}

/** `prices`: by slot, as found for `market`. */
export function prospects(market: Market, prices: Float64Array, known: OneReview): Prospects {
  const { input, field, worth } = market;
  const length = input.cards.isNew.length;
  const index = new Float64Array(length);
  const recall = Float64Array.from(known.recallWithout);
  const without = laterRecallWithout(input, known.recallWithout);
  const laterRecall = without.map((recalls) => Float64Array.from(recalls));
  const newBySlot = new Float64Array(field.slots.count);
  const introduced = new Float64Array(worth.length);
  const sums = { weight: 0, without: 0, with: 0, bound: 0, sampled: 0 };
  const cardsOf = cardsByGroup(input.cards.group, worth.length);
  worth.forEach((own, group) => {
    const members = cardsOf[group] ?? [];
    if (!isStudied(own) || members.length === 0) return;
    const view = viewOf(market, own, prices);
    const newcomer = newcomers(market, members, view, group, newBySlot, introduced);
    for (const card of members) {
      const isLike = newcomer && input.cards.isNew[card] && !input.isHeldBack?.[card];
      const seen = isLike ? newcomer : view.look(card);
      index[card] = seen.index;
      recall[card] = seen.first;
      laterRecall.forEach((recalls, at) => {
        recalls[card] = seen.later[at] ?? seen.first;
      });
      sums.with += seen.all;
      sums.without += own.weight * (known.meanWithout[card] ?? 0);
    }
    sums.weight += own.weight * members.length;
    const certified = boundOf(market, group, own, prices, view.outlook);
    sums.bound += certified.bound;
    sums.sampled += certified.sampled;
  });
  return {
    index,
    recall,
    laterRecall,
    laterRecallWithout: without,
    newBySlot,
    introduced,
    ...totals(market, prices, known, sums),
  };
}

/** New cards of a group are alike: one look serves all. `undefined` where there are none. */
function newcomers(
  { input, field }: Market,
  members: readonly number[],
  view: GroupView,
  group: number,
  newBySlot: Float64Array,
  introduced: Float64Array,
): Seen | undefined {
  const unseen = members.filter((card) => input.cards.isNew[card]);
  if (unseen.length === 0) return undefined;
  let shown = 0;
  const addShown = (cards: number): void => {
    for (let slot = 0; slot < newBySlot.length; slot++) {
      newBySlot[slot] = (newBySlot[slot] ?? 0) + cards * (view.chance[slot] ?? 0);
    }
    shown += cards * (1 - (view.chance[field.slots.count] ?? 0));
  };
  const free = unseen.filter((card) => !input.isHeldBack?.[card]);
  const held = unseen.find((card) => input.isHeldBack?.[card]);
  if (held !== undefined) {
    view.look(held);
    addShown(unseen.length - free.length);
  }
  const seen = free[0] === undefined ? undefined : view.look(free[0]);
  if (seen) addShown(free.length);
  introduced[group] = shown / unseen.length;
  return seen;
}

/** Means over all targets of all cards; where no target weighs anything, of what is known. */
function totals(
  { field: { slots } }: Market,
  prices: Float64Array,
  known: OneReview,
  sums: { weight: number; without: number; with: number; bound: number; sampled: number },
): Pick<Prospects, 'predicted' | 'withoutStudy' | 'boundEstimate'> {
  if (sums.weight === 0) {
    const { length } = known.meanWithout;
    const mean = known.meanWithout.reduce((sum, part) => sum + part, 0) / Math.max(1, length);
    return { predicted: mean, withoutStudy: mean, boundEstimate: mean };
  }
  const withoutStudy = sums.without / sums.weight;
  const predicted = Math.min(1, Math.max(withoutStudy, sums.with / sums.weight));
  const paid = prices.reduce(
    (sum, price, slot) => sum + price * (slots.budgetSeconds[slot] ?? 0),
    0,
  );
  // The sample's own gap, laid on top of what all cards are predicted: sampling cancels out.
  const gap = Math.max(0, sums.bound + paid - sums.sampled) / sums.weight;
  return { predicted, withoutStudy, boundEstimate: Math.min(1, predicted + gap) };
}

function cardsByGroup(group: Uint16Array, groups: number): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  group.forEach((own, card) => {
    members[own]?.push(card);
  });
  return members;
}
