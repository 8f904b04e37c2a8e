import { clockTime, inPlace } from '../kit/text/format.ts';
import type { ClockReading, StudyDay } from '../../kernel/study-day.ts';
import { MILLIS_PER_DAY, MILLIS_PER_MINUTE } from '../../kernel/time.ts';

/** What date and time fields say, as an instant here; not a number where they say nothing. */
export function readingFrom(date: string, time: string): ClockReading {
  const local = new Date(`${date}T${time}`);
  return { atMillis: local.getTime(), utcOffsetMinutes: -local.getTimezoneOffset() };
}

/** '2026-12-12', as date fields have it. */
export function dateField(reading: ClockReading): string {
  return localText(reading).slice(0, 10);
}

/** '09:00', as time fields have it. */
export function timeField(reading: ClockReading): string {
  return localText(reading).slice(11, 16);
}

/** '2026-12-12' for the day on which a study day begins. */
export function dayField(studyDay: StudyDay): string {
  return new Date(studyDay * MILLIS_PER_DAY).toISOString().slice(0, 10);
}

export function dayFrom(field: string): StudyDay | undefined {
  const millis = Date.parse(field);
  return Number.isNaN(millis) ? undefined : Math.round(millis / MILLIS_PER_DAY);
}

/** 'Saturday 12 December 2026, 09:00', where it was entered. */
export function examDate(reading: ClockReading): string {
  const local = reading.atMillis + reading.utcOffsetMinutes * MILLIS_PER_MINUTE;
  const words = inPlace(local, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${words}, ${clockTime(local, 'UTC')}`;
}

function localText({ atMillis, utcOffsetMinutes }: ClockReading): string {
  return new Date(atMillis + utcOffsetMinutes * MILLIS_PER_MINUTE).toISOString();
}
