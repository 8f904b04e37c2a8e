import type { Market } from '../market/market.ts';
import { everyCell, type Reachable } from '../market/reachable.ts';
import { finalRecallOf, finalRecallOfStart } from './final-recall.ts';
import { emptyStarts, fillStart, lookedIn, type Starts, soundCard } from '../market/starts.ts';
import { bestOf, chooseStart, startValue, weighStart } from '../market/start-choice.ts';
import { solveValues } from '../market/values.ts';
import { type Worth, worthOf } from '../model/worth.ts';
import type { PlannedCards } from '../input.ts';

/** From so many cards on, a card's far days are looked at one in three: it halves the time. */
const MANY_CARDS = 3000;
const NEAR_SLOTS = 6;
const FAR_STEP = 3;

/** What the prices found mean for a card. */
export interface Seen {
  /** Net gain per second of studying it today. */
  readonly index: number;
  /** Weighted recall at all its targets, and recall at the first, if the plan is followed. */
  readonly all: number;
  readonly first: number;
  /** Recall at the second target, the third, … */
  readonly later: readonly number[];
}

/** One group at the prices found; its values are left in market.values. */
export interface GroupView {
  /** [slot][cell]: weighted recall that a memory reviewed then will have earned. */
  readonly outlook: Float64Array;
  /** [slot, or never]: how the card looked at last chooses. */
  readonly chance: Float64Array;
  /** `card`: its number; in a view of the sample its place there. */
  look(card: number): Seen;
}

/** A view of any card. */
export function viewOf(market: Market, own: Worth, prices: Float64Array): GroupView {
  const { field, input, model } = market;
  // New cards of a group are looked at once for all, so every slot can be.
  const forNew = emptyStarts(1, field);
  const forSeen = emptyStarts(1, field, lookedAt(field.slots.count, input.cards));
  const { look, ...view } = seeing(market, own, prices, everyCell(field));
  return {
    ...view,
    look: (card) => {
      const starts = input.cards.isNew[card] ? forNew : forSeen;
      fillStart(starts, 0, input.cards, card, own, field, model);
      return look(starts, 0, card);
    },
  };
}

/** A view of the cards of the sample. `looked`: the slots that seen ones are looked at in. */
export function sampleViewOf(
  market: Market,
  own: Worth,
  reach: Reachable,
  prices: Float64Array,
  looked?: Int32Array,
): GroupView {
  const { field, input, sample, starts } = market;
  const forSeen = lookedIn(starts, looked ?? lookedAt(field.slots.count, input.cards));
  const { look, ...view } = seeing(market, own, prices, reach);
  return {
    ...view,
    look: (at) => {
      const card = sample.card[at] ?? 0;
      return look(input.cards.isNew[card] ? starts : forSeen, at, card);
    },
  };
}

/** Looks at card `card`, at place `at` of `starts`. */
type Look = (starts: Starts, at: number, card: number) => Seen;

function seeing(
  market: Market,
  own: Worth,
  prices: Float64Array,
  reach: Reachable,
): Omit<GroupView, 'look'> & { readonly look: Look } {
  const { field, values } = market;
  const { count } = field.slots;
  solveValues(field, own, prices, values, reach);
  const outlook = finalRecallOf(field, own, own.resting, values, reach);
  const chance = new Float64Array(count + 1);
  const isSingle = own.targets.length <= 1 && own.weight > 0;
  const atEach = isSingle
    ? []
    : own.targets.map(({ day }) => recallAt(Math.max(1, day), market, own, reach, chance));
  return {
    outlook,
    chance,
    look: (starts, at, card) => {
      weighStart(starts, at, own, field, prices, values.value, chance);
      const today =
        (starts.resting[at * (count + 1)] ?? 0) + startValue(starts, at, 0, values.value, count);
      const waiting = bestOf(starts.looked, chance, own, count, 1);
      const index = (today - waiting) / Math.max(1e-9, starts.seconds[at * count] ?? 1);
      chooseStart(starts, chance, field, own);
      const all = finalRecallOfStart(starts, at, own, chance, outlook, count);
      const [first = all / own.weight, ...later] = atEach.map((recall) => recall(starts, at, card));
      return { index, all, first: Math.min(1, first), later };
    },
  };
}

/** Recall on `day`, one of several targets, for the card looked at. */
function recallAt(
  day: number,
  { field, values, input, model, restingUntil }: Market,
  own: Worth,
  reach: Reachable,
  chance: Float64Array,
): (starts: Starts, at: number, card: number) => number {
  const { count, day: days } = field.slots;
  const earned =
    restingUntil.get(day) ?? worthOf({ targets: [{ day, weight: 1 }] }, field.slots, model).resting;
  restingUntil.set(day, earned);
  const outlook = finalRecallOf(field, own, earned, values, reach);
  const resting = new Float64Array(count + 1);
  return (starts, at, card) => {
    const recall = input.cards.isNew[card] ? 0 : recallOn(card, input.cards);
    for (let slot = 0; slot < count; slot++) {
      resting[slot] = day <= (days[slot] ?? 0) ? recall : 0;
    }
    resting[count] = recall;
    return Math.min(1, finalRecallOfStart(starts, at, own, chance, outlook, count, resting, 0));
  };
  function recallOn(card: number, cards: PlannedCards): number {
    const { stability, elapsedDays } = soundCard(cards, card);
    return model.recall(day + elapsedDays, stability);
  }
}

function lookedAt(count: number, cards: PlannedCards): Int32Array {
  const all = Array.from({ length: count }, (_, slot) => slot);
  if (cards.isNew.length < MANY_CARDS) return Int32Array.from(all);
  const last = count - 1;
  return Int32Array.from(all.filter((slot) => slot < NEAR_SLOTS || (last - slot) % FAR_STEP === 0));
}
