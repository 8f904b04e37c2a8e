import type { PlanInput, PlannedCards } from '../input.ts';
import { memoryModel } from '../model/memory-model.ts';
import { oneReviewToday } from '../one-review.ts';
import { reviewedBy } from './simulated-review.ts';
import { soundCard } from '../market/starts.ts';

/** More cards than this are followed by a sample of them. */
const FOLLOWED = 500;
/** A sampled card may stand for a share of what can be shown in all the time, and no more. */
const LEAST_SHOWN = 20;
/** Multiples of it lie evenly in [0, 1): outcomes in their shares without any chance. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** What always taking the best single review leads to. */
export interface FollowedDays {
  readonly predicted: number;
  readonly withoutStudy: number;
  /** By day: gain per second of the last card taken. */
  readonly prices: Float64Array;
  readonly loadSeconds: Float64Array;
  readonly newPerDay: Float64Array;
  /** By group: share of new cards shown. */
  readonly introduced: Float64Array;
  /** By group and target: share of what was missing of recall that study adds. */
  readonly lift: readonly Float64Array[];
}

/** Follows the days to the last exam; outcomes come in their shares, evenly, the same each time. */
export function followDays(input: PlanInput): FollowedDays {
  const { budgetSeconds, groups } = input;
  const total = budgetSeconds.reduce((sum, seconds) => sum + seconds, 0);
  const step = Math.max(
    1,
    Math.min(
      input.cards.isNew.length / FOLLOWED,
      total / (LEAST_SHOWN * Math.max(1, input.student.newSeconds)),
    ),
  );
  const cards = everySoMany(input.cards, step);
  const length = cards.isNew.length;
  const wasNew = Uint8Array.from(cards.isNew);
  const model = memoryModel(input.student.weights);
  const days = budgetSeconds.length;
  const prices = new Float64Array(days);
  const loadSeconds = new Float64Array(days);
  const newPerDay = new Float64Array(days);
  const tally = groups.map(({ targets }) => ({
    weight: 0,
    with: 0,
    without: 0,
    news: 0,
    shown: 0,
    lift: new Float64Array(targets.length),
  }));
  const start = everySoMany(cards, 1);
  let outcomes = 0;
  /** A sampled card stands for many: what it took beyond a day's time is missing on the next. */
  let overspent = 0;

  const members = groups.map((): number[] => []);
  cards.group.forEach((group, card) => {
    members[group]?.push(card);
  });
  const sit = (day: number): void => {
    groups.forEach(({ targets }, group) => {
      const sums = tally[group];
      const own = members[group] ?? [];
      targets.forEach((target, at) => {
        if (!sums || Math.max(1, target.day) !== day) return;
        const weight = target.weight > 0 ? target.weight : 0;
        const now = own.reduce((sum, card) => sum + recallOn(cards, card, 0), 0);
        const without = own.reduce((sum, card) => sum + recallOn(start, card, day), 0);
        sums.weight += weight * own.length;
        sums.with += weight * now;
        sums.without += weight * without;
        if (without < own.length) {
          sums.lift[at] = Math.max(0, now - without) / (own.length - without);
        }
      });
    });
  };
  const recallOn = (from: PlannedCards, card: number, day: number): number => {
    if (from.isNew[card]) return 0;
    const { stability, elapsedDays } = soundCard(from, card);
    return model.recall(elapsedDays + day, stability);
  };
  const weightOf = (card: number, day: number): number =>
    (groups[cards.group[card] ?? 0]?.targets ?? []).reduce(
      (sum, target) => sum + (target.day > day && target.weight > 0 ? target.weight : 0),
      0,
    );

  for (let day = 0; day < days; day++) {
    sit(day);
    const budget = (budgetSeconds[day] ?? 0) / step;
    if (budget > 0) {
      const left = groups.map(({ targets }) => ({
        targets: targets
          .filter((target) => target.day > day)
          .map((target) => ({ ...target, day: target.day - day })),
      }));
      const known = oneReviewToday({ ...input, cards, groups: left });
      const rate = known.gain.map(
        (gain, card) => (gain * weightOf(card, day)) / Math.max(1e-9, known.seconds[card] ?? 1),
      );
      const order = Array.from(rate.keys())
        .filter((card) => (rate[card] ?? 0) > 0)
        .sort((a, b) => (rate[b] ?? 0) - (rate[a] ?? 0) || a - b);
      let spent = overspent;
      for (const card of order) {
        if (spent >= budget) break;
        spent += known.seconds[card] ?? 0;
        prices[day] = rate[card] ?? 0;
        if (cards.isNew[card]) newPerDay[day] = (newPerDay[day] ?? 0) + step;
        reviewedBy(model, input.student, cards, card, (++outcomes * GOLDEN) % 1);
      }
      overspent = Math.max(0, spent - budget);
      loadSeconds[day] = (spent - overspent) * step;
    }
    for (let card = 0; card < length; card++) {
      if (!cards.isNew[card]) cards.elapsedDays[card] = (cards.elapsedDays[card] ?? 0) + 1;
    }
  }
  sit(days);
  for (let card = 0; card < length; card++) {
    const sums = tally[cards.group[card] ?? 0];
    if (!sums || !wasNew[card]) continue;
    sums.news++;
    if (!cards.isNew[card]) sums.shown++;
  }
  const weight = tally.reduce((sum, each) => sum + each.weight, 0);
  const meanWithout = mean(oneReviewToday(input).meanWithout);
  return {
    predicted: weight > 0 ? tally.reduce((sum, each) => sum + each.with, 0) / weight : meanWithout,
    withoutStudy:
      weight > 0 ? tally.reduce((sum, each) => sum + each.without, 0) / weight : meanWithout,
    prices,
    loadSeconds,
    newPerDay,
    introduced: Float64Array.from(tally, ({ news, shown }) => (news > 0 ? shown / news : 0)),
    lift: tally.map(({ lift }) => lift),
  };
}

/** Every so-manieth card, group after group: a regular deck must not leave a group out. */
function everySoMany(cards: PlannedCards, step: number): PlannedCards {
  const length = Math.floor(cards.isNew.length / step);
  const byGroup = Uint32Array.from(cards.group.keys());
  if (step > 1) byGroup.sort((a, b) => (cards.group[a] ?? 0) - (cards.group[b] ?? 0) || a - b);
  const taken = (column: ArrayLike<number>) => (_: unknown, at: number) =>
    column[byGroup[Math.floor(at * step)] ?? 0] ?? 0;
  return {
    stability: Float64Array.from({ length }, taken(cards.stability)),
    difficulty: Float64Array.from({ length }, taken(cards.difficulty)),
    elapsedDays: Float64Array.from({ length }, taken(cards.elapsedDays)),
    isNew: Uint8Array.from({ length }, taken(cards.isNew)),
    group: Uint16Array.from({ length }, taken(cards.group)),
  };
}

function mean(values: Float64Array): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
