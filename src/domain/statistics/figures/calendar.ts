import type { StudyDay } from '../../../kernel/study-day.ts';
import type { DayTable } from '../columns/day-table.ts';
import { type ToldCards, nextDay, REVIEW_STATE } from '../columns/card-columns.ts';
import { type IsKept, streakOf } from '../../study/today/streak.ts';
import { type DaySpan, PERIOD_DAYS, type StatisticsPeriod } from '../period.ts';
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

/** Days ahead, today among them. */
const AHEAD = PERIOD_DAYS.year;

/** Past answers and what is due (STATS-10, STATS-11). */
export function calendarOf(
  days: DayTable,
  cards: ToldCards,
  period: StatisticsPeriod,
  isKept: IsKept,
): Calendar {
  const { first, today } = days;
  const yearAgo = today - PERIOD_DAYS.year + 1;
  const from = period === 'all' ? Math.min(first, yearAgo) : yearAgo;
  const due = dueCounts(cards, today, AHEAD);
  const all: CalendarDay[] = [];
  for (let day = from; day < today + AHEAD; day++) {
    all.push({
      studyDay: day,
      answers: days.answers(day),
      minutes: days.minutes(day),
      byKind: days.byKind(day),
      due: day < today ? 0 : (due[day - today] ?? 0),
      isKept: isKept(day),
    });
  }
  const studied: StudyDay[] = [];
  let answers = 0;
  let minutes = 0;
  for (let day = today; day >= first; day--) {
    if (days.answers(day) === 0) continue;
    studied.push(day);
    answers += days.answers(day);
    minutes += days.minutes(day);
  }
  const by = Math.max(1, studied.length);
  return {
    from,
    to: today + AHEAD - 1,
    days: all,
    currentStreakDays: streakOf(studied, today, isKept),
    longestStreak: longestStreakOf(studied, isKept),
    studiedDays: studied.length,
    possibleDays: studied.length === 0 ? 0 : today - (studied.at(-1) ?? today) + 1,
    meanAnswers: answers / by,
    meanMinutes: minutes / by,
  };
}

/** Cards in review by day from today on; what waited counts today, buried cards when they are back. */
export function dueCounts(cards: ToldCards, today: StudyDay, length: number): Int32Array {
  const counts = new Int32Array(length);
  for (let at = 0; at < cards.length; at++) {
    if (cards.state[at] !== REVIEW_STATE) continue;
    const day = nextDay(cards, at, today) - today;
    if (day >= 0 && day < length) counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** `studied`: days with an answer, newest first. Kept days between them neither end a streak nor count. */
function longestStreakOf(studied: readonly StudyDay[], isKept: IsKept): Calendar['longestStreak'] {
  let longest: Calendar['longestStreak'];
  let to: StudyDay | undefined;
  let count = 0;
  for (const [index, day] of studied.entries()) {
    to ??= day;
    count++;
    if (!longest || count > longest.days) longest = { from: day, to, days: count };
    const before = studied[index + 1];
    if (before === undefined || allKept(before + 1, day - 1, isKept)) continue;
    to = undefined;
    count = 0;
  }
  return longest;
}

function allKept(from: StudyDay, to: StudyDay, isKept: IsKept): boolean {
  for (let day = from; day <= to; day++) if (!isKept(day)) return false;
  return true;
}
