import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/domain/memory/weights.ts';
import { type TrainingSet, trainingSetOf } from '../../../src/domain/training/training-set.ts';
import { type Judged, judging } from '../../../src/domain/training/judged.ts';
import { logLoss, predictionError } from '../../../src/domain/training/prediction-error.ts';
import { answersOf, historiesOfMind } from '../../../bench/minds.ts';

/** Forgets as the defaults do not: a third as long at first, growing less, falling steeply. */
const SHORT_MEMORY = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight / 3 : weight))
  .with(8, 0.9)
  .with(20, 0.6);

function judgement(histories: TrainingSet, present: readonly number[]): Judged | undefined {
  const steps = judging(histories, present);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('judging', () => {
  test('[TRAIN-10] measures on the newest fifth of the predicted answers', () => {
    const histories = historiesOfMind({ weights: SHORT_MEMORY, seed: 1, cards: 600, days: 400 });
    const predicted = histories.days.filter((days) => days > 0).length;
    const judged = judgement(histories, DEFAULT_WEIGHTS);
    expect(judged?.answers).toBe(predicted - Math.floor(predicted * 0.8));
  });

  test('[TRAIN-10] does not see the answers that it judges by', () => {
    const answers = answersOf({ weights: DEFAULT_WEIGHTS, seed: 2, cards: 400, days: 400 });
    const inOrder = answers
      .flat()
      .filter(({ days }) => days > 0)
      .map(({ atMillis }) => atMillis);
    const cut = inOrder.sort((a, b) => a - b)[Math.floor(inOrder.length * 0.8)] ?? 0;
    // From the cut on all is forgotten: weights that had seen it would have expected it.
    const forgotten = answers.map((card) =>
      card.map((each) => (each.atMillis >= cut ? { ...each, grade: 1 as const } : each)),
    );
    const judged = judgement(trainingSetOf(forgotten), DEFAULT_WEIGHTS);
    expect(judged?.trained.logLoss).toBeGreaterThan(1);
  });

  test('[TRAIN-10] judges nothing by fewer than 100 answers', () => {
    const few = historiesOfMind({ weights: SHORT_MEMORY, seed: 3, cards: 25, days: 120 });
    expect(few.days.filter((days) => days > 0).length).toBeLessThan(500);
    expect(judgement(few, DEFAULT_WEIGHTS)).toBeUndefined();
  });

  test('[TRAIN-11] of a memory that is another, trained weights are better', () => {
    const histories = historiesOfMind({ weights: SHORT_MEMORY, seed: 4, cards: 800, days: 400 });
    const judged = judgement(histories, DEFAULT_WEIGHTS);
    expect(judged?.isBetter).toBe(true);
    expect(judged?.trained.miscounted).toBeLessThan(judged?.present.miscounted ?? 0);
    expect(judged?.gain).toBeCloseTo(
      (judged?.present.logLoss ?? 0) - (judged?.trained.logLoss ?? 0),
      9,
    );
  });

  test('[TRAIN-11] of a memory as the defaults say, chance is not taken for a gain', () => {
    const better = Array.from({ length: 20 }, (_, seed) => {
      const mind = { weights: DEFAULT_WEIGHTS, seed: 100 + seed, cards: 250, days: 300 };
      return judgement(historiesOfMind(mind), DEFAULT_WEIGHTS)?.isBetter;
    });
    expect(better.filter((each) => each === undefined)).toHaveLength(0);
    expect(better.filter((each) => each).length).toBeLessThanOrEqual(2);
  });
});

describe('the error of predictions', () => {
  const histories = trainingSetOf(
    [3, 3, 1, 3].map((grade, index) => [
      { grade: 3, days: 0, atMillis: index },
      { grade: grade as 1 | 3, days: 4, atMillis: 1000 + index },
    ]),
  );
  const predicted = Float64Array.from(
    [0, 0.9, 0, 0.8, 0, 0.8, 0, 0.7].map((value, index) => {
      return index % 2 === 0 ? Number.NaN : value;
    }),
  );

  test('[TRAIN-12] of four answers is what one works out by hand', () => {
    const error = predictionError(histories, predicted);
    const losses = [-Math.log(0.9), -Math.log(0.8), -Math.log(0.2), -Math.log(0.7)];
    expect(error?.answers).toBe(4);
    expect(error?.logLoss).toBeCloseTo(losses.reduce((a, b) => a + b) / 4, 12);
    // One group: 3.2 expected, 3 remembered.
    expect(error?.rmseBins).toBeCloseTo(0.05, 12);
    expect(error?.miscounted).toBeCloseTo(0.05, 12);
    // The forgotten one had 0.8: one of three was given more, one as much, one less.
    expect(error?.auc).toBeCloseTo(0.5, 12);
  });

  test('[TRAIN-12] of no answers is none', () => {
    expect(predictionError(histories, predicted, () => 0)).toBeUndefined();
  });

  test('[TRAIN-12] is finite where a prediction was sure and wrong', () => {
    expect(logLoss(1, false)).toBeCloseTo(-Math.log(1e-7), 6);
    expect(logLoss(0, true)).toBeCloseTo(-Math.log(1e-7), 6);
  });
});
