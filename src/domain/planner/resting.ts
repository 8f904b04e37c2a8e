import { isStudied, marketOf } from './market/market.ts';
import { followThrough, sendOff } from './market/flow.ts';
import { findPrices, QUICK_STAGES } from './market/prices.ts';
import { quickSlots } from './market/rough-prices.ts';
import { soundCard } from './market/starts.ts';
import { chooseStart, weighStart } from './market/start-choice.ts';
import { solveValues } from './market/values.ts';
import { difficultyAt, STABILITIES, stabilityAt } from './model/grid.ts';
import type { PlanInput } from './input.ts';
import { oneReviewToday } from './one-review.ts';

const MOST_SLOTS = 16;
const SAMPLE = 120;
const FAR = 0.1;
/** Less of a card than this is not told. */
const LEAST_CARDS = 0.01;

/** So many cards that a plan leaves to themselves after a last review. */
export interface Resting {
  readonly group: number;
  readonly cards: number;
  /** Days from today of the last review; below 0: before it. */
  readonly lastDay: number;
  readonly stability: number;
  readonly difficulty: number;
}

/**
 * How a plan leaves the seen cards of its groups, of those that `isWanted`: what it will have shown of
 * them by their last exam, and when. From the quick market (quick-plan.ts).
 */
export function restingOf(
  input: PlanInput,
  isWanted: (group: number) => boolean,
): readonly Resting[] {
  const slots = Math.min(MOST_SLOTS, quickSlots(input.groups.length));
  const market = marketOf(input, oneReviewToday(input).recallWithout, slots, SAMPLE);
  const { prices } = findPrices(market, undefined, FAR, QUICK_STAGES);
  const { field, worth, sample, starts, reach, values, flow } = market;
  const { count, day } = field.slots;
  const chance = new Float64Array(count + 1);
  const load = new Float64Array(count);
  const resting: Resting[] = [];
  worth.forEach((own, group) => {
    const within = reach[group];
    if (!isWanted(group) || !isStudied(own) || !within) return;
    solveValues(field, own, prices, values, within);
    for (let at = sample.begin[group] ?? 0; at < (sample.begin[group + 1] ?? 0); at++) {
      const card = sample.card[at] ?? 0;
      weighStart(starts, at, own, field, prices, values.value, chance);
      chooseStart(starts, chance, field, own);
      if (!input.cards.isNew[card]) {
        const { elapsedDays, ...memory } = soundCard(input.cards, card);
        const cards = (sample.standsFor[at] ?? 0) * (chance[count] ?? 0);
        if (cards > LEAST_CARDS) resting.push({ ...memory, group, cards, lastDay: -elapsedDays });
      }
      sendOff(flow, starts, at, chance, own, count, load);
    }
    followThrough(flow, field, own, values, within, load, (slot, cell, cards) => {
      if (cards < LEAST_CARDS) return;
      const stability = stabilityAt(cell % STABILITIES);
      const difficulty = difficultyAt(Math.floor(cell / STABILITIES));
      resting.push({ group, cards, lastDay: day[slot] ?? 0, stability, difficulty });
    });
  });
  return resting;
}
