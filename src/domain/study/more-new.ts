import type { Deck, MoreNew } from '../collection/deck.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { DeckShare } from './limits.ts';

/** What a deck lets through today beyond its limit; on another day nothing. */
export function moreToday({ moreNew }: Deck, today: StudyDay): MoreNew | undefined {
  return moreNew?.studyDay === today ? moreNew : undefined;
}

/** New cards that today's limits leave over, in all of `shares` together. */
export function newBeyond(shares: readonly DeckShare[]): number {
  return shares.reduce((sum, { waiting, ownNew }) => sum + waiting.new - ownNew, 0);
}
