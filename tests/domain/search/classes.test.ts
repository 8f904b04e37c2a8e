import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { searchPattern } from '../../../src/domain/search/regex/search-pattern.ts';

/** The signs of `from` that the pattern finds. */
function foundOf(source: string, from: string): string {
  const pattern = searchPattern(source);
  if (!pattern.ok) throw new Error(pattern.reason);
  return [...from].filter((sign) => pattern.test(sign)).join('');
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();

describe('[SEARCH-16] classes of ASCII, as in Anki:', () => {
  test.each([
    ['alpha', `${UPPER}${LOWER}`],
    ['digit', DIGITS],
    ['alnum', `${DIGITS}${UPPER}${LOWER}`],
    ['upper', UPPER],
    ['lower', LOWER],
    ['space', '\t\n\v\f\r '],
    ['blank', '\t '],
    ['punct', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
    ['xdigit', `${DIGITS}ABCDEFabcdef`],
    ['word', `${DIGITS}${UPPER}_${LOWER}`],
  ])('%s', (name, signs) => {
    expect(foundOf(`(?-i)[[:${name}:]]`, `${ASCII}é١`)).toBe(signs);
  });

  test('[SEARCH-16] beside other signs, denied, and in any case', () => {
    expect(foundOf('(?-i)[x[:digit:]-]', ASCII)).toBe(`-${DIGITS}x`);
    expect(foundOf('(?-i)[^[:alnum:][:space:]]', 'a1 é-')).toBe('é-');
    expect(foundOf('[[:upper:]]', 'aA1')).toBe('aA');
    expect(foundOf('(?i)[[:upper:]]', 'aA1')).toBe('aA');
  });

  test('[SEARCH-16] words and digits of all alphabets, in brackets and outside', () => {
    const signs = 'aé1١_‍\u0301 -λ';
    expect(foundOf('\\w', signs)).toBe('aé1١_‍\u0301λ');
    expect(foundOf('[\\w]', signs)).toBe('aé1١_‍\u0301λ');
    expect(foundOf('\\W', signs)).toBe(' -');
    expect(foundOf('[\\W1]', signs)).toBe('1 -');
    expect(foundOf('[^\\W\\d_]', signs)).toBe('aé\u200d\u0301λ');
    expect(foundOf('\\d', signs)).toBe('1١');
    expect(foundOf('[\\d-]', signs)).toBe('1١-');
    expect(foundOf('\\D', signs)).toBe('aé_‍\u0301 -λ');
    expect(foundOf('[^\\D]', signs)).toBe('1١');
    expect(foundOf('\\s', signs)).toBe(' ');
    expect(foundOf('[\\]a]', 'a]b')).toBe('a]');
  });

  test('[SEARCH-16] only at its beginning a pattern says that case counts', () => {
    expect(foundOf('(?-i)a', 'aA')).toBe('a');
    expect(foundOf('(?i)a', 'aA')).toBe('aA');
    expect(foundOf('a', 'aA')).toBe('aA');
    expect(searchPattern('a(?-i)b').ok).toBe(false);
  });
});

const todoOf = (search: string): string => {
  const parsed = parseSearch(search);
  if (parsed.ok) throw new Error(search);
  return parsed.problem.todo;
};

test('[SEARCH-5] where a group stands in place of a value, quotes are the way', () => {
  expect(todoOf('deck:(a b)')).toBe('Put what comes after the colon in quotes.');
  expect(todoOf('deck:')).toBe('Write it right after the colon, in quotes if it has spaces.');
  expect(todoOf('deck: (a b)')).toBe('Write it right after the colon, in quotes if it has spaces.');
});
