import { describe, expect, test } from 'vitest';
import type { Judged } from '../../../src/domain/training/judged.ts';
import { ownWeightsInWords } from '../../../src/domain/training/words.ts';

const error = (miscounted: number) => {
  return { answers: 1234, logLoss: 0.3, rmseBins: 0.05, auc: 0.7, miscounted };
};

function judged(present: number, trained: number, isBetter = true): Judged {
  return {
    answers: 1234,
    present: error(present),
    fallback: error(present),
    trained: error(trained),
    gain: 0.01,
    gainError: 0.001,
    isBetter,
  };
}

const ENOUGH = { cards: 500, predicted: 6170 };

describe('what training came to', () => {
  test('[TRAIN-7] too few answers to learn from: how many there are, and how many are needed', () => {
    expect(ownWeightsInWords({ cards: 1, predicted: 1 }, undefined)).toBe(
      'There are too few answers to learn from: 1 answer that came a day or more after the one before, and 8 are needed.',
    );
    expect(ownWeightsInWords({ cards: 0, predicted: 0 }, undefined)).toContain('0 answers');
  });

  test('[TRAIN-10] too few to judge by: from how many on it can be told', () => {
    expect(ownWeightsInWords({ cards: 30, predicted: 120 }, undefined)).toBe(
      'There are 120 answers to learn from. From 500 on it can be told whether weights of your own are better; until then the present ones stay.',
    );
  });

  test('[TRAIN-19] where nothing was ever Again, nothing is learnt, and that is said', () => {
    expect(ownWeightsInWords(ENOUGH, undefined, false)).toBe(
      'None of 6,170 answers was Again. Where nothing was ever forgotten, or Again is never pressed, there is nothing to learn from; the present weights stay.',
    );
  });

  test('[TRAIN-13] better ones: of how many answers fewer they are wrong about', () => {
    const on = 'On your newest 1,234 answers, which they had not seen, weights of your own would';
    expect(ownWeightsInWords(ENOUGH, judged(0.1, 0.04))).toBe(
      `${on} have been wrong about 6 fewer answers in 100.`,
    );
    expect(ownWeightsInWords(ENOUGH, judged(0.031, 0.02))).toBe(
      `${on} have been wrong about 1 fewer answer in 100.`,
    );
    expect(ownWeightsInWords(ENOUGH, judged(0.031, 0.028))).toBe(
      `${on} have been wrong about 3 fewer answers in 1,000.`,
    );
    expect(ownWeightsInWords(ENOUGH, judged(0.03, 0.03))).toContain('less than 1 answer in 1,000');
  });

  test('[TRAIN-13] none that are better is said as plainly', () => {
    expect(ownWeightsInWords(ENOUGH, judged(0.1, 0.04, false))).toBe(
      'Weights of your own are no better than the present ones on your newest 1,234 answers, which they had not seen: nothing needs to change.',
    );
  });
});
