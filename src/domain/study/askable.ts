import { type Card, isActive } from '../collection/card.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { isPutOff } from './queue/planned.ts';
import type { QueueMoment } from './queue/queue.ts';
import type { Source } from './source.ts';

/**
 * Whether a card that was shown once can still be asked in a session of `source`, wherever in its
 * queue it stands. An exam asks for cards before they are due.
 */
export function isStillAsked(card: Card, source: Source, moment: QueueMoment): boolean {
  if (canBeAsked(card, moment)) return true;
  if (source.kind !== 'planned') return false;
  const { state } = card.schedule;
  if (state !== 'review' && state !== 'new') return false;
  const { plan, progress } = source;
  const planned = plan.cards.find(({ cardId }) => cardId === card.id);
  return (
    planned !== undefined &&
    isActive(card) &&
    !isPutOff(card, planned, moment.today) &&
    !progress.answered.has(card.id)
  );
}

/**
 * Whether `card` can be asked now, wherever in the queue it stands: in study, not buried, and new,
 * due, or in a step that ends within the learn-ahead time (QUEUE-2, QUEUE-8).
 */
export function canBeAsked(
  card: Card,
  { nowMillis, today, settings }: Pick<QueueMoment, 'nowMillis' | 'today' | 'settings'>,
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
      return schedule.dueAtMillis <= nowMillis + settings.learnAheadMinutes * MILLIS_PER_MINUTE;
  }
}
