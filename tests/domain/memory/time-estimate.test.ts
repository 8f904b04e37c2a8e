import { expect, test } from 'vitest';
import { expectedSeconds } from '../../../src/domain/memory/time-estimate.ts';

test('[MEMORY-17] before the person is known the defaults hold, reviews weighed by recall', () => {
  expect(expectedSeconds('new')).toBe(25.8);
  expect(expectedSeconds('learning')).toBe(10);
  expect(expectedSeconds('review', undefined, 1)).toBe(13);
  expect(expectedSeconds('review', undefined, 0)).toBe(31.7);
  expect(expectedSeconds('review')).toBeCloseTo(14.87, 10);
});

test('[MEMORY-17] from 50 answers of the kind on, the own mean holds', () => {
  expect(expectedSeconds('new', { count: 49, millis: 49_000 })).toBe(25.8);
  expect(expectedSeconds('new', { count: 50, millis: 300_000 })).toBe(6);
  expect(expectedSeconds('review', { count: 200, millis: 1_600_000 }, 0)).toBe(8);
});

test('[MEMORY-17] totals and recall that make no sense are not used', () => {
  expect(expectedSeconds('new', { count: Number.NaN, millis: 1 })).toBe(25.8);
  expect(expectedSeconds('new', { count: 60, millis: Number.NaN })).toBe(25.8);
  expect(expectedSeconds('new', { count: 60, millis: -1 })).toBe(25.8);
  expect(expectedSeconds('review', undefined, Number.NaN)).toBeCloseTo(14.87, 10);
  expect(expectedSeconds('review', undefined, 7)).toBe(13);
});

test('[MEMORY-17] answers in no time at all are a mean, too', () => {
  expect(expectedSeconds('new', { count: 50, millis: 0 })).toBe(0);
});
