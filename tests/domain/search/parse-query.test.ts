import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import type { SearchProblem } from '../../../src/domain/search/query-problem.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { anyText, MANY, ONE } from './arbitrary.ts';

const FIELDS = ['Front', 'Back', 'Add reverse', 'Größe'];

function read(text: string): Query {
  const parsed = parseSearch(text, { fieldNames: FIELDS });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.what}`);
  return parsed.query;
}

function problemOf(text: string): SearchProblem {
  const parsed = parseSearch(text, { fieldNames: FIELDS });
  if (parsed.ok) throw new Error(`${text} was read as ${JSON.stringify(parsed.query)}`);
  return parsed.problem;
}

function word(text: string): Query {
  return { kind: 'text', test: { how: 'plain', glob: [{ kind: 'text', text }] } };
}

const [a, b, c] = [word('a'), word('b'), word('c')];

describe('[SEARCH-2] wildcards and escapes:', () => {
  test.each([
    ['a*b_', [{ kind: 'text', text: 'a' }, MANY, { kind: 'text', text: 'b' }, ONE]],
    ['a\\*b\\_', [{ kind: 'text', text: 'a*b_' }]],
    ['"a * b"', [{ kind: 'text', text: 'a ' }, MANY, { kind: 'text', text: ' b' }]],
    ['\\(\\"\\:\\\\\\-\\)', [{ kind: 'text', text: '(":\\-)' }]],
    ['"(a)"', [{ kind: 'text', text: '(a)' }]],
    ['a-b', [{ kind: 'text', text: 'a-b' }]],
    ['**', [MANY]],
    ['""', []],
  ])('%s', (text, glob) => {
    expect(read(text)).toEqual({ kind: 'text', test: { how: 'plain', glob } });
  });

  test('[SEARCH-2] a backslash before anything else is a problem at its place', () => {
    expect(problemOf('ab\\d')).toMatchObject({ offset: 2, length: 2 });
    expect(problemOf('ab\\d').what).toContain('“d”');
    expect(problemOf('ab\\')).toMatchObject({ offset: 2, length: 1 });
  });
});

describe('[SEARCH-3] and, or, not, groups:', () => {
  test.each<[string, Query]>([
    ['a b c', { kind: 'and', parts: [a, b, c] }],
    ['a and b AND c', { kind: 'and', parts: [a, b, c] }],
    ['a or b c', { kind: 'or', parts: [a, { kind: 'and', parts: [b, c] }] }],
    ['(a or b) c', { kind: 'and', parts: [{ kind: 'or', parts: [a, b] }, c] }],
    ['(a)OR(b)', { kind: 'or', parts: [a, b] }],
    ['-a', { kind: 'not', part: a }],
    ['--a', { kind: 'not', part: { kind: 'not', part: a } }],
    ['-(a b)', { kind: 'not', part: { kind: 'and', parts: [a, b] } }],
    ['\\-a', word('-a')],
    ['"-a"', word('-a')],
    ['a "or" b', { kind: 'and', parts: [a, word('or'), b] }],
    ['orbit android', { kind: 'and', parts: [word('orbit'), word('android')] }],
    ['\u3000a\tb\n', { kind: 'and', parts: [a, b] }],
    ['', { kind: 'all' }],
    ['  ', { kind: 'all' }],
  ])('%j', (text, query) => {
    expect(read(text)).toEqual(query);
  });

  test('[SEARCH-3] what has a meaning after a colon is a name in quotes', () => {
    const glob = (text: string) => [{ kind: 'text', text }];
    expect(read('deck:current')).toEqual({ kind: 'current-deck' });
    expect(read('"deck:Current"')).toEqual({ kind: 'current-deck' });
    expect(read('deck:"current"')).toEqual({ kind: 'deck', glob: glob('current') });
    expect(read('tag:none')).toEqual({ kind: 'untagged' });
    expect(read('tag:"none"')).toEqual({
      kind: 'tag',
      test: { how: 'plain', glob: glob('none') },
    });
    expect(read('card:2')).toEqual({ kind: 'card', slot: 2 });
    expect(read('card:"2"')).toEqual({ kind: 'template', glob: glob('2') });
    const parsed = parseSearch('"deck":x');
    expect(parsed).toMatchObject({ ok: true, query: { kind: 'field', field: glob('deck') } });
  });
});

describe('[SEARCH-5] a wrong search says where and why:', () => {
  test.each([
    ['prop:ivl>x', 0, 10, '“prop:ivl>x” needs a number after >.'],
    ['a prop:ivl', 2, 8, '“prop:ivl” needs one of = != < <= > >= and a number.'],
    ['prop:iv>1', 0, 9, 'There is no property “iv”.'],
    ['prop:r<90', 0, 9, '“prop:r” goes from 0 to 1, and 90 is outside.'],
    ['prop:rated>1', 0, 12, '“prop:rated” counts days back'],
    ['prop:ease>2', 0, 11, 'Rounds has no ease; prop:d asks for difficulty.'],
    ['is:', 0, 3, '“is:” needs a state.'],
    ['is:dew', 0, 6, 'There is no state “dew”.'],
    ['flag:8', 0, 6, '“flag:” needs a number from 0 to 7, or a colour.'],
    ['rated:x', 0, 7, '“rated:” needs a number of days'],
    ['prop:due=1:3', 0, 12, 'Only “prop:rated” takes a grade, from 1 to 4, after a colon.'],
    ['prop:rated=-1:5', 0, 15, 'Only “prop:rated” takes a grade, from 1 to 4, after a colon.'],
    ['rated:3:5', 0, 9, '“rated:” needs a number of days'],
    ['added:x', 0, 7, '“added:” needs a number of days, 1 for today.'],
    ['due:soon', 0, 8, '“due:” needs today, tomorrow or a number of days.'],
    ['resched:1', 0, 7, 'Rounds does not keep a list of rescheduled cards.'],
    ['prop:cdn:x>1', 0, 12, 'Rounds has no custom data on cards.'],
    ['a deck: b', 2, 5, '“deck:” needs a deck’s name.'],
    ['w:', 0, 2, '“w:” needs a word.'],
    ['nid:,', 0, 5, '“nid:” needs an id.'],
    ['dupe:basic', 0, 10, '“dupe:” needs a note type’s id'],
    ['a (b', 2, 1, 'This parenthesis is never closed.'],
    ['(', 0, 1, 'This parenthesis is never closed.'],
    ['a) b', 1, 1, 'This parenthesis closes a group that was never opened.'],
    ['a ( ) b', 4, 1, 'These parentheses are empty.'],
    ['a or', 2, 2, 'There is nothing after “or”.'],
    ['a or or b', 2, 2, 'There is nothing after “or”.'],
    ['or a', 0, 2, 'There is nothing before “or”.'],
    ['(and a)', 1, 3, 'There is nothing before “and”.'],
    ['a - b', 2, 1, 'There is nothing after this minus sign.'],
    ['a "b c', 2, 4, 'This quote is never closed.'],
    ['a"b', 1, 1, 'This quote stands inside a word.'],
    ['"a"b', 3, 1, 'Something follows the closing quote without a space.'],
    ['deck:x"y"', 6, 1, 'This quote stands inside a word.'],
    ['deck:re:"y"', 0, 11, '“deck:” does not go with “re:”.'],
    ['re:', 0, 3, '“re:” needs a regular expression.'],
    ['re:(a|b)', 0, 3, '“re:” needs a regular expression.'],
    ['re:"(a"', 4, 2, '“(a” cannot be searched for: unterminated group.'],
    ['front:re:"a(?=b)"', 10, 6, '“a(?=b)” cannot be searched for: it looks ahead or behind.'],
    [':x', 0, 2, 'There is no name before this colon.'],
  ])('%s', (text, offset, length, what) => {
    const problem = problemOf(text);
    expect(problem.what.startsWith(what) ? what : problem.what).toBe(what);
    expect([problem.offset, problem.length]).toEqual([offset, length]);
    expect(problem.kept).toBe('Nothing was searched.');
    expect(problem.todo).toMatch(/^[A-Z].*[.?]$/s);
  });

  test('[SEARCH-5] no text makes reading throw, and every place lies in the text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), anyText, fc.string());
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (parts) => {
        for (const options of [{}, { fieldNames: FIELDS }]) {
          const text = parts.join(' ');
          const parsed = parseSearch(text, options);
          if (parsed.ok) continue;
          const { offset, length, what, todo } = parsed.problem;
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
          expect(`${what} ${todo}`).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('[SEARCH-5] neither depth nor length of a search can break the reading', () => {
    expect(problemOf('('.repeat(100_000)).what).toContain('nested');
    expect(problemOf('-'.repeat(100_000)).what).toContain('nested');
    expect(problemOf('a'.repeat(300_000)).what).toContain('200,000 characters');
    expect(problemOf(`re:"${'('.repeat(60)}a${')'.repeat(60)}"`).what).toContain('nested too deep');
    expect(read('a '.repeat(50_000))).toMatchObject({ kind: 'and' });
    expect(read(`${'('.repeat(50)}a${')'.repeat(50)}`)).toEqual(a);
  });
});

describe('[SEARCH-6] names before a colon:', () => {
  test.each([
    ['tga:Safety', 'tag:'],
    ['dekc:x', 'deck:'],
    ['fornt:x', 'Front:'],
    ['introducd:1', 'introduced:'],
  ])('[SEARCH-6] %s suggests %s', (text, meant) => {
    const problem = problemOf(`a ${text}`);
    expect(problem.what).toBe(`There is no “${text.split(':')[0]}:”.`);
    expect(problem.todo).toContain(`Did you mean ${meant}?`);
    expect(problem).toMatchObject({ offset: 2, length: text.indexOf(':') });
  });

  test('[SEARCH-6] what is like nothing gets no suggestion, but the way to search for it', () => {
    expect(problemOf('xylophone:1').todo).toBe('Write \\: for a colon that is part of the text.');
  });

  test.each([
    ['10:30'],
    ['https://example.org/a'],
    ['doi:10.1000/x'],
    ['"ratio: high"'],
    ['ratio\\:high'],
  ])('[SEARCH-6] %s is text', (text) => {
    const plain = text.replace(/^"|"$|\\/g, '');
    expect(read(text)).toEqual(word(plain));
  });

  test('[SEARCH-6] a field is known in any case, by wildcard, and with spaces in quotes', () => {
    const test = { how: 'plain', glob: [{ kind: 'text', text: 'x' }] };
    for (const text of [
      'front:x',
      'FRONT:x',
      'fr*:x',
      '"add reverse":x',
      '"add reverse:x"',
      'GRÖSSE:x',
      'gr_ße:x',
    ]) {
      if (text === 'GRÖSSE:x') expect(problemOf(text).todo).toContain('Größe');
      else expect(read(text)).toMatchObject({ kind: 'field', test });
    }
  });
});

test('[SEARCH-11] a flag can be named by its colour', () => {
  expect(read('flag:Red')).toEqual({ kind: 'flag', flag: 1 });
  expect(read('"flag:no flag"')).toEqual({ kind: 'flag', flag: 0 });
});

test('[SEARCH-17] sc: is a word of cloze notes', () => {
  expect(read('sc:"a b"')).toEqual({ ...word('a b'), inCloze: true });
});

test('[SEARCH-13] no days are one, as in Anki', () => {
  for (const kind of ['added', 'edited', 'introduced', 'rated'] as const) {
    expect(read(`${kind}:0`)).toEqual({ kind, days: 1 });
  }
});

test('[SEARCH-12] a grade after prop:rated', () => {
  expect(read('prop:rated>-5:3')).toEqual({
    kind: 'property',
    name: 'rated',
    comparison: '>',
    value: -5,
    grade: 3,
  });
});

describe('[SEARCH-6] what is wrong with prop: is said with a search that could be meant:', () => {
  test.each([
    ['prop:', '“prop:” needs a property.', 'Write one of '],
    ['prop:zzzzz=1', 'There is no property “zzzzz”.', 'Write one of '],
    ['prop:ivk=1', 'There is no property “ivk”.', 'Did you mean prop:ivl?'],
    ['prop:ivl', '“prop:ivl” needs one of ', 'Write prop:ivl>=1, for instance.'],
    ['prop:ivl=>1', '“prop:ivl” needs one of ', 'Write prop:ivl>=1, for instance.'],
    ['prop:ivl>', '“prop:ivl>” needs a number after >.', 'Write prop:ivl>1, for instance.'],
    ['prop:ivl>=x', '“prop:ivl>=x” needs a number after >=.', 'Write prop:ivl>=1, for instance.'],
    ['prop:r<x', '“prop:r<x” needs a number after <.', 'Write prop:r<0.9, for instance.'],
    ['prop:d<1234567890', 'needs a number after <.', 'Write prop:d<0.9, for instance.'],
    ['prop:s<1.1234567', 'needs a number after <.', 'Write prop:s<1, for instance.'],
    ['prop:r>1.1', '“prop:r” goes from 0 to 1, and 1.1 is outside.', 'Write 0.9 for 90 %.'],
    ['prop:d<-0.1', '“prop:d” goes from 0 to 1, and -0.1 is outside.', 'Write 0.9 for 90 %.'],
    ['prop:rated=3', '“prop:rated” counts days back from today', 'Write prop:rated=-3.'],
  ])('%s', (text, what, todo) => {
    const problem = problemOf(text);
    expect(problem.what).toContain(what);
    expect(problem.todo).toContain(todo);
  });

  test.each([
    ['prop:r>=0', 'r', '>=', 0],
    ['prop:r<=1', 'r', '<=', 1],
    ['prop:rated=0', 'rated', '=', 0],
    ['prop:rated!=-7', 'rated', '!=', -7],
    ['prop:DUE<-2', 'due', '<', -2],
    ['prop:ivl=123456789.123456', 'ivl', '=', 123456789.123456],
    ['prop:due=-0', 'due', '=', 0],
  ])('%s is read', (text, name, comparison, value) => {
    expect(read(text)).toEqual({ kind: 'property', name, comparison, value });
  });
});
