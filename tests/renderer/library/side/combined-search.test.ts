import { expect, test } from 'vitest';
import { parseSearch } from '../../../../src/domain/search/parse-query.ts';
import type { Query } from '../../../../src/domain/search/query.ts';
import {
  combinedSearch,
  isAskedFor,
} from '../../../../src/renderer/library/side/combined-search.ts';

const due: Query = { kind: 'is', state: 'due' };
const isNew: Query = { kind: 'is', state: 'new' };
const flagged: Query = { kind: 'flag', flag: 1 };
const either: Query = { kind: 'or', parts: [isNew, flagged] };

function queryOf(text: string): Query {
  const read = parseSearch(text);
  if (!read.ok) throw new Error(read.problem.what);
  return read.query;
}

test('[LIBRARY-13] a row chosen alone takes the place of the search', () => {
  expect(combinedSearch('anything at all', due, 'alone')).toBe('is:due');
  expect(combinedSearch('', { kind: 'all' }, 'alone')).toBe('');
});

test('[LIBRARY-13] and, or and not join the search as a whole, whatever stands in it', () => {
  expect(queryOf(combinedSearch('is:new or flag:1', due, 'and'))).toEqual({
    kind: 'and',
    parts: [either, due],
  });
  expect(queryOf(combinedSearch('is:new flag:1', due, 'or'))).toEqual({
    kind: 'or',
    parts: [{ kind: 'and', parts: [isNew, flagged] }, due],
  });
  expect(queryOf(combinedSearch('is:new or flag:1', due, 'not'))).toEqual({
    kind: 'and',
    parts: [either, { kind: 'not', part: due }],
  });
  expect(queryOf(combinedSearch('is:due', either, 'and'))).toEqual({
    kind: 'and',
    parts: [due, either],
  });
  expect(queryOf(combinedSearch('is:due', either, 'not'))).toEqual({
    kind: 'and',
    parts: [due, { kind: 'not', part: either }],
  });
});

test('[LIBRARY-13] nothing is joined to an empty search, or to one that cannot be read', () => {
  expect(combinedSearch('  ', due, 'and')).toBe('is:due');
  expect(combinedSearch('', due, 'not')).toBe('-is:due');
  expect(combinedSearch('is:due or (', isNew, 'or')).toBe('is:new');
});

test('[LIBRARY-13] names with spaces, quotes, stars and colons are found as they are', () => {
  for (const name of ['a b', 'x "y"', '50* of_all', 'Heart::Valves', '-minus', '(group)', 'or']) {
    const term: Query = { kind: 'deck', glob: [{ kind: 'text', text: name }] };
    expect(queryOf(combinedSearch('', term, 'alone'))).toEqual(term);
    expect(isAskedFor(queryOf(combinedSearch('is:new', term, 'and')), term)).toBe(true);
  }
});

test('[LIBRARY-13] a row counts as chosen while the search asks for it', () => {
  expect(isAskedFor(queryOf('is:due tag:Safety'), due)).toBe(true);
  expect(isAskedFor(queryOf('-is:due'), due)).toBe(false);
  expect(isAskedFor(queryOf(''), { kind: 'all' })).toBe(true);
});
