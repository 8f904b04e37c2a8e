import { expect, test } from 'vitest';
import { BASIC, STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import type { ImportLook } from '../../../src/engine/import/import-look.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { deckRows } from '../../../src/renderer/import/choosing/deck-rows.ts';
import { reportAsText, reportInWords } from '../../../src/renderer/import/import-words.ts';
import {
  withTypeOf,
  withUse,
  withWidth,
} from '../../../src/renderer/import/choosing/table-columns.ts';

const deck = (name: string, notes: number): ImportLook['decks'][number] => ({
  id: name as DeckId,
  name,
  notes,
});

test('[ANKI-37] decks stand in the order of their tree, with those above that the file does not name', () => {
  const rows = deckRows([deck('B', 1), deck('A::10', 2), deck('A::9::x', 4), deck('A b', 8)]);
  expect(rows.map(({ path, depth, notes }) => [path, depth, notes])).toEqual([
    ['A', 0, 6],
    ['A::9', 1, 4],
    ['A::9::x', 2, 4],
    ['A::10', 1, 2],
    ['A b', 0, 8],
    ['B', 0, 1],
  ]);
  expect(rows[0]?.ids).toEqual(['A::10', 'A::9::x']);
});

test('[ANKI-39] a field that another column has changes places with it; any number may be left out', () => {
  const columns = [{ use: 'field', fieldId: 'f' }, { use: 'tags' }, { use: 'nothing' }] as const;
  expect(withUse(columns, 1, { use: 'field', fieldId: 'f' })).toEqual([
    { use: 'tags' },
    { use: 'field', fieldId: 'f' },
    { use: 'nothing' },
  ]);
  expect(withUse(columns, 0, { use: 'nothing' })).toEqual([
    { use: 'nothing' },
    { use: 'tags' },
    { use: 'nothing' },
  ]);
});

test('[ANKI-39] another type takes the columns into its own fields, and leaves tags where they are', () => {
  const cloze = STOCK_TYPES.find(({ kind }) => kind === 'cloze') ?? BASIC;
  const columns = [
    { use: 'field', fieldId: BASIC.fields[0]?.id ?? '' },
    { use: 'tags' },
    { use: 'nothing' },
  ] as const;
  expect(withTypeOf(columns, cloze)).toEqual([
    { use: 'field', fieldId: cloze.fields[0]?.id },
    { use: 'tags' },
    { use: 'field', fieldId: cloze.fields[1]?.id },
  ]);
});

test('[ANKI-41] the report is a sentence for each thing that happened, and none for what did not', () => {
  const nothing = {
    fileName: 'a.apkg',
    added: 0,
    updated: 0,
    unchanged: 0,
    keptMine: 0,
    cards: 0,
    reviews: 0,
    media: 0,
    leftOut: [],
    problems: [],
  };
  expect(reportInWords(nothing)).toEqual(['Nothing in the file was new.']);
  expect(reportInWords({ ...nothing, added: 1, cards: 2, updated: 1, unchanged: 2 })).toEqual([
    '1 note came, with 2 cards.',
    '1 note here was brought up to date.',
    '2 notes were here already and stayed as they were.',
  ]);
  expect(reportInWords({ ...nothing, updated: 1, keptMine: 1 })).toEqual([
    '1 note here was brought up to date.',
    '1 note changed on both sides keeps what you wrote.',
  ]);
  expect(reportInWords({ ...nothing, keptMine: 3 })).toEqual([
    '3 notes changed on both sides keep what you wrote.',
  ]);
  expect(reportInWords({ ...nothing, reviews: 40, media: 1 })).toEqual([
    '40 answers and 1 picture or sound came.',
  ]);
  const text = reportAsText(
    { ...nothing, leftOut: [{ what: 'A note', why: 'It makes no card.' }], problems: ['Odd.'] },
    '1 March 2026',
  );
  expect(text).toBe(
    [
      'Import of a.apkg',
      '1 March 2026',
      '',
      'Nothing in the file was new.',
      '',
      'What came otherwise than it was in the file:',
      '- Odd.',
      '',
      'Left out (1):',
      '- A note: It makes no card.',
      '',
    ].join('\n'),
  );
});

test('[ANKI-39] columns that come to a table go into the fields that are free, and those that go free theirs', () => {
  const [front, back] = BASIC.fields.map(({ id }) => ({ use: 'field', fieldId: id }) as const);
  const one = withWidth([back ?? { use: 'nothing' }, { use: 'tags' }], 1, BASIC);
  expect(one).toEqual([back]);
  expect(withWidth(one, BASIC.fields.length + 1, BASIC).slice(0, 2)).toEqual([back, front]);
  expect(withWidth(one, BASIC.fields.length + 1, BASIC).at(-1)).toEqual({ use: 'nothing' });
});
