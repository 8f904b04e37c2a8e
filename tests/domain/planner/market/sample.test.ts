import { expect, test } from 'vitest';
import type { PlannedCards } from '../../../../src/domain/planner/input.ts';
import { sampleOf } from '../../../../src/domain/planner/market/sample.ts';

/** Cards of two groups by turns, all seen but those at `news`. */
function cards(count: number, news: readonly number[] = []): PlannedCards {
  return {
    isNew: Uint8Array.from({ length: count }, (_, at) => (news.includes(at) ? 1 : 0)),
    group: Uint32Array.from({ length: count }, (_, at) => at % 2),
  } as unknown as PlannedCards;
}
const falling = (count: number) => Float64Array.from({ length: count }, (_, at) => 1 - at / count);

test('[PLAN-4] a sample has about the size asked for, and stands for all', () => {
  const { card, standsFor, begin } = sampleOf(cards(100), 2, falling(100), 20);
  expect(card).toHaveLength(20);
  expect([...begin]).toEqual([0, 10, 20]);
  expect([...standsFor]).toEqual(Array.from({ length: 20 }, () => 5));
  // By rising recall, from the middle of each fifth.
  expect([...card.slice(0, 3)]).toEqual([94, 84, 74]);
  expect([...card.slice(10, 13)]).toEqual([95, 85, 75]);
});

test('[PLAN-4] few cards are all taken', () => {
  const { card, standsFor } = sampleOf(cards(6), 2, falling(6), 20);
  expect([...card]).toEqual([4, 2, 0, 5, 3, 1]);
  expect([...standsFor]).toEqual([1, 1, 1, 1, 1, 1]);
});

test('[PLAN-4] new cards of a group are one, those held back today are looked at by themselves', () => {
  const held = Uint8Array.from({ length: 6 }, (_, at) => (at === 4 ? 1 : 0));
  const { card, standsFor, begin } = sampleOf(cards(6, [0, 2, 4]), 2, falling(6), 20, held);
  expect([...card]).toEqual([0, 4, 5, 3, 1]);
  expect([...standsFor]).toEqual([2, 1, 1, 1, 1]);
  expect([...begin]).toEqual([0, 2, 5]);
});
