import { expect, test } from 'vitest';
import { writtenNumber } from '../../../../src/renderer/kit/text/written-number.ts';

test('[WORDS-9] a number is read as people write it, with a point or a comma', () => {
  const read = ['20', ' 7.5 ', '7,5', ',5', '7,', '-1', '−1', '+3', '007'].map(writtenNumber);
  expect(read).toEqual([20, 7.5, 7.5, 0.5, 7, -1, -1, 3, 7]);
});

test('[WORDS-9] what a programmer would write, and what can be read in two ways, is no number', () => {
  const not = ['', ' ', '.', '1e2', '0x10', '0b1', 'Infinity', '1,000.5', '1.2.3', '1 000', 'ten'];
  expect(not.map(writtenNumber)).toEqual(not.map(() => Number.NaN));
});
