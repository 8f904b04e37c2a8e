import { clockTime, inPlace } from '../kit/text/format.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';

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
