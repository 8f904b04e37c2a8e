import { expect, test } from 'vitest';
import { declarations } from '../../../../src/renderer/editor/rich/html/kinds.ts';

test.each([
  ['a word without end', 'a', 0],
  ['brackets without end', 'a:(', 1],
  ['quotes', 'a:"', 1],
  ['names', 'a:b;', 100_000],
])('[SAFE-20] a style of %s is read in passing', (_, unit, atLeast) => {
  const found = declarations(unit.repeat(400_000 / unit.length));
  expect(found.length).toBeGreaterThanOrEqual(atLeast);
});

test('[SAFE-20] a style reads as before', () => {
  expect(declarations('Color: red; background: url("a;b") x; w: rgb(1, 2; 3)')).toEqual([
    ['color', 'red'],
    ['background', 'url("a;b") x'],
    ['w', 'rgb(1, 2; 3)'],
  ]);
});
