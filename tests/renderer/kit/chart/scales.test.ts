import { expect, test } from 'vitest';
import { bandPath, linePath, stepPath } from '../../../../src/renderer/kit/chart/svg-paths.ts';
import {
  along,
  amounts,
  datedDays,
  bandsBetween,
  recalls,
} from '../../../../src/renderer/kit/chart/scales.ts';

test('days stand side by side, in the middle of their places, and fill them all', () => {
  const days = bandsBetween(7, 50, 400);
  expect([days.step, days.edge(0), days.edge(7)]).toEqual([50, 50, 400]);
  for (let index = 0; index < 7; index++) {
    expect(days.bar(index) + days.barWidth / 2).toBeCloseTo(days.middle(index));
    expect(days.middle(index)).toBeCloseTo(days.edge(index) + 25);
  }
  expect(days.step - days.barWidth).toBeCloseTo(6);
});

test('gaps close as days get narrow, and a bar is never thinner than a pixel', () => {
  expect(bandsBetween(100, 0, 800).step - bandsBetween(100, 0, 800).barWidth).toBeCloseTo(1);
  expect(bandsBetween(400, 0, 800).barWidth).toBeCloseTo(2);
  expect(bandsBetween(4000, 0, 800).barWidth).toBe(1);
});

test('the day under the pointer is the one whose place it is in; beside all, the nearest', () => {
  const days = bandsBetween(4, 100, 300);
  expect([0, 100, 149, 151, 299, 900].map(days.at)).toEqual([0, 0, 0, 1, 3, 3]);
});

test('dates have room for their words, and none is cut off at the right', () => {
  const rem = 15;
  for (const count of [1, 7, 30, 365]) {
    const days = bandsBetween(count, 0, 600);
    const dated = datedDays(days, rem, 'tomorrow');
    expect(dated[0]).toBe(0);
    for (const [place, index] of dated.entries()) {
      if (place === 0) continue;
      const before = place === 1 ? 8 * 0.5 * rem : days.middle(dated[place - 1] ?? 0) + 1.5 * rem;
      expect(days.middle(index) - 1.5 * rem).toBeGreaterThanOrEqual(before);
      expect(600 - days.middle(index)).toBeGreaterThanOrEqual(1.6 * rem);
    }
  }
});

test('amounts begin at the base; of nothing at all none leaves it', () => {
  const y = amounts(40, 200, 20);
  expect([0, 20, 40].map(y)).toEqual([200, 110, 20]);
  expect(amounts(0, 200, 20)(0)).toBe(200);
  expect([0.5, 0.75, 1].map(recalls(0.5, 100, 0))).toEqual([100, 50, 0]);
});

test('along a line and back, and never off its ends', () => {
  const { place, value } = along([0, 60], [50, 350]);
  expect([0, 30, 60, 90, -5].map(place)).toEqual([50, 200, 350, 350, 50]);
  expect([0, 50, 200, 999].map(value)).toEqual([0, 0, 30, 60]);
});

test('paths go through their points; a day without a value is a gap', () => {
  const y = amounts(10, 100, 0);
  expect(
    linePath([
      [0, 1],
      [10, 2],
    ]),
  ).toBe('M0,1L10,2');
  expect(stepPath([5, undefined, 10, 10], bandsBetween(4, 0, 40), y)).toBe(
    'M0,50L10,50M20,0L30,0L30,0L40,0',
  );
  expect(
    bandPath([
      { x: 0, high: 1, low: 3 },
      { x: 5, high: 2, low: 4 },
    ]),
  ).toBe('M0,1L5,2L5,4L0,3Z');
});
