import type { StudyDay } from '../../../kernel/study-day.ts';

/** Whether a person had planned not to study on a day. */
export type IsKept = (day: StudyDay) => boolean;

/**
 * Study days in a row with an answer, ending today or yesterday (TODAY-4). Days that are kept
 * neither end the row nor count, unless something was answered on them. `studiedDays`: newest first;
 * days after `today`, which a clock that ran ahead left, are passed over.
 */
export function streakOf(
  studiedDays: readonly StudyDay[],
  today: StudyDay,
  isKept: IsKept = () => false,
): number {
  let count = 0;
  let expected = today;
  for (const day of studiedDays) {
    if (day > today) continue;
    const reached = firstMissed(expected, day, today, isKept);
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
  isKept: IsKept,
): StudyDay | undefined {
  for (let day = from === today ? from - 1 : from; day > studied; day--) {
    if (!isKept(day)) return day;
  }
  return undefined;
}
