import { type Card, isActive } from '../../collection/card.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';

/** Cards in (re)learning steps that may come up today, or those whose time comes before an instant. */
export function learningCards(
  cards: readonly Card[],
  today: StudyDay,
  beforeMillis = Number.POSITIVE_INFINITY,
): Card[] {
  return cards.filter(
    (card) =>
      isActive(card) &&
      card.buriedUntil <= today &&
      (card.schedule.state === 'learning' || card.schedule.state === 'relearning') &&
      card.schedule.dueAtMillis < beforeMillis,
  );
}

/** In review, with its ordinary date come. */
export function isReviewDue({ schedule, buriedUntil }: Card, today: StudyDay): boolean {
  return schedule.state === 'review' && schedule.dueDay <= today && buriedUntil <= today;
}

export function isFresh({ schedule, buriedUntil }: Card, today: StudyDay): boolean {
  return schedule.state === 'new' && buriedUntil <= today;
}
