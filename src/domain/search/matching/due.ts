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

/** Whether the card is asked for now, or is in a step that study would look ahead to (SEARCH-10). */
export function isDue(
  card: Card,
  {
    today,
    atMillis,
    learnAheadMinutes,
  }: Pick<SearchContext, 'today' | 'atMillis' | 'learnAheadMinutes'>,
): boolean {
  const { schedule } = card;
  if (!isActive(card) || card.buriedUntil > today || schedule.state === 'new') return false;
  if (schedule.state === 'review') return schedule.dueDay <= today;
  return schedule.dueAtMillis <= atMillis + learnAheadMinutes * 60_000;
}
