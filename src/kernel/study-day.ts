import { MILLIS_PER_DAY, MILLIS_PER_HOUR, MILLIS_PER_MINUTE } from './time.ts';

/** Days since 1970-01-01 of the local calendar, each beginning at the rollover hour. */
export type StudyDay = number;

/** A reading of the clock: the instant, and how far local time is ahead of UTC at that instant. */
export interface ClockReading {
  readonly atMillis: number;
  /** Minutes, positive east of Greenwich (the opposite sign of Date.getTimezoneOffset). */
  readonly utcOffsetMinutes: number;
}

/** The study day that a reading belongs to. `rolloverHour`: local hour 0 to 23 at which a day begins. */
export function studyDayOf(reading: ClockReading, rolloverHour: number): StudyDay {
  const localMillis = reading.atMillis + reading.utcOffsetMinutes * MILLIS_PER_MINUTE;
  return Math.floor((localMillis - rolloverHour * MILLIS_PER_HOUR) / MILLIS_PER_DAY);
}

/** Whole study days from `from` to `to`; a clock set back counts as the same day. */
export function elapsedDays(from: StudyDay, to: StudyDay): number {
  return Math.max(0, to - from);
}

/** The instant at which `studyDay` begins, seen from a place `utcOffsetMinutes` ahead of UTC. */
export function startOfStudyDay(
  studyDay: StudyDay,
  utcOffsetMinutes: number,
  rolloverHour: number,
): number {
  return (
    studyDay * MILLIS_PER_DAY +
    rolloverHour * MILLIS_PER_HOUR -
    utcOffsetMinutes * MILLIS_PER_MINUTE
  );
}

/** 0 Monday to 6 Sunday. Day 0, 1 January 1970, was a Thursday. */
export function weekdayOf(studyDay: StudyDay): number {
  return (((studyDay + 3) % 7) + 7) % 7;
}
