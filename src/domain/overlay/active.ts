import { type ClockReading, type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import { type Exam, examDay, type Overlay } from './overlay.ts';

/** An hour's difference is summer time; more means that the person travels. */
const SUMMER_TIME_MINUTES = 60;

/**
 * Whether a plan is on in a study day, today or one that comes: one of `overlays` has a say in what
 * it asks for (EXAM-15, EXAM-19).
 */
export function isPlanOn(
  overlays: readonly Overlay[],
  studyDay: StudyDay,
  now: ClockReading,
): boolean {
  return overlaysAsOf(overlays, now).some((overlay) => isActiveOn(overlay, studyDay));
}

function isActiveOn(overlay: Overlay, studyDay: StudyDay): boolean {
  if (!overlay.isOn) return false;
  switch (overlay.kind) {
    case 'exam':
      return examDay(overlay) > studyDay;
    case 'break':
      return overlay.fromDay <= studyDay && studyDay <= overlay.toDay + overlay.spreadDays;
    case 'catch-up':
      return overlay.fromDay <= studyDay && studyDay < overlay.fromDay + overlay.spreadDays;
  }
}

/** Exams whose day or hour has come or gone; `today`: the study day of `now`. */
export function isOver(exam: Exam, today: StudyDay, now: ClockReading): boolean {
  return hasBegun(exam, now) || examDay(seenFrom(exam, now)) <= today;
}

/** Calendar days from `now` to the exam where the person is: 0 is today, -1 was yesterday. */
export function daysUntil(exam: Exam, now: ClockReading): number {
  return examDay(seenFrom(exam, now)) - studyDayOf(now, 0);
}

/** What plans made at `now` go by: exams that have not begun, on the calendar of where the person is. */
export function overlaysAsOf(overlays: readonly Overlay[], now: ClockReading): readonly Overlay[] {
  return overlays.flatMap((overlay): readonly Overlay[] => {
    if (overlay.kind !== 'exam') return [overlay];
    return hasBegun(overlay, now) ? [] : [seenFrom(overlay, now)];
  });
}

/** `exam` on the calendar of where the person is; at home on that of the place it was entered in. */
export function seenFrom(exam: Exam, { utcOffsetMinutes }: ClockReading): Exam {
  const isTravel = Math.abs(utcOffsetMinutes - exam.at.utcOffsetMinutes) > SUMMER_TIME_MINUTES;
  return isTravel ? { ...exam, at: { ...exam.at, utcOffsetMinutes } } : exam;
}

/** The study day may be that of the eve still, where days begin late. */
function hasBegun({ at }: Exam, now: ClockReading): boolean {
  return at.atMillis <= now.atMillis;
}
