import type { StudyDay } from '../../kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { DaySpan, TimeGrain } from './period.ts';

/**
 * `span` cut at the beginnings of weeks (Monday), months or years: without gaps, oldest first; the
 * first and the last may be shorter.
 */
export function stretchesOf({ from, to }: DaySpan, grain: TimeGrain): DaySpan[] {
  const stretches: DaySpan[] = [];
  for (let day = from; day <= to; ) {
    const end = Math.min(to, lastDayOf(day, grain));
    stretches.push({ from: day, to: end });
    day = end + 1;
  }
  return stretches;
}

function lastDayOf(day: StudyDay, grain: TimeGrain): StudyDay {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      // 1 January 1970 was a Thursday: Monday is 0.
      return day + 6 - ((((day + 3) % 7) + 7) % 7);
    case 'month':
      return firstOf(day, 1, 0) - 1;
    case 'year':
      return firstOf(day, 0, 1) - 1;
  }
}

/** The first day of a month `months` later than that of `day`, or of a year `years` later. */
function firstOf(day: StudyDay, months: number, years: number): StudyDay {
  const date = new Date(day * MILLIS_PER_DAY);
  const month = years > 0 ? 0 : date.getUTCMonth() + months;
  return Date.UTC(date.getUTCFullYear() + years, month, 1) / MILLIS_PER_DAY;
}
