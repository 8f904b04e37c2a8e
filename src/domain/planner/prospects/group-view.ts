import type { PlannedCards } from '../input.ts';
import type { Market } from '../market/market.ts';
import { finalRecallOf, finalRecallOfStart } from './final-recall.ts';
import { emptyStarts, fillStart, type Starts, soundCard } from '../market/starts.ts';
import { bestOf, chooseStart, startValue, weighStart } from '../market/start-choice.ts';
import { solveValues } from '../market/values.ts';
import { type Worth, worthOf } from '../model/worth.ts';

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

/** One group at the prices found. */
export interface GroupView {
  /** [slot][cell]: weighted recall that a memory reviewed then will have earned. */
  readonly outlook: Float64Array;
  /** [slot, or never]: how the card looked at last chooses. */
  readonly chance: Float64Array;
  look(card: number): Seen;
}

/** Leaves the group's values in market.values. `looked`: the slots that seen cards are looked at in. */
export function viewOf(
  market: Market,
  own: Worth,
  prices: Float64Array,
  looked?: Int32Array,
): GroupView {
  const { field, values, input, model } = market;
  const { count } = field.slots;
  solveValues(field, own, prices, values);
  const outlook = finalRecallOf(field, own, own.resting, values);
  // New cards of a group are looked at once for all, so every slot can be.
  const forNew = emptyStarts(1, field);
  const forSeen = emptyStarts(1, field, looked ?? lookedAt(count, input.cards));
  const chance = new Float64Array(count + 1);
  const isSingle = own.targets.length <= 1 && own.weight > 0;
  const atEach = isSingle
    ? []
    : own.targets.map(({ day }) => recallAt(Math.max(1, day), market, own, chance));
  return {
    outlook,
    chance,
    look: (card) => {
      const starts = input.cards.isNew[card] ? forNew : forSeen;
      fillStart(starts, 0, input.cards, card, own, field, model);
      weighStart(starts, 0, own, field, prices, values.value, chance);
      const today = startValue(starts, 0, 0, values.value, count);
      const waiting = bestOf(starts.looked, chance, own, count, 1);
      const index = (today - waiting) / Math.max(1e-9, starts.seconds[0] ?? 1);
      chooseStart(starts, chance, field, own);
      const all = finalRecallOfStart(starts, 0, own, chance, outlook, count);
      const [first = all / own.weight, ...later] = atEach.map((recall) => recall(card, starts));
      return { index, all, first: Math.min(1, first), later };
    },
  };
}

/** Recall on `day`, one of several targets, for the card looked at. */
function recallAt(
  day: number,
  { field, values, input, model }: Market,
  own: Worth,
  chance: Float64Array,
): (card: number, starts: Starts) => number {
  const { count, day: days } = field.slots;
  const worth = worthOf({ targets: [{ day, weight: 1 }] }, field.slots, model);
  const outlook = finalRecallOf(field, own, worth.resting, values);
  const resting = new Float64Array(count + 1);
  return (card, starts) => {
    const recall = input.cards.isNew[card] ? 0 : recallOn(card, input.cards);
    for (let slot = 0; slot < count; slot++) {
      resting[slot] = day <= (days[slot] ?? 0) ? recall : 0;
    }
    resting[count] = recall;
    return Math.min(1, finalRecallOfStart({ ...starts, resting }, 0, own, chance, outlook, count));
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
