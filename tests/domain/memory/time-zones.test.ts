import { describe, expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import { answer, DEFAULT_OPTIONS, preview } from '../../../src/domain/memory/scheduler.ts';
import {
  type ClockReading,
  elapsedDays,
  startOfStudyDay,
  studyDayOf,
} from '../../../src/kernel/study-day.ts';
import { zoneNamed } from './zone.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ROLLOVER = 4;
const card = 'natalizumab/1' as CardId;
const PLAIN = { ...DEFAULT_OPTIONS, fuzz: false };

/** Both ends of the date line, both hemispheres, half-hour and 45-minute zones and changes. */
const ZONES = [
  { name: 'Pacific/Kiritimati', year: 2026, changes: 0 }, // +14:00
  { name: 'Pacific/Pago_Pago', year: 2026, changes: 0 }, // −11:00
  { name: 'Pacific/Apia', year: 2012, changes: 2 }, // +13:00, summer +14:00
  { name: 'Pacific/Chatham', year: 2026, changes: 2 }, // +12:45, summer +13:45
  { name: 'Australia/Lord_Howe', year: 2026, changes: 2 }, // +10:30, summer +11:00
  { name: 'Asia/Tokyo', year: 2026, changes: 0 },
  { name: 'Asia/Kathmandu', year: 2026, changes: 0 }, // +05:45
  { name: 'Asia/Kolkata', year: 2026, changes: 0 }, // +05:30
  { name: 'Europe/Zurich', year: 2026, changes: 2 },
  { name: 'Africa/Cairo', year: 2026, changes: 2 }, // changes at midnight
  { name: 'America/St_Johns', year: 2026, changes: 2 }, // −03:30, summer −02:30
  { name: 'America/Los_Angeles', year: 2026, changes: 2 },
] as const;

describe.each(ZONES)('[MEMORY-1] in $name', ({ name, year, changes }) => {
  const zone = zoneNamed(name);

  test(`the clock changes ${changes} times in ${year}`, () => {
    expect(changesIn(year, zone.offsetAt)).toHaveLength(changes);
  });

  // All days are compared at once: an expectation of each took longer than the zones themselves.
  test('03:59 ends a study day and 04:01 begins the next, on every day of the year', () => {
    const days = Array.from({ length: 366 }, (_, index) => {
      const at = (hour: number, minute: number) =>
        zone.readingAt({ year, month: 1, day: index + 1, hour, minute });
      const lastMinute = at(3, 59);
      return {
        noon: studyDayAt(at(12, 0)),
        begun: studyDayAt(at(4, 1)),
        ended: lastMinute && studyDayAt(lastMinute),
      };
    });
    const first = Date.UTC(year, 0, 1) / DAY;
    const skipped = days.filter(({ ended }) => ended === undefined);
    expect(days).toEqual(
      days.map(({ ended }, index) => ({
        noon: first + index,
        begun: first + index,
        ended: ended === undefined ? undefined : first + index - 1,
      })),
    );
    // Samoa's clocks went from 03:00 to 04:00 on 30 September 2012.
    expect(skipped).toHaveLength(name === 'Pacific/Apia' ? 1 : 0);
  });

  test('an evening and the small hours after it are one study day, the next morning is another', () => {
    const days = Array.from({ length: 365 }, (_, index) => {
      const at = (laterDays: number, hour: number, minute: number) =>
        zone.readingAt({ year, month: 1, day: index + 1 + laterDays, hour, minute });
      const evening = studyDayAt(at(0, 20, 0));
      return [at(0, 22, 55), at(1, 1, 15), at(1, 4, 30)].map((later) =>
        elapsedDays(evening, studyDayAt(later)),
      );
    });
    expect(days).toEqual(days.map(() => [0, 0, 1]));
  });

  test('hour by hour study days never go back, and there is one rollover a local day', () => {
    const start = Date.UTC(year, 0, 1) - zone.offsetAt(Date.UTC(year, 0, 1)) * 60_000 + 12 * HOUR;
    const hours = Array.from({ length: 365 * 24 + 1 }, (_, hour) =>
      studyDayAt(zone.at(start + hour * HOUR)),
    );
    const steps = new Set(hours.slice(1).map((today, before) => today - (hours[before] ?? 0)));
    expect([...steps].sort()).toEqual([0, 1]);
    expect((hours.at(-1) ?? 0) - (hours[0] ?? 0)).toBe(365);
  });

  test('a study day starts at an instant that belongs to it', () => {
    for (const offset of new Set(monthly(year).map(zone.offsetAt))) {
      for (const rolloverHour of [0, 4, 23]) {
        const start = startOfStudyDay(20_500, offset, rolloverHour);
        expect(studyDayOf({ atMillis: start, utcOffsetMinutes: offset }, rolloverHour)).toBe(
          20_500,
        );
        const before = { atMillis: start - 1, utcOffsetMinutes: offset };
        expect(studyDayOf(before, rolloverHour)).toBe(20_499);
      }
    }
  });

  test('[MEMORY-4] two answers of one evening are of the same day to FSRS, on days of change too', () => {
    const around = changesIn(year, zone.offsetAt).concat(Date.UTC(year, 5, 15));
    for (const change of around) {
      const date = new Date(change);
      const evening = { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() - 1 };
      for (const laterDays of [0, 1]) {
        const day = evening.day + laterDays;
        const first = momentOf(zone.readingAt({ ...evening, day, hour: 16, minute: 30 }));
        const second = momentOf(zone.readingAt({ ...evening, day, hour: 22, minute: 30 }));
        const seen = answer(PLAIN, card, reviewSeen(first), 3, first);
        const again = answer(PLAIN, card, seen, 3, second);
        expect(memoryOf(again)).toEqual(memoryOf(answer(PLAIN, card, seen, 3, first)));
      }
    }
  });
});

describe('[MEMORY-1] places and dates that surprise', () => {
  test('Samoa skipped 30 December 2011: the study days are two apart, the hours are one day', () => {
    const zone = zoneNamed('Pacific/Apia');
    const before = zone.readingAt({ year: 2011, month: 12, day: 29, hour: 12, minute: 0 });
    const after = zone.readingAt({ year: 2011, month: 12, day: 31, hour: 12, minute: 0 });
    expect(elapsedDays(studyDayAt(before), studyDayAt(after))).toBe(2);
    expect((after?.atMillis ?? 0) - (before?.atMillis ?? 0)).toBe(DAY);
  });

  test('[MEMORY-2] a flight over the date line to the day before counts as the same day', () => {
    const kiritimati = zoneNamed('Pacific/Kiritimati');
    const pagoPago = zoneNamed('Pacific/Pago_Pago');
    const departure = kiritimati.readingAt({ year: 2026, month: 3, day: 2, hour: 9, minute: 0 });
    const landing = pagoPago.at((departure?.atMillis ?? 0) + 4 * HOUR);
    const first = momentOf(departure);
    const second = momentOf(landing);
    expect(second.studyDay).toBe(first.studyDay - 1);
    const seen = answer(PLAIN, card, reviewSeen(first), 3, first);
    for (const outcome of Object.values(preview(PLAIN, card, seen, second))) {
      expect(outcome).toMatchObject({ lastReview: second });
    }
    expect(memoryOf(answer(PLAIN, card, seen, 3, second))).toEqual(
      memoryOf(answer(PLAIN, card, seen, 3, first)),
    );
  });

  test('[MEMORY-1] an afternoon in Los Angeles is one study day although UTC changes its date', () => {
    const zone = zoneNamed('America/Los_Angeles');
    const local = { year: 2026, month: 1, day: 10, minute: 30 };
    const first = zone.readingAt({ ...local, hour: 15 });
    const second = zone.readingAt({ ...local, hour: 16 });
    expect(new Date(first?.atMillis ?? 0).getUTCDate()).toBe(10);
    expect(new Date(second?.atMillis ?? 0).getUTCDate()).toBe(11);
    expect(studyDayAt(first)).toBe(studyDayAt(second));
  });

  test('[MEMORY-1] the turn of a year, a leap day and dates before 1970 are days like others', () => {
    const noon = (year: number, month: number, day: number) =>
      studyDayOf({ atMillis: Date.UTC(year, month - 1, day, 12), utcOffsetMinutes: 0 }, ROLLOVER);
    expect(noon(2027, 1, 1) - noon(2026, 12, 31)).toBe(1);
    expect(noon(2028, 3, 1) - noon(2028, 2, 28)).toBe(2);
    expect(noon(1970, 1, 1)).toBe(0);
    expect(noon(1969, 12, 31)).toBe(-1);
  });
});

function studyDayAt(reading: ClockReading | undefined): number {
  if (!reading) throw new Error('The clock skips this time.');
  return studyDayOf(reading, ROLLOVER);
}

function momentOf(reading: ClockReading | undefined) {
  return { atMillis: reading?.atMillis ?? Number.NaN, studyDay: studyDayAt(reading) };
}

function reviewSeen({ studyDay }: { studyDay: number }): Schedule {
  return {
    state: 'review',
    reps: 2,
    lapses: 0,
    memory: { stability: 8, difficulty: 5 },
    intervalDays: 8,
    dueDay: studyDay,
    lastReview: { atMillis: (studyDay - 8) * DAY, studyDay: studyDay - 8 },
  };
}

function memoryOf(schedule: Schedule) {
  return schedule.state === 'new' ? undefined : schedule.memory;
}

function monthly(year: number): number[] {
  return Array.from({ length: 12 }, (_, month) => Date.UTC(year, month, 15));
}

/** Instants, to the hour, at which the offset has changed. */
function changesIn(year: number, offsetAt: (atMillis: number) => number): number[] {
  const changes: number[] = [];
  for (let at = Date.UTC(year, 0, 2); at < Date.UTC(year, 11, 31); at += DAY) {
    if (offsetAt(at) === offsetAt(at + DAY)) continue;
    let hour = at + HOUR;
    while (offsetAt(hour) === offsetAt(at)) hour += HOUR;
    changes.push(hour);
  }
  return changes;
}
