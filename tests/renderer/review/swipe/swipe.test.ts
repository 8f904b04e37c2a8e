import { expect, test } from 'vitest';
import { isAtEdge, isSideways, swipeAt } from '../../../../src/renderer/review/swipe/swipe.ts';

test('[TOUCH-3] a finger goes sideways only where it clearly does', () => {
  expect(isSideways(0, 0)).toBeUndefined();
  expect(isSideways(-7, 6)).toBeUndefined();
  expect(isSideways(12, 0)).toBe(true);
  expect(isSideways(-40, 20)).toBe(true);
  expect(isSideways(30, 25)).toBe(false);
  expect(isSideways(0, 30)).toBe(false);
});

test('[TOUCH-3] the edge of the window is the system’s', () => {
  const width = 390;
  expect([0, 23, 24, 195, 366, 367].map((x) => isAtEdge(x, width))).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test('[TOUCH-1] left is Again, right is Good, and far is a share of the card that a hand can go', () => {
  expect(swipeAt(-1, 360)).toEqual({ grade: 1, isFar: false });
  expect(swipeAt(100, 360)).toEqual({ grade: 3, isFar: false });
  expect(swipeAt(101, 360)).toEqual({ grade: 3, isFar: true });
  expect(swipeAt(-159, 2000)).toEqual({ grade: 1, isFar: false });
  expect(swipeAt(-160, 2000)).toEqual({ grade: 1, isFar: true });
});
