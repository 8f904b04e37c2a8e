import { expect, test } from 'vitest';
import {
  fitted,
  isFitted,
  magnified,
  pushed,
} from '../../../../src/renderer/card/enlarge/grown.ts';

const WINDOW = { width: 400, height: 800 };
const PICTURE = { width: 200, height: 100 };

test('[TOUCH-5] a picture opens whole, in the middle, and a small one not as its bare pixels', () => {
  expect(fitted(PICTURE, WINDOW)).toEqual({ scale: 2, x: 0, y: 300 });
  expect(fitted({ width: 400, height: 1600 }, WINDOW)).toEqual({ scale: 0.5, x: 100, y: 0 });
  expect(fitted({ width: 10, height: 10 }, WINDOW).scale).toBe(6);
});

test('[TOUCH-5] what is under the fingers stays there while it grows', () => {
  const about = { x: 100, y: 400 };
  const before = fitted(PICTURE, WINDOW);
  const after = magnified(before, 4, about, PICTURE, WINDOW);
  expect(after.scale).toBe(8);
  expect((about.x - after.x) / after.scale).toBe((about.x - before.x) / before.scale);
  // It has become as high as the window: no gap is left above or below.
  expect(after.y).toBe(0);
  expect(isFitted(before, PICTURE, WINDOW)).toBe(true);
  expect(isFitted(after, PICTURE, WINDOW)).toBe(false);
  expect(magnified(after, 1e-9, about, PICTURE, WINDOW)).toEqual(before);
  expect(magnified(after, 1e9, about, PICTURE, WINDOW).scale).toBe(16);
});

test('[TOUCH-5] it is pushed as far as its sides', () => {
  const large = magnified(fitted(PICTURE, WINDOW), 8, { x: 200, y: 400 }, PICTURE, WINDOW);
  expect(pushed(large, { x: 1e6, y: 1e6 }, PICTURE, WINDOW)).toEqual({ scale: 16, x: 0, y: 0 });
  const [least, lowest] = [400 - 16 * 200, 800 - 16 * 100];
  expect(pushed(large, { x: -1e6, y: -1e6 }, PICTURE, WINDOW)).toEqual({
    scale: 16,
    x: least,
    y: lowest,
  });
  const whole = fitted(PICTURE, WINDOW);
  expect(pushed(whole, { x: 50, y: -50 }, PICTURE, WINDOW)).toEqual(whole);
});
