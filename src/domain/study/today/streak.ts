import type { StudyDay } from '../../../kernel/study-day.ts';

/** Days, both included, that a person had planned not to study. */
export interface DaysKept {
  readonly fromDay: StudyDay;
  readonly toDay: StudyDay;
}

/**
 * Study days in a row with an answer, ending today or yesterday (TODAY-4). Days of a break are kept:
 * they neither end the row nor count, unless something was answered on them. `studiedDays`: newest
 * first; days after `today`, which a clock that ran ahead left, are passed over.
 */
export function streakOf(
  studiedDays: readonly StudyDay[],
  today: StudyDay,
  breaks: readonly DaysKept[] = [],
): number {
  let count = 0;
  let expected = today;
  for (const day of studiedDays) {
    if (day > today) continue;
    const reached = firstMissed(expected, day, today, breaks);
    if (reached !== undefined) break;
    count++;
    expected = day - 1;
  }
  return count;
}

/** The newest day from `from` down to `studied` that was neither studied nor kept; today may be. */
export function firstMissed(
  from: StudyDay,
  studied: StudyDay,
  today: StudyDay,
  breaks: readonly DaysKept[],
): StudyDay | undefined {
  for (let day = from === today ? from - 1 : from; day > studied; ) {
    const kept = breaks.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
    if (!kept) return day;
    day = kept.fromDay - 1;
  }
  return undefined;
}
