import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestTo } from '../../../src/domain/planner/nearest-to.ts';

test.each([
  [0.1, 0],
  [0.2, 0],
  [0.29, 0],
  [0.31, 1],
  [0.4, 1],
  [0.625, 2],
  [0.9, 2],
])('[EXAM-9] nearest to %s is the place %i', (wanted, place) => {
  expect(nearestTo(wanted, [0.2, 0.4, 0.75])).toBe(place);
});

test('[EXAM-9] of two as near the higher is taken, and of none the first place', () => {
  expect(nearestTo(0.5, [0.25, 0.75])).toBe(1);
  expect(nearestTo(0.5, [])).toBe(0);
});

test('[EXAM-9] no other is nearer', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), anyAscending, (wanted, ascending) => {
      const found = Math.abs((ascending[nearestTo(wanted, ascending)] ?? Number.NaN) - wanted);
      for (const each of ascending) expect(found).toBeLessThanOrEqual(Math.abs(each - wanted));
    }),
  );
});

const anyAscending = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
  .map((values) => values.toSorted((a, b) => a - b));
