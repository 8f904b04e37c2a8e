import { expect, test } from 'vitest';
import { parseIsoInstant } from '../../../src/domain/replay/iso-instant.ts';

const AT = Date.UTC(2026, 2, 29, 21, 30);

test('[MEMORY-22] an offset decides instant and local time; Z is an offset of its own', () => {
  const zurich = { atMillis: AT, utcOffsetMinutes: 120 };
  for (const text of [
    '2026-03-29T23:30:00+02:00',
    '2026-03-29T23:30+0200',
    '2026-03-29 23:30:00.000+02',
  ]) {
    expect(parseIsoInstant(text, -480)).toEqual(zurich);
  }
  expect(parseIsoInstant('2026-03-29T21:30:00Z', 120)).toEqual({
    atMillis: AT,
    utcOffsetMinutes: 0,
  });
  expect(parseIsoInstant('2026-03-30T03:15:00+05:45', 0)).toEqual({
    atMillis: AT,
    utcOffsetMinutes: 345,
  });
  expect(parseIsoInstant('2026-03-29T18:00:00-03:30', 0)).toEqual({
    atMillis: AT,
    utcOffsetMinutes: -210,
  });
});

test('[MEMORY-22] without an offset the fallback holds', () => {
  const fallback = { atMillis: AT, utcOffsetMinutes: 120 };
  expect(parseIsoInstant('2026-03-29T23:30:00', 120)).toEqual(fallback);
});

test('[MEMORY-22] parts of a second count to the millisecond', () => {
  expect(parseIsoInstant('2026-03-29T21:30:00.1239Z', 0)?.atMillis).toBe(AT + 123);
  expect(parseIsoInstant('2026-03-29T21:30:00.5Z', 0)?.atMillis).toBe(AT + 500);
});

test('[MEMORY-22] the year 2000 had a leap day, and dates go back before 1970', () => {
  expect(parseIsoInstant('2000-02-29T00:00Z', 0)?.atMillis).toBe(Date.UTC(2000, 1, 29));
  expect(parseIsoInstant('1969-12-31T23:59:59Z', 0)?.atMillis).toBe(-1000);
});

test('[MEMORY-22] what is no date and time is refused', () => {
  for (const text of [
    '',
    'yesterday',
    '2026-03-29',
    '2026-02-29T10:00Z',
    '2026-13-01T10:00Z',
    '2026-04-31T10:00Z',
    '2026-04-30T24:00Z',
    '2026-04-30T10:60Z',
    '2026-04-30T10:00:60Z',
    '2026-04-30T10:00+24:00',
    '2026-04-30T10:00+02:60',
    '2026-4-30T10:00Z',
    '2026-04-30T10:00Z and more',
    '1777543200000',
  ]) {
    expect(parseIsoInstant(text, 0), text).toBeUndefined();
  }
});
