import type { StudyDay } from '../../kernel/study-day.ts';
import { type Exam, examDay, type Overlay } from './overlay.ts';

/** Whether a plan is on today: one of `overlays` has a say in what the day asks for (EXAM-15, EXAM-19). */
export function isPlanOn(
  overlays: readonly Overlay[],
  today: StudyDay,
  rolloverHour: number,
): boolean {
  return overlays.some((overlay) => isActiveOn(overlay, today, rolloverHour));
}

function isActiveOn(overlay: Overlay, today: StudyDay, rolloverHour: number): boolean {
  if (!overlay.isOn) return false;
  switch (overlay.kind) {
    case 'exam':
      return examDay(overlay, rolloverHour) > today;
    case 'break':
      return overlay.fromDay <= today && today <= overlay.toDay + overlay.spreadDays;
    case 'catch-up':
      return overlay.fromDay <= today && today < overlay.fromDay + overlay.spreadDays;
  }
}

/** Exams whose day has come or gone. */
export function isOver(exam: Exam, today: StudyDay, rolloverHour: number): boolean {
  return examDay(exam, rolloverHour) <= today;
}
