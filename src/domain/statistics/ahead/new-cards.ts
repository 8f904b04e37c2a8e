import { NEW_STATE, type ToldCards } from '../columns/card-columns.ts';
import type { DayTable } from '../columns/day-table.ts';

/** What is coming is told for so many days. */
export const DAYS_AHEAD = 365;
/** Days whose new cards say what the present rate is. */
const RATE_DAYS = 30;

/** New cards shown a day lately; of a history shorter than that, since its first day. */
export function newCardsADay(days: DayTable): number {
  const from = Math.max(days.first, days.today - RATE_DAYS + 1);
  let shown = 0;
  for (let day = from; day <= days.today; day++) shown += days.byKind(day).new;
  return shown / (days.today - from + 1);
}

/** Those of each day to come, until none is left. */
export function newCardsByDay(perDay: number, left: number, days = DAYS_AHEAD): Float64Array {
  const shown = new Float64Array(days);
  for (let day = 0, rest = left; day < days && rest > 0; day++) {
    shown[day] = Math.min(perDay, rest);
    rest -= perDay;
  }
  return shown;
}

/** Whether it is in study and was never shown. */
export function isNew(cards: ToldCards, at: number): boolean {
  return cards.isActive[at] === 1 && cards.state[at] === NEW_STATE;
}
