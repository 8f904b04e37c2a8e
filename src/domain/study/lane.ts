import { type Card, isActive } from '../collection/card.ts';
import { seededFraction } from '../../kernel/seeded.ts';

/** Where a card waits. 'out': suspended, archived or gone from its note's text. */
export type Lane = 'new' | 'learning' | 'review' | 'out';

/** Places among those that are out: cards out of sight can be counted, and left out. */
export const OUT_PLACES = { suspended: 0, absent: 1 } as const;

/** A card with its place: places of one lane are in the order in which its cards come. */
export type CardInLane = Card & { readonly lane: Lane; readonly readyAt: number };

/**
 * A card's lane and its place in it; a queue is a range of this key.
 * readyAt: new = order within the deck; learning = due instant in ms; review = due study day plus a
 * fraction seeded by the card, so that cards of one day come in a random but steady order (QUEUE-4).
 */
export function laneOf(card: Card): { readonly lane: Lane; readonly readyAt: number } {
  const { schedule } = card;
  if (!isActive(card))
    return { lane: 'out', readyAt: card.absent ? OUT_PLACES.absent : OUT_PLACES.suspended };
  switch (schedule.state) {
    case 'new':
      return { lane: 'new', readyAt: card.position };
    case 'learning':
    case 'relearning':
      return { lane: 'learning', readyAt: schedule.dueAtMillis };
    case 'review': {
      const day = Math.max(schedule.dueDay, card.buriedUntil);
      // Not the seed of fuzz: a card's place in the day must not foretell its next interval.
      return { lane: 'review', readyAt: day + seededFraction(`${schedule.reps}@${card.id}`) };
    }
  }
}
