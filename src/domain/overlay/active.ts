import type { StudyDay } from '../../kernel/study-day.ts';
import { type Exam, examDay, type Overlay } from './overlay.ts';

/** Whether `overlay` has a say in what `today` asks for. */
export function isActiveOn(overlay: Overlay, today: StudyDay, rolloverHour: number): boolean {
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
