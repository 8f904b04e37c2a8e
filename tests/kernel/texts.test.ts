import { expect, test } from 'vitest';
import { plural, pluralIn, t, thousands } from '../../src/kernel/texts.ts';

test('[WORDS-2] a text is what stands in the code, with its values whole', () => {
  expect(t`Again`).toBe('Again');
  expect(t`Due on ${'2 March'}: ${3} of ${4}.`).toBe('Due on 2 March: 3 of 4.');
  expect(t`a \`mark\` and ${'a'}\n`).toBe('a `mark` and a\n');
});

test('[WORDS-3] a number goes with its words, each form whole, and is written as the language does', () => {
  const due = (number: number) => plural(number, '# card is due', '# cards are due');
  expect([0, 1, 2, 1200].map(due)).toEqual([
    '0 cards are due',
    '1 card is due',
    '2 cards are due',
    '1,200 cards are due',
  ]);
  expect([1, 2].map((number) => plural(number, '# deck'))).toEqual(['1 deck', '2 decks']);
  const values = { name: 'a {name} # b', rows: 3 };
  expect(plural(1, '{name} in {rows}', 'none', values)).toBe('a {name} # b in 3');
  expect(pluralIn(2, { one: '# Karte', other: '# Karten in {name}' }, { name: 'A' })).toBe(
    '2 Karten in A',
  );
  expect(thousands(1234.5)).toBe('1,234.5');
});
