import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparePaths,
  depthOf,
  joinedPath,
  lastPart,
  parentPath,
  partsOf,
  pathAndAbove,
  pathFrom,
  shownPath,
  withAncestors,
} from '../../src/kernel/path.ts';
import { isAtOrBelow, isBelow, renamedPath } from '../../src/domain/text/same-name.ts';

/** What people type, with many colons and blanks in it. */
const typed = fc
  .array(fc.constantFrom(':', '::', ' ', 'A', 'Å', 'A\u030a', 'b c', 'é  f'), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
const paths = typed.map(pathFrom);
const somePaths = paths.filter((path) => path !== '');
/** Short, so that one is often above another. */
const related = fc
  .array(fc.constantFrom('A', 'B', 'A:', 'AB'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.reduce(joinedPath, ''));

test.each([
  ['Safety :: PML', 'Safety::PML'],
  ['  Multiple   sclerosis ', 'Multiple sclerosis'],
  ['::A::::B::', 'A::B'],
  [' :: ', ''],
  [':', ''],
  ['', ''],
  // A heading that ends in a colon keeps it.
  ['Aetiology:', 'Aetiology:'],
  ['Aetiology: :: Genes', 'Aetiology:::Genes'],
  ['A:1', 'A:1'],
])('[DECK-29] a path typed as “%s” is “%s”', (text, path) => {
  expect(pathFrom(text)).toBe(path);
});

test('[DECK-29] a path typed is in order: read again it is the same, and no part is blank', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const path = pathFrom(text);
      expect(pathFrom(path)).toBe(path);
      expect(partsOf(path).every((part) => part.trim() === part && part !== '')).toBe(true);
    }),
  );
});

test('[DECK-29] a path is its parts joined, and its parent and its last part', () => {
  fc.assert(
    fc.property(somePaths, (path) => {
      const parts = partsOf(path);
      expect(parts.reduce(joinedPath, '')).toBe(path);
      expect(joinedPath(parentPath(path), lastPart(path))).toBe(path);
      expect(lastPart(path)).toBe(parts.at(-1));
      expect(depthOf(path)).toBe(parts.length - 1);
      expect(pathAndAbove(path)).toEqual(
        parts.map((_, index) => parts.slice(0, index + 1).reduce(joinedPath, '')),
      );
      expect(shownPath(path).split(' › ')).toEqual(parts);
    }),
  );
});

test('[DECK-29] a path is at or below exactly itself and those above it', () => {
  fc.assert(
    fc.property(related, related, (path, other) => {
      expect(isAtOrBelow(path, other)).toBe(pathAndAbove(path).includes(other));
      expect(isBelow(path, other)).toBe(path !== other && isAtOrBelow(path, other));
    }),
  );
  // 'Safety' is no parent of 'Safety first', nor 'A' of 'A:::B', whose first part is 'A:'.
  expect(isAtOrBelow('Safety first', 'Safety')).toBe(false);
  expect(isAtOrBelow('A:::B', 'A')).toBe(false);
  expect(isAtOrBelow('A:::B', 'A:')).toBe(true);
});

test('[DECK-29] nothing has no part, no depth, nothing above it and nothing below it', () => {
  expect(partsOf('')).toEqual([]);
  expect(depthOf('')).toBe(0);
  expect(pathAndAbove('')).toEqual([]);
  expect(isBelow('A', '')).toBe(false);
  expect(isBelow('', '')).toBe(false);
});

test('[DECK-29] a path renamed takes those below it along, and no other', () => {
  fc.assert(
    fc.property(related, related, related, (path, from, to) => {
      const after = renamedPath(path, from, to);
      if (isAtOrBelow(path, from)) {
        expect(partsOf(after)).toEqual([
          ...partsOf(to),
          ...partsOf(path).slice(partsOf(from).length),
        ]);
      } else {
        expect(after).toBe(path);
      }
    }),
  );
});

test('[TODAY-1] a section’s ancestors are every path above it, each once', () => {
  expect(withAncestors(['A::x::deep', 'A', 'B'])).toEqual(['A', 'A::x', 'A::x::deep', 'B']);
  fc.assert(
    fc.property(fc.array(related), (all) => {
      const found = withAncestors(all);
      expect(new Set(found).size).toBe(found.length);
      expect(new Set(found)).toEqual(new Set(all.flatMap(pathAndAbove)));
    }),
  );
});

test('[DECK-29] sorted paths come right before those below them', () => {
  const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  fc.assert(
    fc.property(fc.uniqueArray(related, { maxLength: 12 }), (all) => {
      const sorted = [...all].sort((a, b) => comparePaths(partsOf(a), partsOf(b), byText));
      for (const path of all) {
        const at = sorted.indexOf(path);
        const below = sorted.filter((each) => isBelow(each, path));
        expect(sorted.slice(at + 1, at + 1 + below.length)).toEqual(below);
      }
    }),
  );
});
