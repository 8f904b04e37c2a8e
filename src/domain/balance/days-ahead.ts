import type { Histogram } from '../study/tally.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** What is known of the days ahead when a card is shown. */
export interface DaysAhead {
  /** Reviews due by study day, of all decks; the card's own is among them. */
  readonly due: DueByDay;
  /** Study days on which the note's other cards are due, in order. */
  readonly siblings: readonly StudyDay[];
}

/** How many reviews come on each study day; a day that is not there has none. */
export type DueByDay = ReadonlyMap<StudyDay, number>;

/** `due` with more, or fewer, on some days. */
export function withMoreDue(due: DueByDay, more: readonly Histogram[]): DueByDay {
  const sum = new Map(due);
  for (const histogram of more) {
    for (const [key, count] of Object.entries(histogram)) {
      const day = Number(key);
      const after = (sum.get(day) ?? 0) + count;
      if (after === 0) sum.delete(day);
      else sum.set(day, after);
    }
  }
  return sum;
}
