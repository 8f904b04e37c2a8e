import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsFrom, stepsText } from '../../../../src/renderer/settings/study/steps-text.ts';

test('steps are read as people write them', () => {
  expect(stepsFrom('1m 10m')).toEqual([1, 10]);
  expect(stepsFrom(' 30s, 1h  2d 5 ')).toEqual([0.5, 60, 2880, 5]);
  expect(stepsFrom('')).toEqual([]);
  expect(stepsFrom('1x')).toBeUndefined();
  expect(stepsFrom('-1m')).toBeUndefined();
  expect(stepsFrom('1e9m')).toBeUndefined();
  expect(stepsFrom('1,5h')).toBeUndefined();
  expect(stepsFrom('1m,10m')).toEqual([1, 10]);
});

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 })), (steps) => {
      expect(stepsFrom(stepsText(steps))).toEqual(steps);
    }),
  );
});
