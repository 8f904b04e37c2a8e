import type { PlanGroup, PlanInput, PlannedCards } from '../../../src/domain/planner/plan.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';

export interface Collection {
  readonly seed: number;
  readonly cards: number;
  readonly days: number;
  readonly minutes: number;
  /** Share of cards never seen. */
  readonly unseen?: number;
  readonly groups?: readonly PlanGroup[];
}

/** A collection with memories of hours to years; groups one after the other. */
export function inputOf(options: Collection): PlanInput {
  const { seed, cards: length, days, minutes, unseen = 0.3 } = options;
  const random = randomFrom(seed);
  const groups = options.groups ?? [{ targets: [{ day: days, weight: 1 }] }];
  const cards: PlannedCards = {
    stability: new Float64Array(length),
    difficulty: new Float64Array(length),
    elapsedDays: new Float64Array(length),
    isNew: new Uint8Array(length),
    group: new Uint16Array(length),
  };
  for (let card = 0; card < length; card++) {
    cards.group[card] = card % groups.length;
    if (random() < unseen) {
      cards.isNew[card] = 1;
      continue;
    }
    const stability = Math.exp(-1 + 6 * random());
    cards.stability[card] = stability;
    cards.difficulty[card] = 1 + 9 * random();
    cards.elapsedDays[card] = 1 + Math.floor(stability * random());
  }
  const budgetSeconds = new Float64Array(days).fill(minutes * 60);
  return { cards, groups, budgetSeconds, student: DEFAULT_STUDENT };
}

/** Mean of `values` over the cards of `group`. */
export function meanOf(values: Float64Array, { cards }: PlanInput, group: number): number {
  const members = Array.from(values).filter((_, card) => cards.group[card] === group);
  return members.reduce((sum, value) => sum + value, 0) / Math.max(1, members.length);
}
