import type { StudyDay } from '../../kernel/study-day.ts';

/** How far back a question about statistics looks; today is its last day. */
export type StatisticsPeriod = 'week' | 'month' | 'quarter' | 'year' | 'all';

/** Study days of a period, today among them; 'all' has none of its own. */
export const PERIOD_DAYS: Readonly<Record<Exclude<StatisticsPeriod, 'all'>, number>> = {
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
};

/** The first study day of `period`; of 'all', the day of the first answer, or today. */
export function firstDayOf(
  period: StatisticsPeriod,
  today: StudyDay,
  firstAnswered: StudyDay | undefined,
): StudyDay {
  if (period === 'all') return Math.min(today, firstAnswered ?? today);
  return today - PERIOD_DAYS[period] + 1;
}

/** A stretch of study days, both ends in it. */
export interface DaySpan {
  readonly from: StudyDay;
  readonly to: StudyDay;
}

/** How finely a course over time is told. Weeks begin on Monday; months and years are the calendar's. */
export type TimeGrain = 'day' | 'week' | 'month' | 'year';
export const TIME_GRAINS: readonly TimeGrain[] = ['day', 'week', 'month', 'year'];
