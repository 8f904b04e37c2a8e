import type { Card } from '../../domain/collection/card.ts';
import { ALL_DECKS, type DayTotals } from '../../domain/collection/review.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { withoutKeys } from '../reach.ts';
import type { RoundsDatabase } from '../schema.ts';

const PACE_DAYS = 30;

/** The cards of some decks, and the totals that the person's pace comes from. */
export function readForWorkload(
  db: RoundsDatabase,
  deckIds: readonly DeckId[],
  today: StudyDay,
): Promise<{ readonly cards: readonly Card[]; readonly recentDays: readonly DayTotals[] }> {
  return db.transaction('r', db.cards, db.days, async () => {
    const [lists, recentDays] = await Promise.all([
      Promise.all(
        deckIds.map((deckId) =>
          db.cards
            .where('[deckId+lane+readyAt]')
            .between([deckId], [deckId, []], true, true)
            .toArray(),
        ),
      ),
      db.days
        .where('[deckId+studyDay]')
        .between([ALL_DECKS, today - PACE_DAYS], [ALL_DECKS, today], true, true)
        .toArray(),
    ]);
    return { cards: lists.flat().map(withoutKeys), recentDays };
  });
}
