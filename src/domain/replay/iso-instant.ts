import type { ClockReading } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * The clock reading that an ISO 8601 date and time writes, such as `2026-03-29T23:30:00+02:00`;
 * `undefined` when it is malformed or no such day or time exists. Seconds may be missing, parts of
 * a millisecond are cut off. `Z` is an offset of its own, 0; without any offset the reading takes
 * `fallbackOffsetMinutes`. A date alone is not enough: it names no study day.
 */
export function parseIsoInstant(
  text: string,
  fallbackOffsetMinutes: number,
): ClockReading | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const [fraction = '', offset] = match.slice(7, 9);
  const utcOffsetMinutes = offset ? offsetMinutes(offset) : fallbackOffsetMinutes;
  if (utcOffsetMinutes === undefined) return undefined;
  const localMillis =
    utcMillis(year, month, day, hour, minute, second) + Number(fraction.padEnd(3, '0').slice(0, 3));
  if (Number.isNaN(localMillis)) return undefined;
  return { atMillis: localMillis - utcOffsetMinutes * MILLIS_PER_MINUTE, utcOffsetMinutes };
}

/** Minutes east of Greenwich of `Z`, `+05`, `+0545` or `+05:45`. */
function offsetMinutes(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.replace(':', '').slice(1).padEnd(4, '0');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** NaN when the parts are no real day or time, for example 30 February. */
function utcMillis(year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return isReal ? date.getTime() : Number.NaN;
}
