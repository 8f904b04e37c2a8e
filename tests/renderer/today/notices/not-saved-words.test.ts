import { expect, test } from 'vitest';
import { notSavedWords } from '../../../../src/renderer/today/notices/not-saved-words.ts';
import { ago } from '../../../../src/renderer/kit/text/ago.ts';
import { MILLIS_PER_DAY } from '../../../../src/kernel/time.ts';

const dayOf = (date: string) => Date.parse(date) / MILLIS_PER_DAY;
const TODAY = dayOf('2026-03-12');

test('[COPY-14] the age of the last file is said in days', () => {
  const savedDay = dayOf('2026-03-03');
  expect(notSavedWords({ days: 7, savedDay }, TODAY, 'web')).toBe(
    'Your collection was last saved as a file 9 days ago.',
  );
});

test('[COPY-14] one that was never saved says where alone it is, by the shell', () => {
  const never = { days: 8, savedDay: undefined };
  expect(notSavedWords(never, TODAY, 'web')).toBe(
    'Your collection was never saved as a file; 8 days of study are in this browser alone.',
  );
  expect(notSavedWords({ ...never, days: 1200 }, TODAY, 'desktop')).toBe(
    'Your collection was never saved as a file; 1,200 days of study are on this computer alone.',
  );
});

test('[COPY-14] with a clock that was set back the day is named, and no age is made up', () => {
  const saved = (savedDay: number) => notSavedWords({ days: 9, savedDay }, TODAY, 'web');
  expect(saved(dayOf('2031-05-01'))).toBe(
    'Your collection was last saved as a file on 1 May 2031, which by this computer’s clock is still to come.',
  );
  // A flight to the west.
  expect(saved(TODAY + 1)).toBe('Your collection was last saved as a file today.');
});

test.each([
  ['2026-03-12', 'today'],
  ['2026-03-11', 'yesterday'],
  ['2026-03-10', '2 days ago'],
  ['2026-01-11', '60 days ago'],
  ['2026-01-10', '2 months ago'],
  ['2025-12-13', '2 months ago'],
  ['2025-12-12', '3 months ago'],
  ['2025-03-13', '11 months ago'],
  ['2025-03-12', '1 year ago'],
  ['2024-03-13', '1 year ago'],
  ['2023-01-01', '3 years ago'],
  ['2026-05-01', 'today'],
])('[COPY-14] %s, said on 12 March 2026, was %s', (day, words) => {
  expect(ago(dayOf(day), TODAY)).toBe(words);
});

test('[COPY-14] a month of the calendar that ends earlier is not counted twice', () => {
  expect(ago(dayOf('2026-01-31'), dayOf('2026-04-30'))).toBe('2 months ago');
  expect(ago(dayOf('2026-01-31'), dayOf('2026-05-01'))).toBe('3 months ago');
});
