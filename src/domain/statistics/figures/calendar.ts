import type { StudyDay } from '../../../kernel/study-day.ts';
import type { DaySpan } from '../period.ts';
import type { CountsByKind } from './recent.ts';

/** Past answers and the load ahead, day by day without gaps. */
export interface Calendar extends DaySpan {
  /** From a year ago, or from the first answer where the period is all, to a year ahead. */
  readonly days: readonly CalendarDay[];
  /** Days in a row with an answer, to today or yesterday; breaks and days off do not end it (TODAY-4). */
  readonly currentStreakDays: number;
  readonly longestStreak: (DaySpan & { readonly days: number }) | undefined;
  /** Days with an answer, among those from the first answer to today. */
  readonly studiedDays: number;
  readonly possibleDays: number;
  /** On days with an answer. */
  readonly meanAnswers: number;
  readonly meanMinutes: number;
}

export interface CalendarDay {
  readonly studyDay: StudyDay;
  readonly answers: number;
  readonly minutes: number;
  readonly byKind: CountsByKind;
  /** Reviews whose date is this day; today's with all that waited. 0 before today. */
  readonly due: number;
  /** Not to study was planned: a break, a day off. */
  readonly isKept: boolean;
}
