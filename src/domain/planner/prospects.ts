import type { Market } from './market.ts';
import { outlookOf, outlookOfStart } from './outlook.ts';
import type { OneReview } from './one-review.ts';
import type { Prices } from './prices.ts';
import {
  chooseStart,
  emptyStarts,
  fillResting,
  fillStart,
  type Starts,
  soundCard,
  startValue,
  weighStart,
} from './starts.ts';
import { emptyValues, solveValues } from './values.ts';
import { type Worth, worthOf } from './worth.ts';

/** What the prices found mean for every card and for all together; fields as in Plan. */
export interface Prospects {
  readonly index: Float64Array;
  readonly recall: Float64Array;
  readonly predicted: number;
  readonly withoutStudy: number;
  /** By slot: expected first showings. */
  readonly newBySlot: Float64Array;
  readonly introduced: Float64Array;
  readonly upperBound: number;
}

export function prospects(market: Market, { prices }: Prices, known: OneReview): Prospects {
  const { input, field, worth } = market;
  const { cards } = input;
  const length = cards.isNew.length;
  const { count, budgetSeconds } = field.slots;
  const index = new Float64Array(length);
  const recall = Float64Array.from(known.recallWithout);
  const newBySlot = new Float64Array(count);
  const introduced = new Float64Array(worth.length);
  let weight = 0;
  let without = 0;
  let gained = 0;
  let sampled = 0;
  let bound = 0;
  const cardsOf = cardsByGroup(cards.group, worth.length);
  worth.forEach((own, group) => {
    const members = cardsOf[group] ?? [];
    weight += own.weight * members.length;
    for (const card of members) without += own.weight * (known.meanWithout[card] ?? 0);
    if (own.weight === 0 || members.length === 0) return;
    const view = viewOf(market, own, prices);
    let newChance: number | undefined;
    let newIndex = 0;
    let newOutlook = { all: 0, first: 0 };
    let news = 0;
    for (const card of members) {
      if (cards.isNew[card]) news++;
      if (!cards.isNew[card] || newChance === undefined) {
        fillStart(view.starts, 0, cards, card, own, field, market.model);
        const seen = view.look(card);
        index[card] = seen.index;
        recall[card] = seen.first;
        gained += seen.all;
        if (!cards.isNew[card]) continue;
        newChance = 1 - (view.chance[count] ?? 0);
        newIndex = seen.index;
        newOutlook = seen;
        introduced[group] = newChance;
      } else {
        index[card] = newIndex;
        recall[card] = newOutlook.first;
        gained += newOutlook.all;
      }
    }
    if (newChance !== undefined) {
      const first = members.find((card) => cards.isNew[card]) ?? 0;
      fillStart(view.starts, 0, cards, first, own, field, market.model);
      view.look(first);
      for (let slot = 0; slot < own.lastSlot; slot++) {
        newBySlot[slot] = (newBySlot[slot] ?? 0) + news * (view.chance[slot] ?? 0);
      }
    }
    const certified = boundOf(market, group, own, prices, view);
    bound += certified.bound;
    sampled += certified.sampled;
  });
  if (weight === 0) {
    const mean = length > 0 ? known.meanWithout.reduce((sum, part) => sum + part, 0) / length : 0;
    return {
      index,
      recall,
      predicted: mean,
      withoutStudy: mean,
      newBySlot,
      introduced,
      upperBound: mean,
    };
  }
  let total = 0;

  for (let slot = 0; slot < count; slot++) {
    total += (prices[slot] ?? 0) * (budgetSeconds[slot] ?? 0);
  }
  const withoutStudy = without / weight;
  const predicted = Math.min(1, Math.max(withoutStudy, gained / weight));
  const gap = Math.max(0, bound + total - sampled);
  return {
    index,
    recall,
    predicted,
    withoutStudy,
    newBySlot,
    introduced,
    upperBound: Math.min(1, predicted + gap / weight),
  };
}

function cardsByGroup(group: Uint16Array, groups: number): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  group.forEach((own, card) => {
    members[own]?.push(card);
  });
  return members;
}

