import type { StudyDay } from '../../kernel/study-day.ts';
import { examDay, MOST_DAYS, minutesOn, type Overlay } from './overlay.ts';

/**
 * Days that a person had planned not to study: those of a break, and those on which no exam ahead
 * has any minutes, days off and free weekdays. They do not end a streak (TODAY-4).
 */
export function daysKept(overlays: readonly Overlay[]): (day: StudyDay) => boolean {
  const on = overlays.filter(({ isOn }) => isOn);
  const breaks = on.filter((each) => each.kind === 'break');
  const exams = on.filter((each) => each.kind === 'exam');
  return (day) => {
    if (breaks.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay)) return true;
    const ahead = exams.filter((exam) => {
      const daysLeft = examDay(exam) - day;
      // Further away than that nothing is planned, so nothing is off.
      return daysLeft >= 1 && daysLeft <= MOST_DAYS;
    });
    return ahead.length > 0 && ahead.every((exam) => minutesOn(exam, day) === 0);
  };
}
