import type { ClockReading } from '../../../src/kernel/study-day.ts';

const MINUTE = 60_000;

export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A real time zone of the IANA database, as Intl knows it. */
export function zoneNamed(name: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

  /** Minutes that local time is ahead of UTC at an instant. */
  function offsetAt(atMillis: number): number {
    // '3/2/2026, 08:00:00'. Taken apart by formatToParts it took twice as long, 200,000 times.
    const [month = 1, day, year = 0, hour, minute, second] = (
      format.format(atMillis).match(/\d+/g) ?? []
    ).map(Number);
    const local = Date.UTC(year, month - 1, day, hour, minute, second);
    return Math.round((local - Math.floor(atMillis / 1000) * 1000) / MINUTE);
  }

  /** What the clock says at a local time; `undefined` where the clock skips it. */
  function readingAt(local: LocalTime): ClockReading | undefined {
    const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
    for (const guess of [offsetAt(asUtc - 1440 * MINUTE), offsetAt(asUtc + 1440 * MINUTE)]) {
      const atMillis = asUtc - guess * MINUTE;
      if (offsetAt(atMillis) === guess) return { atMillis, utcOffsetMinutes: guess };
    }
    return undefined;
  }

  return {
    offsetAt,
    readingAt,
    at: (atMillis: number): ClockReading => ({ atMillis, utcOffsetMinutes: offsetAt(atMillis) }),
  };
}
