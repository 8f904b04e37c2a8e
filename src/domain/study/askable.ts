import { type Card, isActive } from '../collection/card.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';

/**
 * Whether `card` can be asked now, wherever in the queue it stands: in study, not buried, and new,
 * due, or in a step that ends within the learn-ahead time (QUEUE-2, QUEUE-8).
 */
export function canBeAsked(
  card: Card,
  now: {
    readonly atMillis: number;
    readonly today: StudyDay;
    readonly learnAheadMinutes: number;
  },
): boolean {
  if (!isActive(card) || card.buriedUntil > now.today) return false;
  const { schedule } = card;
  switch (schedule.state) {
    case 'new':
      return true;
    case 'review':
      return schedule.dueDay <= now.today;
    case 'learning':
    case 'relearning':
      return schedule.dueAtMillis <= now.atMillis + now.learnAheadMinutes * MILLIS_PER_MINUTE;
  }
}
