import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';

/** Up to so many days they are counted; months and years of the calendar are after that. */
const COUNTED_DAYS = 60;

/** How long ago a day was: 'today', 'yesterday', '9 days ago', '3 months ago', '1 year ago'. */
export function ago(day: StudyDay, today: StudyDay): string {
  const days = Math.max(0, today - day);
  if (days === 0) return t`today`;
  if (days === 1) return t`yesterday`;
  if (days <= COUNTED_DAYS) return t`${plural(days, '# day')} ago`;
  const months = monthsBetween(day, today);
  return months < 12
    ? t`${plural(months, '# month')} ago`
    : t`${plural(Math.floor(months / 12), '# year')} ago`;
}

/** Whole months of the calendar. */
function monthsBetween(from: StudyDay, to: StudyDay): number {
  const [a, b] = [new Date(from * MILLIS_PER_DAY), new Date(to * MILLIS_PER_DAY)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months;
}
