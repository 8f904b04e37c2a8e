import { expect, test } from 'vitest';
import type { Retention } from '../../../src/domain/statistics/figures/retention.ts';
import { shareOf } from '../../../src/domain/statistics/figures/share.ts';
import { saidCell } from '../../../src/renderer/insights/picture/table.ts';
import {
  SHARE_COLUMNS,
  shareCells,
  shareInWords,
} from '../../../src/renderer/insights/sections/retention/retention-shares.ts';
import {
  againstAsked,
  isSurely,
  outOfHundred,
  sectionTitle,
  weakest,
} from '../../../src/renderer/insights/words/share-words.ts';
import {
  hoursInWords,
  retentionInWords,
  sectionsInWords,
} from '../../../src/renderer/insights/words/retention-words.ts';

const byAge = (count: number, of: number) => {
  return { all: shareOf(count, of), young: shareOf(count, of), mature: shareOf(0, 0) };
};

function retention(part: Partial<Retention>): Retention {
  return {
    desired: 0.9,
    inPeriod: byAge(910, 1000),
    table: [],
    course: { day: [], week: [], month: [], year: [] },
    bySection: [],
    byHour: [],
    ...part,
  };
}

const section = (name: string, count: number, of: number, deckName = 'MS') => {
  return { deckName, section: name, search: `tag:"${name}"`, ...byAge(count, of) };
};

test('[INSIGHT-3] few are counted, many are made parts of a hundred', () => {
  expect(outOfHundred(shareOf(0, 0))).toBe('none of none');
  expect(outOfHundred(shareOf(9, 12))).toBe('9 of 12');
  expect(outOfHundred(shareOf(49, 49))).toBe('49 of 49');
  expect(outOfHundred(shareOf(45, 50))).toBe('90 of 100');
  expect(outOfHundred(shareOf(910, 1000))).toBe('91 of 100');
  // All of them alone are 100, and none alone 0 (REVIEW-8).
  expect([1000, 999, 1, 0].map((count) => outOfHundred(shareOf(count, 1000)))).toEqual([
    '100 of 100',
    '99 of 100',
    '1 of 100',
    '0 of 100',
  ]);
});

test('[INSIGHT-3] only what the interval leaves no doubt of is other than asked', () => {
  expect(againstAsked(shareOf(10, 12), 0.9)).toMatch(/^too few/);
  expect(againstAsked(shareOf(87, 100), 0.9)).toBe('as asked');
  expect(againstAsked(shareOf(40, 40), 0.9)).toBe('more than the 90 of 100 asked for');
  expect(againstAsked(shareOf(25, 40), 0.9)).toBe('fewer than the 90 of 100 asked for');
  expect(againstAsked(shareOf(800, 1000), 0.9)).toBe('fewer than the 90 asked for');
  expect(againstAsked(shareOf(970, 1000), 0.9)).toBe('more than the 90 asked for');
  // Beyond chance by so many, and still the same when it is said.
  expect(againstAsked(shareOf(90_300, 100_000), 0.9)).toBe('as asked');
});

test('[INSIGHT-3] the more are compared, the more it takes to stand out', () => {
  const share = shareOf(75, 100);
  expect(isSurely(share, 0.85, 'below', 1)).toBe(true);
  expect(isSurely(share, 0.85, 'below', 100)).toBe(false);
  expect(isSurely(share, 0.85, 'above', 1)).toBe(false);
  expect(isSurely(shareOf(0, 10), 0.9, 'below', 1)).toBe(false);
  expect(isSurely(shareOf(0, 0), 0.9, 'below', 1)).toBe(false);
});

test('[INSIGHT-3] the lowest of those that are surely low is the weak one', () => {
  const all = [shareOf(88, 100), shareOf(70, 100), shareOf(60, 100), shareOf(2, 8)];
  expect(weakest(all, (each) => each, 0.9)).toBe(all[2]);
  expect(weakest(all.slice(0, 1), (each) => each, 0.9)).toBeUndefined();
});

test('[INSIGHT-1] true retention says what was asked for, and where it is weak', () => {
  expect(retentionInWords(retention({}))).toBe('You remembered 91 of 100, as asked.');
  const bySection = [section('Safety', 120, 200), section('Dosing', 190, 200)];
  expect(retentionInWords(retention({ bySection }))).toBe(
    'You remembered 91 of 100, as asked; Safety is the weak section, with 60 of 100.',
  );
  expect(sectionsInWords(retention({ bySection }))).toBe(
    'Safety is remembered least, 60 of 100 against 91 of 100 of all.',
  );
  const even = [section('Safety', 181, 200), section('Dosing', 183, 200)];
  expect(sectionsInWords(retention({ bySection: even }))).toMatch(/^No section stands out/);
  expect(sectionsInWords(retention({ bySection: even.slice(1) }))).toMatch(/^There is one section/);
});

test('[INSIGHT-1] sections of several decks are told apart, and long names are folded', () => {
  const bySection = [section('Safety', 120, 200), section('Dosing', 190, 200, 'Stroke')];
  expect(retentionInWords(retention({ bySection }))).toContain('Safety (MS) is the weak section');
  expect(sectionTitle({ deckName: 'MS', section: '' }, false)).toBe('No section');
  expect(sectionTitle({ deckName: 'A::B', section: 'C::D' }, true)).toBe('C › D (A › B)');
  expect(sectionTitle({ deckName: 'MS', section: 'x'.repeat(3000) }, false).length).toBeLessThan(
    90,
  );
});

test('[INSIGHT-3] an hour is called worse only where it surely is', () => {
  const hour = (at: number, count: number, of: number, answers = of) => {
    return { hour: at, answers, minutes: 1, ...byAge(count, of) };
  };
  const none = Array.from({ length: 24 }, (_, at) => hour(at, 0, 0));
  expect(hoursInWords(retention({ byHour: none }))).toBe('Nothing was answered in this time.');
  const even = none.with(8, hour(8, 450, 500)).with(22, hour(22, 178, 200));
  expect(hoursInWords(retention({ byHour: even }))).toBe(
    'Most is answered between 8 and 9 o’clock; no hour is surely worse than the others.',
  );
  const late = even.with(22, hour(22, 140, 200));
  expect(hoursInWords(retention({ byHour: late }))).toBe(
    'Most is answered between 8 and 9 o’clock; least is recalled between 22 and 23 o’clock: 70 of 100.',
  );
});

test('[REVIEW-8] what was counted is no 100 % in the tables either, unless it is all', () => {
  const share = shareOf(1999, 2000);
  expect(shareInWords(share)).toBe('99 % of 2,000 reviews');
  expect(shareInWords(shareOf(2000, 2000))).toBe('100 % of 2,000 reviews');
  const cells = shareCells({ all: share, young: shareOf(1, 2000), mature: shareOf(0, 0) });
  const about = 'shares';
  const table = { about, columns: SHARE_COLUMNS, rows: [cells] };
  expect(cells.map((cell, column) => saidCell(table, cell, column))).toEqual([
    '2,000',
    '99 %',
    expect.any(String),
    expect.any(String),
    '1 %',
    '–',
  ]);
});
