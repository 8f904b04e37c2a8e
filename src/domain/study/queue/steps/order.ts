import type { Card } from '../../../collection/card.ts';
import type { NewOrder, ReviewOrder } from '../../../collection/deck.ts';
import type { SchedulerOptions } from '../../../memory/schedule.ts';
import { retrievability } from '../../../memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../../../../kernel/study-day.ts';
import { seededFraction } from '../../../../kernel/seeded.ts';

/** Due reviews, already in lane order (due day, then seeded), in the order asked for (QUEUE-4). */
export function orderReviews<Row extends Card>(
  cards: readonly Row[],
  order: ReviewOrder,
  optionsOf: (card: Row) => SchedulerOptions,
  today: StudyDay,
): readonly Row[] {
  switch (order) {
    case 'due-then-random':
      return cards;
    case 'least-retrievable-first':
      return ascending(cards, (card) => retrievability(optionsOf(card), card.schedule, today) ?? 0);
    case 'most-retrievable-first':
      return ascending(
        cards,
        (card) => -(retrievability(optionsOf(card), card.schedule, today) ?? 0),
      );
    case 'most-overdue-first':
      return ascending(cards, (card) => -overdueness(card, today));
  }
}

/** Cards in one order, how many of them were answered today, and the day's whole number. */
export interface OrderedShare<Row extends Card> {
  readonly cards: readonly Row[];
  readonly done: number;
  readonly total: number;
}

/**
 * Shares of a queue brought together, each in its order, so that all run out together (QUEUE-12). Goes
 * on during a day where it stood, and its first cards do not depend on how many were read.
 */
export function inStep<Row extends Card>(shares: readonly OrderedShare<Row>[]): readonly Row[] {
  const queue: Row[] = [];
  const at = shares.map(() => 0);
  for (;;) {
    let next = -1;
    let least = Number.POSITIVE_INFINITY;
    shares.forEach(({ cards, done, total }, index) => {
      const taken = at[index] ?? 0;
      if (taken >= cards.length) return;
      const part = (done + taken + 0.5) / Math.max(1, total);
      if (part >= least) return;
      least = part;
      next = index;
    });
    const card = shares[next]?.cards[at[next] ?? 0];
    if (!card) return queue;
    queue.push(card);
    at[next] = (at[next] ?? 0) + 1;
  }
}

/** New cards, already in deck order, in the order asked for (QUEUE-5). Random is steady for a day. */
export function orderNew<Row extends Card>(
  cards: readonly Row[],
  order: NewOrder,
  today: StudyDay,
): readonly Row[] {
  if (order === 'deck-order') return cards;
  return ascending(cards, (card) => seededFraction(`${card.id}@${today}`));
}

/** Time since the last review in intervals: 1 = just due, 2 = twice the interval. */
function overdueness({ schedule }: Card, today: StudyDay): number {
  if (schedule.state !== 'review') return 0;
  return elapsedDays(schedule.lastReview.studyDay, today) / Math.max(1, schedule.intervalDays);
}

function ascending<Row extends Card>(cards: readonly Row[], key: (card: Row) => number): Row[] {
  return cards
    .map((card, index) => ({ card, index, key: key(card) }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ card }) => card);
}
