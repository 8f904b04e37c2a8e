import type { Deck, MoreNew } from '../collection/deck.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** What a deck lets through today beyond its limit; on another day nothing. */
export function moreToday({ moreNew }: Deck, today: StudyDay): MoreNew | undefined {
  return moreNew?.studyDay === today ? moreNew : undefined;
}
