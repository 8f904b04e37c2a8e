import { expect, test } from 'vitest';
import { STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { broughtByText } from '../../../src/exchange/incoming/of-text.ts';

const brought = (...lines: string[]) =>
  broughtByText(lines.join('\n'), 'Words.txt', STOCK_TYPES, 0);
const saidBy = ({ brought: { notes } }: ReturnType<typeof brought>) =>
  notes.map(({ fields, sections }) => [...Object.values(fields), ...sections].join('|'));

test('[ANKI-60] rows with one mark of identity are one note: the last counts, and it is told', () => {
  const marked = brought(
    '#guid column:1',
    '#tags column:4',
    'G\ta\tone\tx',
    'H\tb\ttwo',
    'G\tc\tthree\ty',
  );
  expect(saidBy(marked)).toEqual(['c|three|x|y', 'b|two']);
  expect(new Set(marked.brought.notes.map(({ id }) => id)).size).toBe(2);
  expect(marked.brought.cards).toHaveLength(2);
  expect(marked.brought.problems).toEqual([
    '1 row (line 5) has the mark of identity of an earlier one: the last of them counts.',
  ]);
});

test('[ANKI-60] the first counts where the file keeps what is there', () => {
  for (const way of ['keep current', 'keep both']) {
    const marked = brought(`#if matches:${way}`, '#guid column:1', 'G\ta\tone', 'G\ta\ttwo');
    expect(saidBy(marked)).toEqual(['a|one']);
    expect(marked.brought.problems[0]).toMatch(/the first of them counts/);
  }
});

test('[ANKI-60] an emptied cell of a later row takes nothing away, and a note of another type is that note', () => {
  const emptied = brought('#guid column:1', 'G\ta\tone', 'G\tb\t');
  expect(saidBy(emptied)).toEqual(['b|one']);
  const lines = [
    '#guid column:1',
    '#notetype column:2',
    'G\tBasic\ta\tone',
    'G\tCloze\t{{c1::b}}\ttwo',
  ];
  expect(saidBy(brought(...lines))).toEqual(['{{c1::b}}|two']);
});

test('[ANKI-60] rows that say the same are one note, with the tags of all', () => {
  const twice = brought('#tags column:3', 'a\tone\tx', 'a\tone\ty', 'a\t\tz');
  expect(saidBy(twice)).toEqual(['a|one|x|y|z']);
  expect(twice.brought.problems).toEqual([
    '2 rows (lines 3, 4) say what an earlier one says: each is one note.',
  ]);
  // The later of the two may be the one that says more.
  expect(saidBy(brought('#separator:tab', 'a', 'a\tone'))).toEqual(['a|one']);
});

test('[ANKI-60] rows that begin alike and say something else stay notes of their own', () => {
  const meanings = brought('Cushing\ta disease', 'Cushing\ta reflex', 'Cushing\ta disease');
  expect(saidBy(meanings)).toEqual(['Cushing|a disease', 'Cushing|a reflex']);
  expect(new Set(meanings.brought.notes.map(({ id }) => id)).size).toBe(2);
  expect(meanings.brought.problems).toEqual([
    '1 row (line 3) says what an earlier one says: each is one note.',
    '1 row (line 2) begins like an earlier one and says something else: each is a note of its own.',
  ]);
});

test('[ANKI-60] where both are kept, every row without a mark of identity is a note', () => {
  const both = brought('#if matches:keep both', 'a\tone', 'a\tone');
  expect(saidBy(both)).toEqual(['a|one', 'a|one']);
  expect(both.keepsMine).toBe(true);
});

test('[ANKI-61] within a deck, rows of two decks that begin alike are two notes', () => {
  const scoped = [
    '#match scope:notetype + deck',
    '#deck column:3',
    'a\tone\tA',
    'a\tone\tB',
    'a\tone\ta',
  ];
  const { brought: notes } = brought(...scoped);
  expect(notes.notes).toHaveLength(2);
  expect(new Set(notes.notes.map(({ id }) => id)).size).toBe(2);
  expect(brought(...scoped.slice(1)).brought.notes).toHaveLength(1);
  const [first] = brought('#deck:A', 'a\tone').brought.notes;
  const [again] = brought('#deck:B', 'a\tone').brought.notes;
  expect(first?.id).toBe(again?.id);
});

test('[ANKI-60] a table in which all begins alike is gone through once', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `?\tanswer ${index}`);
  expect(brought(...rows).brought.notes).toHaveLength(20_000);
});
