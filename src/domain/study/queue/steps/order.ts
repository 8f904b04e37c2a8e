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
  /** Whether nothing comes after `cards`; false: more may, which were not read. Default true. */
  readonly isWhole?: boolean;
}

/**
 * Shares of a queue brought together, each in its order, so that all run out together (QUEUE-12), without
 * what `isLetThrough` refuses when it is its turn; that takes no turn from its share. Goes on during a day
 * where it stood. Its first cards do not depend on how many were read (QUEUE-10): where it is the turn of
 * a share whose next card was not read, it ends.
 */
export function inStep<Row extends Card>(
  shares: readonly OrderedShare<Row>[],
  isLetThrough: (card: Row) => boolean = () => true,
): readonly Row[] {
  const queue: Row[] = [];
  const standing = shares.map((share) => ({ ...share, at: 0 }));
  for (;;) {
    const open = standing.filter(({ cards, at, isWhole = true }) => at < cards.length || !isWhole);
    const [first] = open;
    if (!first) return queue;
    const next = open.reduce(
      (least, share) => (partOf(share) < partOf(least) ? share : least),
      first,
    );
    const card = next.cards[next.at++];
    if (!card) return queue;
    if (!isLetThrough(card)) continue;
    queue.push(card);
    next.done++;
  }
}

/** How far a share is through its day, in the middle of its next card. */
function partOf({ done, total }: { readonly done: number; readonly total: number }): number {
  return (done + 0.5) / Math.max(1, total);
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
