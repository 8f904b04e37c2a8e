import { expect, test } from 'vitest';
import { markFrom } from '../../../src/renderer/exams/mark-text.ts';

test.each([
  ['87', 0.87],
  ['87 %', 0.87],
  ['87.5%', 0.875],
  ['43/50', 0.86],
  ['43 of 50', 0.86],
  ['43,5 / 50', 0.87],
  [' 0 ', 0],
  ['100', 1],
])('[EXAM-5] the mark “%s” is read', (text, share) => {
  expect(markFrom(text)).toBeCloseTo(share, 10);
});

test.each(['', 'good', '101', '51/50', '5/0', '-3', '1.2.3', '5 of', '12 % of 20'])(
  '[EXAM-5] “%s” is no mark',
  (text) => {
    expect(markFrom(text)).toBeUndefined();
  },
);
