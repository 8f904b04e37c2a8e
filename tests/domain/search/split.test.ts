import { describe, expect, test } from 'vitest';
import { asksForAbsent, compile, compileSplit } from '../../../src/domain/search/match.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import type { Glob, Query } from '../../../src/domain/search/query.ts';
import { aContext, aSearchCard, aSearchNote, CLOZE } from './collections.ts';

function queryOf(search: string): Query {
  const parsed = parseSearch(search);
  if (!parsed.ok) throw new Error(parsed.problem.what);
  return parsed.query;
}

/** How a search is split, in words: what is looked for first, and which tests are left. */
function splitOf(search: string | Query) {
  const query = typeof search === 'string' ? queryOf(search) : search;
  const { needles, withAbsent, ofNote, ofCard } = compileSplit(query, aContext());
  return { needles, withAbsent, hasNote: ofNote !== undefined, hasCard: ofCard !== undefined };
}

const NOTHING = { needles: [], withAbsent: false, hasNote: false, hasCard: false };
const plain = (glob: Glob): Query => ({ kind: 'text', test: { how: 'plain', glob } });

describe('[SEARCH-20] what a search is split into:', () => {
  test.each<[string, Partial<ReturnType<typeof splitOf>>]>([
    // A plain word is its needle and no more.
    ['dose', { needles: ['dose'] }],
    ['DOSE', { needles: ['dose'] }],
    ['"first dose"', { needles: ['first dose'] }],
    // The longest is looked for first: it is the rarest.
    ['mg dose of', { needles: ['dose', 'mg', 'of'] }],
    // Of wildcards the texts between them must be there, in their order.
    ['d*se', { needles: ['se', 'd'], hasNote: true }],
    ['dose*', { needles: ['dose'], hasNote: true }],
    ['_', { hasNote: true }],
    ['*', { hasNote: true }],
    ['w:dose', { needles: ['dose'], hasNote: true }],
    ['sc:dose', { needles: ['dose'], hasNote: true }],
    // What may be written otherwise, or must not be there, is no needle.
    ['nc:dose', { hasNote: true }],
    ['re:dose', { hasNote: true }],
    ['-dose', { hasNote: true }],
    ['dose or mg', { hasNote: true }],
    ['front:dose', { hasNote: true }],
    ['tag:a tag:b', { hasNote: true }],
    ['tag:a or tag:b', { hasNote: true }],
    ['flag:1', { hasCard: true }],
    ['flag:1 or tag:a', { hasCard: true }],
    ['flag:1 tag:a dose', { needles: ['dose'], hasNote: true, hasCard: true }],
    ['is:absent', { withAbsent: true, hasCard: true }],
    ['-is:absent or dose', { withAbsent: true, hasCard: true }],
    ['is:new', { hasCard: true }],
    ['', { hasNote: true }],
  ])('%s', (search, expected) => {
    expect(splitOf(search)).toEqual({ ...NOTHING, ...expected });
  });

  test('[SEARCH-20] an empty text is no needle, and asks for nothing', () => {
    const empty = { kind: 'text', text: '' } as const;
    expect(splitOf(plain([empty]))).toEqual(NOTHING);
    expect(splitOf(plain([empty, { kind: 'many' }]))).toEqual({ ...NOTHING, hasNote: true });
  });
});

/** Which of four subjects a search finds: with tag and flag, with the tag, with the flag, neither. */
function foundAmong(search: string): string {
  const test = compile(queryOf(search), aContext());
  const tagged = aSearchNote(['x'], { sections: ['a'] });
  const bare = aSearchNote(['x']);
  const subjects = [
    [tagged, 1],
    [tagged, 0],
    [bare, 1],
    [bare, 0],
  ] as const;
  return subjects.map(([note, flag]) => (test(note, aSearchCard(note, { flag })) ? 1 : 0)).join('');
}

describe('[SEARCH-3] what is said of the note and what of the card, together and denied:', () => {
  test.each([
    ['', '1111'],
    ['-""', '0000'],
    ['tag:a flag:1', '1000'],
    ['tag:a or flag:1', '1110'],
    ['-(tag:a flag:1)', '0111'],
    ['-(tag:a or flag:1)', '0001'],
    ['-(-tag:a or -flag:1)', '1000'],
    ['-(-tag:a -flag:1)', '1110'],
    ['--(tag:a flag:1)', '1000'],
    ['flag:0 or (tag:a flag:1)', '1101'],
    ['(tag:a or flag:1) x', '1110'],
    ['(tag:a flag:1) or y', '1000'],
    ['(tag:a x) or y', '1100'],
    ['(tag:a y) or (x flag:1)', '1010'],
    ['-(tag:a or y)', '0011'],
    ['-(tag:a x)', '0011'],
    ['flag:1 is:new', '1010'],
    ['flag:1 -is:new', '0000'],
    ['flag:1 or is:due', '1010'],
    ['-tag:a -flag:1', '0001'],
    ['(flag:0 or flag:1) (is:new or is:due)', '1111'],
  ])('%s: %s', (search, found) => {
    expect(foundAmong(search)).toBe(found);
  });
});

test('[SEARCH-24] a note without a card is judged by what it says itself', () => {
  const note = aSearchNote(['dose'], { sections: ['a'] });
  const finds = (search: string) => compile(queryOf(search), aContext())(note, undefined);
  expect(['', 'dose', 'tag:a', '-flag:1', 'dose or flag:1'].map(finds)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['mg', '-tag:a', 'flag:0', 'dose flag:0', 'is:new'].map(finds)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('[SEARCH-19] whether a search asks for cards out of sight, wherever it says so', () => {
  const asks = (search: string) => asksForAbsent(queryOf(search));
  expect(['is:absent', '-is:absent', 'x (y or -is:absent)'].map(asks)).toEqual([true, true, true]);
  expect(['', 'absent', 'is:new', 'is:new flag:1'].map(asks)).toEqual([false, false, false, false]);
});

test('[SEARCH-19] what else a search asks still counts of a card out of sight', () => {
  const note = aSearchNote(['dose']);
  const finds = (search: string) =>
    compile(queryOf(search), aContext())(note, aSearchCard(note, { absent: true }));
  expect(['is:absent', 'is:absent dose'].map(finds)).toEqual([true, true]);
  expect(['dose', 'is:absent mg', 'is:absent tag:a', 'is:absent flag:1'].map(finds)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('[SEARCH-17] a word of cloze notes alone is not taken for a plain word', () => {
  const finds = (note: Parameters<ReturnType<typeof compile>>[0]) =>
    compile(queryOf('sc:dose'), aContext())(note, undefined);
  expect(finds(aSearchNote(['dose']))).toBe(false);
  expect(finds(aSearchNote(['{{c1::dose}}'], {}, CLOZE))).toBe(true);
});

test('[SEARCH-2] the texts of wildcards must stand in their order, all of them', () => {
  const finds = (search: string, text: string) =>
    compile(queryOf(search), aContext())(aSearchNote([text]), undefined);
  expect(finds('a*b', 'a then b')).toBe(true);
  expect(finds('a*b', 'b then a')).toBe(false);
  expect(finds('a b', 'b then a')).toBe(true);
  expect(finds('a b', 'then a')).toBe(false);
});
