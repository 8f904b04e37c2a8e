import type { CardId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { withoutKeys } from '../reach.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Cards whose last answer is dated after `today`, and by how many days at most. */
export interface ClockAhead {
  readonly cardIds: readonly CardId[];
  readonly days: number;
}

/** A day's difference is travel across the date line; more means that the clock ran ahead. */
const TRAVEL_DAYS = 1;

/**
 * Answers dated in the future: the clock was ahead when they were given, or is behind now.
 * undefined when there are none, which costs one empty index range.
 */
export function readClockAhead(
  db: RoundsDatabase,
  today: StudyDay,
): Promise<ClockAhead | undefined> {
  return db.transaction('r', db.reviews, db.cards, async () => {
    const reviews = await db.reviews
      .where('studyDay')
      .above(today + TRAVEL_DAYS)
      .toArray();
    if (reviews.length === 0) return undefined;
    const ids = [...new Set(reviews.map((review) => review.cardId))];
    const rows = await db.cards.bulkGet(ids);
    const ahead = rows
      .flatMap((row) => (row ? [withoutKeys(row)] : []))
      .flatMap((card) => {
        const { schedule } = card;
        if (schedule.state === 'new') return [];
        const days = schedule.lastReview.studyDay - today;
        return days > TRAVEL_DAYS ? [{ cardId: card.id, days }] : [];
      });
    if (ahead.length === 0) return undefined;
    return {
      cardIds: ahead.map(({ cardId }) => cardId),
      days: Math.max(...ahead.map(({ days }) => days)),
    };
  });
}
