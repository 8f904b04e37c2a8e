import type { DueByDay } from '../../domain/balance/days-ahead.ts';
import type { Card } from '../../domain/collection/card.ts';
import { ALL_DECKS, type DayTotals } from '../../domain/collection/review.ts';
import { PACE_DAYS } from '../../domain/study/today/day-pace.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { withoutKeys } from '../reach.ts';
import type { RoundsDatabase } from '../schema.ts';
import { dueOfRows } from '../tally-row.ts';

/** What the coming days of some decks follow from. */
export interface ForWorkload {
  readonly cards: readonly Card[];
  /** The totals that the person's pace comes from. */
  readonly recentDays: readonly DayTotals[];
  /** Reviews due on each day ahead, of all decks. */
  readonly due: DueByDay;
}

export function readForWorkload(
  db: RoundsDatabase,
  deckIds: readonly DeckId[],
  today: StudyDay,
): Promise<ForWorkload> {
  return db.transaction('r', db.cards, db.days, db.tallies, async () => {
    const [lists, recentDays, tallies] = await Promise.all([
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
      db.tallies.where('[section+deckId]').between([''], ['', []]).toArray(),
    ]);
    return { cards: lists.flat().map(withoutKeys), recentDays, due: dueOfRows(tallies) };
  });
}
