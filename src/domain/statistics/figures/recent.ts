import type { StudyDay } from '../../../kernel/study-day.ts';
import type { DayTable } from '../columns/day-table.ts';
import { type Share, shareOf } from './share.ts';

/** Today and this week, against what is usual. */
export interface Recent {
  readonly today: Effort;
  /** Today and the six days before. */
  readonly week: Effort;
  /**
   * A usual day: the mean of those with an answer among the 28 before today. undefined: fewer than
   * seven, too few to be usual.
   */
  readonly usualDay: UsualEffort | undefined;
  /** A usual week: the mean of the four before this one, weeks before the first answer left out. */
  readonly usualWeek: UsualEffort | undefined;
}

export interface Effort {
  readonly answers: number;
  readonly minutes: number;
  /** New cards shown for the first time. */
  readonly newCards: number;
  /** Of first reviews of a day (as true retention). */
  readonly recalled: Share;
  /** Answers by kind (STATS-7). */
  readonly byKind: CountsByKind;
  /** Again, Hard, Good, Easy. */
  readonly byGrade: readonly [number, number, number, number];
}

/** New: a card's first answer; learning: in steps, relearning too; mature: an interval of 21 days or more. */
export interface CountsByKind {
  readonly new: number;
  readonly learning: number;
  readonly young: number;
  readonly mature: number;
}

export interface UsualEffort {
  readonly answers: number;
  readonly minutes: number;
  readonly newCards: number;
  readonly recalled: Share;
}

/** Study days whose answers say what is usual, and how many of them must have any. */
const USUAL_DAYS = 28;
const FEWEST_DAYS = 7;
const WEEK = 7;

/** What was done lately (STATS-9). */
export function recentOf(days: DayTable): Recent {
  const { today } = days;
  const before = range(today - USUAL_DAYS, today - 1).filter((day) => days.answers(day) > 0);
  const weeks = [1, 2, 3, 4]
    .map((ago) => range(today - WEEK * (ago + 1) + 1, today - WEEK * ago))
    .filter(([from = today]) => from >= days.first);
  return {
    today: effortOn(days, [today]),
    week: effortOn(days, range(today - WEEK + 1, today)),
    usualDay: before.length < FEWEST_DAYS ? undefined : usual(days, before, before.length),
    usualWeek: weeks.length === 0 ? undefined : usual(days, weeks.flat(), weeks.length),
  };
}

function usual(days: DayTable, among: readonly StudyDay[], by: number): UsualEffort {
  const { answers, minutes, newCards, recalled } = effortOn(days, among);
  return { answers: answers / by, minutes: minutes / by, newCards: newCards / by, recalled };
}

function effortOn(days: DayTable, among: readonly StudyDay[]): Effort {
  const sum = { answers: 0, minutes: 0, of: 0, recalled: 0 };
  const byKind = { new: 0, learning: 0, young: 0, mature: 0 };
  const byGrade: [number, number, number, number] = [0, 0, 0, 0];
  for (const day of among) {
    sum.answers += days.answers(day);
    sum.minutes += days.minutes(day);
    const counts = days.byKind(day);
    byKind.new += counts.new;
    byKind.learning += counts.learning;
    byKind.young += counts.young;
    byKind.mature += counts.mature;
    for (const [index, count] of days.byGrade(day).entries()) byGrade[index as 0] += count;
    const [young, youngRecalled, mature, matureRecalled] = days.reviews(day);
    sum.of += young + mature;
    sum.recalled += youngRecalled + matureRecalled;
  }
  const { answers, minutes } = sum;
  const recalled = shareOf(sum.recalled, sum.of);
  return { answers, minutes, newCards: byKind.new, recalled, byKind, byGrade };
}

function range(from: StudyDay, to: StudyDay): StudyDay[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
