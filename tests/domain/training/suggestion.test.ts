import { expect, test } from 'vitest';
import { newForTraining, learnableInWords } from '../../../src/domain/training/suggestion.ts';

test.each([
  [499, undefined, undefined],
  [500, undefined, 500],
  [900, { predicted: 500 }, undefined],
  [1000, { predicted: 500 }, 500],
  [2999, { predicted: 2000 }, undefined],
  [3000, { predicted: 2000 }, 1000],
  // An undo or a deleted collection leaves fewer than there were.
  [600, { predicted: 2000 }, undefined],
  [90_000, 'never', undefined],
] as const)(
  '[TRAIN-17] of %i predicted answers, asked at %j: %s new ones are worth a line',
  (predicted, asked, more) => {
    expect(newForTraining(predicted, asked)).toBe(more);
  },
);

test('[TRAIN-17] the line says how many there are, and how many of them are new', () => {
  expect(learnableInWords(1240, 640)).toBe(
    'There are 1,240 answers that Rounds can learn from, 640 more than last time: it would say whether weights of your own predict better.',
  );
  expect(learnableInWords(500, 500)).toBe(
    'There are 500 answers that Rounds can learn from: it would say whether weights of your own predict better.',
  );
});
