import type { Card } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { answerOf } from '../reads/requests.ts';

/** Cards whose last answer is dated after `today`, and by how many days at most. */
export interface ClockAhead {
  readonly cardIds: readonly CardId[];
  readonly days: number;
}

/** A day's difference is travel across the date line; more means that the clock ran ahead. */
const TRAVEL_DAYS = 1;

/**
 * Answers dated in the future: the clock was ahead when they were given, or is behind now.
 * undefined when there are none, which costs one empty index range. `transaction`: over both tables.
 */
export async function clockAheadIn(
  transaction: IDBTransaction,
  today: StudyDay,
): Promise<ClockAhead | undefined> {
  const later = IDBKeyRange.lowerBound(today + TRAVEL_DAYS, true);
  const byDay = transaction.objectStore('reviews').index('studyDay');
  const reviews = await answerOf<Review[]>(byDay.getAll(later));
  if (reviews.length === 0) return undefined;
  const ids = [...new Set(reviews.map((review) => review.cardId))];
  const cards = transaction.objectStore('cards');
  const rows = await Promise.all(ids.map((id) => answerOf<Card | undefined>(cards.get(id))));
  const ahead = rows.flatMap((card) => {
    if (!card || card.schedule.state === 'new') return [];
    const days = card.schedule.lastReview.studyDay - today;
    return days > TRAVEL_DAYS ? [{ cardId: card.id, days }] : [];
  });
  if (ahead.length === 0) return undefined;
  return {
    cardIds: ahead.map(({ cardId }) => cardId),
    days: Math.max(...ahead.map(({ days }) => days)),
  };
}