interface View {
  readonly starts: Starts;
  readonly chance: Float64Array;
  readonly outlook: Float64Array;
  /** Looks at the card in place 0 of `starts`. */
  look(card: number): { readonly index: number; readonly all: number; readonly first: number };
}

/** One group at the prices found: its values, and what following them gives. */
function viewOf(market: Market, own: Worth, prices: Float64Array): View {
  const { field, values, input, model } = market;
  const { count } = field.slots;
  solveValues(field, own, prices, values);
  const outlook = outlookOf(field, own, own.resting, values);
  const isSingle = own.targets.length === 1;
  const [first] = own.targets;
  const firstWorth =
    first && worthOf({ targets: [{ day: first.day, weight: 1 }] }, field.slots, model);
  const firstOutlook =
    isSingle || !firstWorth ? outlook : outlookOf(field, own, firstWorth.resting, values);
  const starts = emptyStarts(1, field);
  const firstStarts: Starts = { ...starts, resting: new Float64Array(count + 1) };
  const chance = new Float64Array(count + 1);
  return {
    starts,
    chance,
    outlook,
    look: (card) => {
      weighStart(starts, 0, own, field, prices, values.value, chance);
      const today = startValue(starts, 0, 0, values.value, count);
      let later = chance[count] ?? 0;
      for (let slot = 1; slot < own.lastSlot; slot++) later = Math.max(later, chance[slot] ?? 0);
      const index = (today - later) / Math.max(1e-9, starts.seconds[0] ?? 1);
      chooseStart(chance, field, own);
      const all = outlookOfStart(starts, 0, own, chance, outlook, count);
      if (isSingle || !firstWorth) return { index, all, first: Math.min(1, all / own.weight) };
      if (!input.cards.isNew[card]) {
        const { stability, elapsedDays } = soundCard(input.cards, card);
        const only = { ...firstWorth, lastSlot: own.lastSlot };
        fillResting(firstStarts.resting, 0, stability, elapsedDays, only, field.slots.day, model);
        if (only.targets.length === 1)
          fillEarned(firstStarts.resting, field.slots.day, only, count);
      } else firstStarts.resting.fill(0);
      const firstRecall = outlookOfStart(firstStarts, 0, own, chance, firstOutlook, count);
      return { index, all, first: Math.min(1, firstRecall) };
    },
  };
}

/** A first exam on or before a slot's day is sat by then, with the memory as it is. */
function fillEarned(resting: Float64Array, days: Int32Array, only: Worth, count: number): void {
  const [first] = only.targets;
  for (let slot = 0; slot < count; slot++) {
    resting[slot] = first && first.day <= (days[slot] ?? 0) ? (resting[count] ?? 0) : 0;
  }
}

/**
 * Over the sample: the sum of values at their hard maximum, which with Σ price · budget no plan
 * can pass (weak duality), and what the plan gives. Their difference certifies the plan.
 */
function boundOf(
  market: Market,
  group: number,
  own: Worth,
  prices: Float64Array,
  view: View,
): { readonly bound: number; readonly sampled: number } {
  const { field, sample, starts, values } = market;
  const { count } = field.slots;
  const hard = emptyValues(field);
  let sampled = 0;
  const begin = sample.begin[group] ?? 0;
  const end = sample.begin[group + 1] ?? 0;
  const net = new Float64Array(count + 1);
  for (let at = begin; at < end; at++) {
    weighStart(starts, at, own, field, prices, values.value, net);
    chooseStart(net, field, own);
    sampled +=
      (starts.standsFor[at] ?? 0) * outlookOfStart(starts, at, own, net, view.outlook, count);
  }
  solveValues(field, own, prices, hard, false);
  let bound = 0;
  for (let at = begin; at < end; at++) {
    weighStart(starts, at, own, field, prices, hard.value, net);
    let best = net[count] ?? 0;
    for (let slot = 0; slot < own.lastSlot; slot++) best = Math.max(best, net[slot] ?? 0);
    bound += (starts.standsFor[at] ?? 0) * best;
  }
  return { bound, sampled };
}
