import { expect, test } from 'vitest';
import type { InsightsAsked } from '../../../src/domain/statistics/insights.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { addressOf, askedInAddress } from '../../../src/renderer/insights/address.ts';
import {
  addressOfCards,
  answeredTerm,
  binTerm,
  dueTerm,
} from '../../../src/renderer/insights/cards-behind.ts';
import { csvOf, csvOfAll } from '../../../src/renderer/insights/picture/csv.ts';

const TODAY = 20_787;

test('[INSIGHT-2] what is asked is the same once it has been an address', () => {
  const all: readonly InsightsAsked[] = [
    { scope: { kind: 'all' }, period: 'quarter' },
    { scope: { kind: 'all' }, period: 'all' },
    { scope: { kind: 'deck', path: 'A & B::C=?#' }, period: 'week' },
    { scope: { kind: 'section', path: 'Ä/ö %' }, period: 'year' },
    { scope: { kind: 'section', path: 'S', deckPath: 'D' }, period: 'quarter' },
    { scope: { kind: 'search', text: '' }, period: 'month' },
    { scope: { kind: 'search', text: 'is:due or "a + b"' }, period: 'quarter' },
  ];
  for (const asked of all) {
    expect(askedInAddress(addressOf(asked).split('?')[1] ?? '')).toEqual(asked);
  }
  expect(addressOf(all[0] as InsightsAsked)).toBe('/insights');
  expect(askedInAddress('period=forever&deck=')).toEqual({
    scope: { kind: 'all' },
    period: 'quarter',
  });
});

test('[INSIGHT-5] the cards behind a value are within those told of', () => {
  const page = (scope: InsightsAsked['scope'], search: string) =>
    ({ asked: { scope, period: 'all' }, search }) as never;
  const opened = (address: string) => decodeURIComponent(address.split('search=')[1] ?? '');
  expect(opened(addressOfCards(page({ kind: 'all' }, ''), 'is:new'))).toBe('is:new');
  const deck = page({ kind: 'deck', path: 'A' }, 'deck:"A"');
  expect(opened(addressOfCards(deck, 'is:new'))).toBe('deck:"A" is:new');
  const search = page({ kind: 'search', text: 'a or b' }, 'a or b');
  expect(opened(addressOfCards(search, 'is:new'))).toBe('(a or b) is:new');
});

test('[INSIGHT-5] every search for a value can be read', () => {
  const terms = [
    answeredTerm({ from: TODAY, to: TODAY }, TODAY),
    answeredTerm({ from: TODAY - 6, to: TODAY + 1 }, TODAY),
    dueTerm({ from: TODAY, to: TODAY }, TODAY),
    dueTerm({ from: TODAY + 12, to: TODAY + 12 }, TODAY),
    binTerm('ivl', { from: 21, to: 34.5 }, false),
    binTerm('d', { from: 1 / 3, to: 1 }, true),
  ];
  expect(terms.slice(2)).toEqual([
    'due:today',
    'due:12 -due:11',
    'prop:ivl>=21 prop:ivl<34.5',
    'prop:d>=0.3333 prop:d<=1',
  ]);
  expect(terms[0]).toBe('prop:rated=0');
  expect(terms[1]?.split(' or ')).toHaveLength(7);
  for (const term of terms) expect(parseSearch(term ?? '').ok, term).toBe(true);
  expect(answeredTerm({ from: TODAY - 31, to: TODAY }, TODAY)).toBeUndefined();
  expect(answeredTerm({ from: TODAY + 1, to: TODAY + 2 }, TODAY)).toBeUndefined();
});

test('[INSIGHT-8] numbers are bare, and what a spreadsheet would run is not run', () => {
  const table = {
    about: 'sections',
    columns: [{ name: 'Section' }, { name: 'Recalled', say: () => 'said' }],
    rows: [
      ['=HYPERLINK("http://x","y")', 0.9123456789],
      ['a, "b"', undefined],
      ['-1', 12],
    ],
  };
  expect(csvOf('Title', table)).toBe(
    `\ufeffTitle\r\nSection,Recalled\r\n"'=HYPERLINK(""http://x"",""y"")",0.912346\r\n"a, ""b""",\r\n'-1,12\r\n`,
  );
  const all = csvOfAll([
    ['One', table],
    ['Two', { ...table, rows: [] }],
  ]);
  // Excel reads what does not begin so as signs of the system's own.
  expect(all.split('\ufeff')).toEqual(['', expect.stringMatching(/^One\r\n/)]);
  expect(all.endsWith('\r\n\r\nTwo\r\nSection,Recalled\r\n')).toBe(true);
});
