import type { Card } from '../collection/card.ts';
import type { NewOrder, ReviewOrder } from '../collection/deck.ts';
import type { SchedulerOptions } from '../scheduling/schedule.ts';
import { retrievability } from '../scheduling/scheduler.ts';
import { elapsedDays, type StudyDay } from '../scheduling/study-day.ts';
import { seededFraction } from '../seeded.ts';

/** Due reviews, already in lane order (due day, then seeded), in the order asked for (Q4). */
export function orderReviews(
  cards: readonly Card[],
  order: ReviewOrder,
  optionsOf: (card: Card) => SchedulerOptions,
  today: StudyDay,
): readonly Card[] {
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

/** New cards, already in deck order, in the order asked for (Q5). Random is steady for a day. */
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
