import { type Card, isActive } from '../collection/card.ts';
import type { CardId } from '../../kernel/ids.ts';
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

/** When the cards of a note but `cardId` come back, of those that are in review. */
export function siblingDays(cardsOfNote: readonly Card[], cardId: CardId): readonly StudyDay[] {
  return cardsOfNote
    .filter((card) => card.id !== cardId && isActive(card))
    .flatMap(({ schedule, buriedUntil }) =>
      schedule.state === 'review' ? [Math.max(schedule.dueDay, buriedUntil)] : [],
    )
    .sort((a, b) => a - b);
}

/** `due` with more, or fewer, on some days. */
export function withMoreDue(
  due: DueByDay,
  more: Iterable<readonly [day: StudyDay, count: number]>,
): DueByDay {
  const sum = new Map(due);
  for (const [day, count] of more) {
    const after = (sum.get(day) ?? 0) + count;
    if (after === 0) sum.delete(day);
    else sum.set(day, after);
  }
  return sum;
}
