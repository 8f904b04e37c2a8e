import type { StudyDay } from '../../kernel/study-day.ts';
import { type Exam, examDay, type Overlay } from './overlay.ts';

/** Whether a plan is on today: one of `overlays` has a say in what the day asks for (EXAM-15, EXAM-19). */
export function isPlanOn(overlays: readonly Overlay[], today: StudyDay): boolean {
  return overlays.some((overlay) => isActiveOn(overlay, today));
}

function isActiveOn(overlay: Overlay, today: StudyDay): boolean {
  if (!overlay.isOn) return false;
  switch (overlay.kind) {
    case 'exam':
      return examDay(overlay) > today;
    case 'break':
      return overlay.fromDay <= today && today <= overlay.toDay + overlay.spreadDays;
    case 'catch-up':
      return overlay.fromDay <= today && today < overlay.fromDay + overlay.spreadDays;
  }
}

/** Exams whose day has come or gone. */
export function isOver(exam: Exam, today: StudyDay): boolean {
  return examDay(exam) <= today;
}
