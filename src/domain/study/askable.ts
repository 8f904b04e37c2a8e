import { type Card, isActive } from '../collection/card.ts';
import type { Moment } from './queue/queue.ts';
import type { Source } from './source.ts';

/**
 * Whether a card that was shown once can still be asked in a session of `source`, wherever in its
 * queue it stands. An exam asks for cards before they are due.
 */
export function isStillAsked(card: Card, source: Source, moment: Moment): boolean {
  if (canBeAsked(card, moment)) return true;
  if (source.kind !== 'planned' || card.schedule.state !== 'review') return false;
  const { plan, progress } = source;
  return (
    isActive(card) &&
    card.buriedUntil <= moment.today &&
    plan.cards.some(({ cardId }) => cardId === card.id) &&
    !progress.answered.has(card.id)
  );
}

/**
 * Whether `card` can be asked now, wherever in the queue it stands: in study, not buried, and new,
 * due, or in a step that ends within the learn-ahead time (Q2, Q8).
 */
export function canBeAsked(
  card: Card,
  { nowMillis, today, settings }: Pick<Moment, 'nowMillis' | 'today' | 'settings'>,
): boolean {
  if (!isActive(card) || card.buriedUntil > today) return false;
  const { schedule } = card;
  switch (schedule.state) {
    case 'new':
      return true;
    case 'review':
      return schedule.dueDay <= today;
    case 'learning':
    case 'relearning':
      return schedule.dueAtMillis <= nowMillis + settings.learnAheadMinutes * 60_000;
  }
}
