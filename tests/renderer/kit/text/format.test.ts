import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import {
  asked,
  clockTime,
  interval,
  localeOf,
  longDate,
  minutes,
  percent,
  percentOf,
  shortDate,
  shortMinutes,
  tenths,
  timeOrDate,
  twoFigures,
} from '../../../../src/renderer/kit/text/format.ts';

/** What a session of Chromium's own protocol can do, of what is used here. */
interface Session {
  send(method: string, parameters: object): Promise<unknown>;
}

test('minutes are said as a person would', () => {
  expect([0, 0.4, 1, 12.4, 89.6, 125].map(minutes)).toEqual([
    'no time',
    'less than a minute',
    '1 minute',
    '12 minutes',
    '1 h 30 min',
    '2 h 5 min',
  ]);
  expect([0, 0.4, 12.4, 125].map(shortMinutes)).toEqual(['–', '<1 min', '12 min', '2 h 05']);
});

test('little is not said to be none: a tenth is the least that is shown', () => {
  expect([0, 0.01, 0.049, 0.05, 1, 1.04, 2.55, 12.34].map(tenths)).toEqual([
    '0',
    '<0.1',
    '<0.1',
    '0.1',
    '1',
    '1',
    '2.5',
    '12.3',
  ]);
  expect([0, 0.03, 1, 9.94, 9.97, 12.34].map(twoFigures)).toEqual([
    '0',
    '<0.1',
    '1',
    '9.9',
    '10',
    '12',
  ]);
});

test('an interval is given in the largest fitting unit, never as "0 days" or "1.0"', () => {
  expect(interval({ minutes: 0.5 })).toBe('<1 min');
  expect(interval({ minutes: 5.5 })).toBe('6 min');
  expect(interval({ minutes: 240 })).toBe('4 h');
  expect(interval({ days: 1 })).toBe('1 day');
  expect(interval({ days: 44 })).toBe('44 days');
  expect(interval({ days: 61 })).toBe('2 months');
  expect(interval({ days: 365 })).toBe('1 year');
  expect(interval({ days: 730 })).toBe('2 years');
  expect(interval({ days: 36_500 })).toBe('100 years');
  for (let days = 1; days < 3000; days++) {
    expect(interval({ days })).not.toMatch(/^(0|1 days|1 months|1 years|12 months)/);
  }
});

test('a study day is a date whatever zone the machine is in', () => {
  expect(longDate(0)).toBe('Thursday 1 January');
  expect(shortDate(20_514)).toBe('2 Mar 2026');
});

test('[LOOK-5] dates have the order and the clock of the person’s system, in English words', () => {
  const written = (system: string): string =>
    new Intl.DateTimeFormat(localeOf(system), {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    })
      .format(20_514 * 86_400_000 + 14 * 3_600_000)
      .replace(/\s/g, ' ');
  expect(['en-US', 'en-GB', 'de-DE', 'de', 'fr-FR', 'th-TH', 'x'].map(written)).toEqual([
    'Mar 2, 2026, 2:00 PM',
    ...Array.from({ length: 6 }, () => '2 Mar 2026, 14:00'),
  ]);
});

test('[LOOK-5] who goes to another time zone while the program runs reads the times of there', async () => {
  const session = cdp() as unknown as Session;
  const goTo = (timezoneId: string) =>
    session.send('Emulation.setTimezoneOverride', { timezoneId });
  const noon = Date.UTC(2026, 2, 2, 12);
  try {
    await goTo('Asia/Tokyo');
    expect(clockTime(noon)).toBe('21:00');
    await goTo('America/New_York');
    expect(clockTime(noon)).toBe('07:00');
    expect(shortDate(20_514)).toBe('2 Mar 2026');
  } finally {
    await goTo('');
  }
});

test('[REVIEW-7] a step that ends on another day is told with that day', () => {
  const at = (day: number, hour: number) => Date.UTC(2026, 2, day, hour, 5);
  expect(timeOrDate(at(2, 9), at(2, 8))).toBe('09:05');
  expect(timeOrDate(at(2, 22), at(3, 8))).toBe('2 Mar 2026, 22:05');
  expect(timeOrDate(at(3, 0), at(2, 23))).toBe('3 Mar 2026, 00:05');
});

test('percent is whole', () => {
  expect(percent(0.9249)).toBe('92 %');
});

test('[REVIEW-8] of what was counted 100 % is all, and 0 % is none', () => {
  const said = [200, 199, 185, 1, 0].map((recalled) => percentOf(recalled, 200));
  expect(said).toEqual(['100 %', '99 %', '93 %', '1 %', '0 %']);
  expect(percentOf(1, 2000)).toBe('1 %');
});

test('[TODAY-10] a day of less than a minute is told by its cards', () => {
  expect([asked(12.4, 48), asked(1, 3), asked(0.4, 3), asked(0.2, 1)]).toEqual([
    '12 minutes',
    '1 minute',
    '3 cards',
    '1 card',
  ]);
});
