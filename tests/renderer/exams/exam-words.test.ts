import { expect, test } from 'vitest';
import type { PlannedDay } from '../../../src/domain/exam/outlook/outlook.ts';
import {
  comingDaysInWords,
  runsOfDays,
} from '../../../src/renderer/exams/charts/coming-days-words.ts';
import { noDayLeft } from '../../../src/renderer/exams/editor/no-day-left.ts';
import { heaviestInWords } from '../../../src/renderer/exams/pauses/pause-words.ts';
import { daysWords, listed, rangeWords } from '../../../src/renderer/kit/text/recall-words.ts';

const DAY: PlannedDay = {
  studyDay: 20_000,
  minutes: 12,
  budgetMinutes: 20,
  ordinaryMinutes: 30,
  newCards: 3,
  isOff: false,
  isAtRisk: false,
};
const days = (count: number, change: Partial<PlannedDay> = {}) =>
  Array.from({ length: count }, () => ({ ...DAY, ...change }));
const OFF = { minutes: 0, budgetMinutes: 0, isOff: true } as const;

test('[EXAM-13] the coming days in words: one and many, at risk and off', () => {
  expect(comingDaysInWords(days(1))).toBe(
    'The coming day: about 12 minutes planned, 60 % of what there is; the ordinary dates would ask for about 30 minutes.',
  );
  expect(comingDaysInWords([...days(2, { isAtRisk: true }), ...days(1, OFF)])).toBe(
    'The coming 3 days: about 8 minutes a day planned, 60 % of what there is; the ordinary dates would ask for about 30 minutes; one day is off; 2 days are at risk.',
  );
});

test('[EXAM-13] a minute is one, less is said so, and nothing is nothing', () => {
  expect(comingDaysInWords(days(4, { minutes: 1, ordinaryMinutes: 0.4 }))).toBe(
    'The coming 4 days: about 1 minute a day planned, 5 % of what there is; the ordinary dates would ask for less than a minute.',
  );
  expect(comingDaysInWords(days(2, { ...OFF, ordinaryMinutes: 0 }))).toBe(
    'The coming 2 days: nothing planned; the ordinary dates would ask for nothing; 2 days are off.',
  );
});

test('[EXAM-13] days at risk that follow on each other are one run', () => {
  const on = (...studyDays: number[]) => runsOfDays(studyDays.map((studyDay) => ({ studyDay })));
  const plain = (words: string) => words.replaceAll('\u00a0', ' ');
  expect(plain(on(20_000))).toBe('Fri 4 Oct');
  expect(plain(on(20_000, 20_001, 20_002))).toBe('Fri 4 Oct to Sun 6 Oct');
  expect(plain(on(20_000, 20_002, 20_003))).toBe('Fri 4 Oct and Sun 6 Oct to Mon 7 Oct');
});

test('[EXAM-5] an exam of today is told apart by its hour, and from one that is over', () => {
  expect(noDayLeft(1, false)).toBeUndefined();
  expect(noDayLeft(0, false)?.what).toBe('The exam is today: there is no day left to plan.');
  // Where days begin late, the study day may be that of the eve still.
  for (const daysLeft of [0, 1]) {
    expect(noDayLeft(daysLeft, true)?.what).toMatch(/^The exam’s hour has passed/);
    expect(noDayLeft(daysLeft, true)?.todo).not.toContain('cram');
  }
  expect(noDayLeft(-1, true)?.what).toMatch(/^That date is in the past/);
});

test('[EXAM-9] ranges, days and lists say no figure twice', () => {
  expect(rangeWords({ low: 0.996, expected: 0.998, high: 1 })).toBe('100 %');
  expect(rangeWords({ low: 0, expected: 0, high: 0.032 })).toBe('0 to 3 %');
  expect([0, 1, -1, 2, -2].map(daysWords)).toEqual([
    'today',
    'tomorrow',
    'yesterday',
    '2 days',
    '2 days ago',
  ]);
  expect([listed([]), listed(['A']), listed(['A', 'B'])]).toEqual(['', 'A', 'A and B']);
});

test('[EXAM-20] a heaviest day of seconds is less than a minute, not none', () => {
  const said = (minutesBefore: number, minutesAfter: number) =>
    heaviestInWords([{ studyDay: 20_000, minutesBefore, minutesAfter }]);
  expect(said(0.3, 0.2)).toBe('The heaviest day stays at less than a minute.');
  expect(said(12.4, 0.2)).toBe('The heaviest day goes from 12 minutes to less than a minute.');
  expect(said(0, 0.2)).toBe('The heaviest day goes from no time to less than a minute.');
  expect(said(12.4, 11.6)).toBe('The heaviest day stays at 12 minutes.');
  expect(said(0, 0)).toBe('No reviews fall due in these days.');
});
