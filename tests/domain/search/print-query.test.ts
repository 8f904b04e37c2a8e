import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { printSearch } from '../../../src/domain/search/print-query.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { ANY_WORDS, anyText, queries } from './arbitrary.ts';

function read(text: string, fieldNames?: readonly string[]): Query {
  const parsed = parseSearch(text, fieldNames ? { fieldNames } : {});
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.what}`);
  return parsed.query;
}

test('[SEARCH-4] any search, printed and read again, is the same search', () => {
  fc.assert(
    fc.property(queries(ANY_WORDS), (query) => {
      expect(read(printSearch(query))).toEqual(query);
    }),
    { numRuns: 1000 },
  );
});

test('[SEARCH-4] any text that can be read means the same when printed', () => {
  const pieces = fc.constantFrom(
    ...'a b ( ) - : " * _ or and \\ \\" deck: tag: "x y" front:re: 10: is:due -is:new prop:ivl>3 w:'.split(
      ' ',
    ),
    ' ',
    ' ',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    anyText,
  );
  let readable = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseSearch(text);
      if (!parsed.ok) return;
      readable++;
      expect(read(printSearch(parsed.query))).toEqual(parsed.query);
    }),
    { numRuns: 1000 },
  );
  expect(readable).toBeGreaterThan(100);
});

describe('[SEARCH-4] printed as a person would type it:', () => {
  test.each([
    ['dose'],
    ['"first dose"'],
    ['dose or deck:Neurology -tag:Safety'],
    ['(a or b) c'],
    ['-(a b)'],
    ['prop:ivl>=21 prop:r<0.9 rated:7:1 due:today due:tomorrow due:7'],
    ['front:re:"\\d+ mg" "Add reverse":yes front:nc:Guerin'],
    ['nid:a,b dupe:"basic,What is it?"'],
    ['deck:current tag:none card:2 flag:1 is:due'],
  ])('%s', (text) => {
    expect(printSearch(read(text, ['Front', 'Add reverse']))).toBe(text);
  });
});

test('[SEARCH-4] a kind of card named like a number is not the card of that number', () => {
  const named = (text: string): Query => ({
    kind: 'template',
    glob: [{ kind: 'text', text }],
  });
  for (const text of ['1', '12', '123456789', '1234567890', '1a']) {
    expect(read(printSearch(named(text)))).toEqual(named(text));
  }
});
