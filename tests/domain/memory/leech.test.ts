import { expect, test } from 'vitest';
import { isLeech } from '../../../src/domain/memory/leech.ts';

function leechesUpTo(lapses: number, threshold: number): number[] {
  return Array.from({ length: lapses + 1 }, (_, count) => count).filter((count) =>
    isLeech(count, threshold),
  );
}

test('[MEMORY-16] a card is a leech at the threshold and after every further half of it', () => {
  expect(leechesUpTo(20, 8)).toEqual([8, 12, 16, 20]);
  expect(leechesUpTo(14, 5)).toEqual([5, 8, 11, 14]);
  expect(leechesUpTo(4, 1)).toEqual([1, 2, 3, 4]);
});

test('[MEMORY-16] a threshold below 1 turns leeches off', () => {
  for (const threshold of [0, -1, Number.NaN]) expect(leechesUpTo(20, threshold)).toEqual([]);
});
