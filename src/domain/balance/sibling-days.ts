import { type Card, isActive } from '../collection/card.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** When the cards of a note but `cardId` come back, of those that are in review. */
export function siblingDays(cardsOfNote: readonly Card[], cardId: CardId): readonly StudyDay[] {
  return cardsOfNote
    .filter((card) => card.id !== cardId && isActive(card))
    .flatMap(({ schedule, buriedUntil }) =>
      schedule.state === 'review' ? [Math.max(schedule.dueDay, buriedUntil)] : [],
    )
    .sort((a, b) => a - b);
}
