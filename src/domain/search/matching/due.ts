import { type Card, isActive } from '../../collection/card.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import type { SearchContext } from '../subject.ts';

type Today = Pick<SearchContext, 'today' | 'startOfTodayMillis'>;

/** The study day on which a card falls due, burial aside; undefined for a new one. */
export function dueDayOf(
  { schedule }: Card,
  { today, startOfTodayMillis }: Today,
): StudyDay | undefined {
  if (schedule.state === 'new') return undefined;
  if (schedule.state === 'review') return schedule.dueDay;
  return today + Math.floor((schedule.dueAtMillis - startOfTodayMillis) / MILLIS_PER_DAY);
}

/** The study day on which an active card comes up; undefined for others, and for new ones. */
export function comesUpOn(card: Card, context: Today): StudyDay | undefined {
  const day = isActive(card) ? dueDayOf(card, context) : undefined;
  return day === undefined ? undefined : Math.max(day, card.buriedUntil);
}

/** Whether the card is asked for today, later steps too (SEARCH-10). */
export function isDue(card: Card, context: Today): boolean {
  const day = card.buriedUntil > context.today ? undefined : comesUpOn(card, context);
  return day !== undefined && day <= context.today;
}
