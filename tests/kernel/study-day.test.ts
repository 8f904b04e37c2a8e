import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elapsedDays, startOfStudyDay, studyDayOf } from '../../src/kernel/study-day.ts';

const days = fc.integer({ min: 0, max: 40_000 });
const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
const hours = fc.integer({ min: 0, max: 23 });

test('[MEMORY-1] a study day is from its first millisecond to the last before the next one', () => {
  fc.assert(
    fc.property(days, offsets, hours, (day, utcOffsetMinutes, hour) => {
      const start = startOfStudyDay(day, utcOffsetMinutes, hour);
      const dayAt = (atMillis: number) => studyDayOf({ atMillis, utcOffsetMinutes }, hour);
      expect(dayAt(start)).toBe(day);
      expect(dayAt(start - 1)).toBe(day - 1);
      expect(dayAt(startOfStudyDay(day + 1, utcOffsetMinutes, hour) - 1)).toBe(day);
    }),
  );
});

test.each([
  ['four at night in Greenwich', '2026-03-01T04:00:00Z', 0, 4, '2026-03-01'],
  ['a minute before it', '2026-03-01T03:59:00Z', 0, 4, '2026-02-28'],
  ['four at night two hours east', '2026-03-01T02:00:00Z', 120, 4, '2026-03-01'],
  ['five hours west, still yesterday', '2026-03-01T08:59:59Z', -300, 4, '2026-02-28'],
  ['midnight where days begin at midnight', '2026-03-01T00:00:00Z', 0, 0, '2026-03-01'],
])('[MEMORY-1] %s', (_what, at, utcOffsetMinutes, hour, day) => {
  const found = studyDayOf({ atMillis: Date.parse(at), utcOffsetMinutes }, hour);
  expect(found).toBe(Date.parse(day) / 86_400_000);
});

test('[MEMORY-2] a clock set back counts as the same day', () => {
  expect([elapsedDays(5, 8), elapsedDays(5, 5), elapsedDays(5, 4)]).toEqual([3, 0, 0]);
});
