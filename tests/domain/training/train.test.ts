import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from '../../../src/domain/memory/weights.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { inOrder } from '../../../src/domain/training/first-stabilities.ts';
import { Gradient, MOST_ANSWERS } from '../../../src/domain/training/gradient.ts';
import {
  cardCount,
  type TrainingSet,
  trainingSetOf,
  type TrainingAnswer,
} from '../../../src/domain/training/training-set.ts';
import { withoutOutliers } from '../../../src/domain/training/outliers.ts';
import { predictedRecall } from '../../../src/domain/training/prediction-error.ts';
import { trained, training } from '../../../src/domain/training/train.ts';
import { answersOf, historiesOfMind } from '../../../bench/minds.ts';

const DAY = 86_400_000;

/** A mind whose every weight is another than the default. */
const OTHER_WEIGHTS = DEFAULT_WEIGHTS.map((weight, index) => {
  return weight * (0.75 + ((index * 37) % 11) / 16);
}).with(7, 0.01);

/** `cards` cards: a first grade, then one answer `days` later. */
function onceAnswered(cards: number, firstGrade: Grade, days: number, grade: Grade = 3) {
  return Array.from({ length: cards }, (_, index): TrainingAnswer[] => [
    { grade: firstGrade, days: 0, atMillis: index * 1000 },
    { grade, days, atMillis: index * 1000 + days * DAY },
  ]);
}

function answersIn(histories: TrainingSet): number {
  return histories.grades.length;
}

describe('what is learnt from', () => {
  test('[TRAIN-1] an answer is predicted from the next day on, and one of the same day is not', () => {
    const histories = trainingSetOf([
      [
        { grade: 1, days: 0, atMillis: 0 },
        { grade: 3, days: 0, atMillis: 600_000 },
        { grade: 3, days: 2, atMillis: 2 * DAY },
      ],
    ]);
    const [first, sameDay, later] = predictedRecall(histories, DEFAULT_WEIGHTS);
    expect([first, sameDay]).toEqual([Number.NaN, Number.NaN]);
    expect(later).toBeGreaterThan(0.5);
    expect(trained(histories).count).toEqual({ cards: 0, predicted: 0 });
  });

  test('[TRAIN-3] of a grade the rarest first intervals go, up to a twentieth', () => {
    const common = onceAnswered(600, 3, 4);
    const rare = [...onceAnswered(12, 3, 9), ...onceAnswered(11, 3, 5)];
    const kept = withoutOutliers(trainingSetOf([...common, ...rare]));
    expect(cardCount(kept)).toBe(600);
    // One card more and the second of them no longer fits in the twentieth: the smaller one goes.
    const fuller = [...onceAnswered(21, 3, 9), ...onceAnswered(11, 3, 5)];
    const left = withoutOutliers(trainingSetOf([...common, ...fuller]));
    expect(cardCount(left)).toBe(621);
  });

  test('[TRAIN-3] long first intervals go, after Easy those of more than a year', () => {
    const far = [...onceAnswered(90, 3, 101), ...onceAnswered(90, 3, 100)];
    expect(cardCount(withoutOutliers(trainingSetOf(far)))).toBe(90);
    const easy = [...onceAnswered(90, 4, 101), ...onceAnswered(90, 4, 366)];
    expect(cardCount(withoutOutliers(trainingSetOf(easy)))).toBe(90);
  });

  test('[TRAIN-3] a card that was never answered on a later day says nothing', () => {
    const once: TrainingAnswer[][] = [[{ grade: 3, days: 0, atMillis: 0 }]];
    const kept = withoutOutliers(trainingSetOf([...once, ...onceAnswered(50, 3, 4)]));
    expect([cardCount(kept), answersIn(kept)]).toEqual([50, 100]);
  });

  test('[TRAIN-3] of a card the first 256 answers count', () => {
    const long = Array.from({ length: 300 }, (_, nth): TrainingAnswer => {
      return { grade: 3, days: nth === 0 ? 0 : 1, atMillis: nth * DAY };
    });
    const recall = predictedRecall(trainingSetOf([long]), DEFAULT_WEIGHTS);
    expect(recall.filter((each) => !Number.isNaN(each))).toHaveLength(MOST_ANSWERS - 1);
  });

  test('[TRAIN-4] what was answered late weighs more than what was answered early', () => {
    const cards = onceAnswered(400, 3, 4, 3);
    // The same answers, forgotten by half the cards: the older half, then the newer one.
    const forgetting = (from: number, to: number) =>
      cards.map((card, index): TrainingAnswer[] => {
        const [first, second] = card;
        if (!first || !second) throw new Error('Each card has two answers.');
        const third: TrainingAnswer = {
          grade: index >= from && index < to ? 1 : 3,
          days: 8,
          atMillis: second.atMillis + index * DAY,
        };
        return [first, second, third];
      });
    const lossAtTheEnd = (older: TrainingAnswer[][]) => {
      const result = trained(trainingSetOf(older));
      if (result.kind !== 'trained') throw new Error('Nothing was found.');
      const probe = trainingSetOf([forgetting(0, 0)[0] ?? []]);
      return predictedRecall(probe, result.weights)[2] ?? 0;
    };
    expect(lossAtTheEnd(forgetting(200, 400))).toBeLessThan(lossAtTheEnd(forgetting(0, 200)));
  });
});

describe('the derivatives', () => {
  test('[TRAIN-6] are those of the loss, for every weight and every kind of answer', () => {
    const histories = historiesOfMind({ weights: DEFAULT_WEIGHTS, seed: 1, cards: 80, days: 300 });
    const weightOf = Float64Array.from(histories.days, (days) => (days > 0 ? 1 : 0));
    const lossWith = (weights: readonly number[]) => {
      const gradient = new Gradient(histories);
      gradient.use(weights);
      let loss = 0;
      for (let card = 0; card < cardCount(histories); card++) loss += gradient.add(card, weightOf);
      return { loss, slope: gradient.take() };
    };
    const { slope } = lossWith(OTHER_WEIGHTS);
    OTHER_WEIGHTS.forEach((weight, index) => {
      const little = 1e-6 * Math.max(0.1, weight);
      const more = lossWith(OTHER_WEIGHTS.with(index, weight + little)).loss;
      const less = lossWith(OTHER_WEIGHTS.with(index, weight - little)).loss;
      const expected = (more - less) / (2 * little);
      expect(Math.abs((slope[index] ?? 0) - expected)).toBeLessThan(
        1e-3 + 1e-4 * Math.abs(expected),
      );
      expect(expected).not.toBe(0);
    });
  });

  test('[TRAIN-6] what was taken is not added to again', () => {
    const histories = trainingSetOf(onceAnswered(1, 3, 4));
    const gradient = new Gradient(histories);
    gradient.use(DEFAULT_WEIGHTS);
    const weightOf = Float64Array.from([0, 1]);
    gradient.add(0, weightOf);
    const once = gradient.take();
    gradient.add(0, weightOf);
    expect(gradient.take()).toEqual(once);
    expect(gradient.take().every((value) => value === 0)).toBe(true);
  });
});

describe('what is found', () => {
  test('[TRAIN-5] a better grade never means a shorter memory; what more cards say holds', () => {
    expect(inOrder([5, 2, 2.5, 9], [10, 3, 50, 4])).toEqual([2.5, 2.5, 2.5, 9]);
    expect(inOrder([0.5, 8, 3, 9], [10, 30, 5, 4])).toEqual([0.5, 8, 8, 9]);
  });

  test('[TRAIN-5] any stabilities of any counts come in order and within bounds', () => {
    const stability = fc.double({ min: 0.0001, max: 200, noNaN: true });
    const count = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.tuple(stability, stability, stability, stability),
        fc.tuple(count, count, count, count),
        (stabilities, counts) => {
          const found = inOrder(stabilities, counts);
          const inRoundings = found.map((value) => Number(value.toPrecision(12)));
          expect(inRoundings.toSorted((a, b) => a - b)).toEqual(inRoundings);
          found.forEach((value, index) => {
            const [least, most] = WEIGHT_BOUNDS[index] ?? [0, 0];
            expect(value).toBeGreaterThanOrEqual(least);
            expect(value).toBeLessThanOrEqual(most);
          });
        },
      ),
    );
  });

  test('[TRAIN-5] a grade that was never given stands beside the others as the defaults do', () => {
    const [again, hard, good, easy] = inOrder([0, 0, 4.613, 0], [0, 0, 100, 0]);
    expect([again, hard, good, easy]).toEqual(
      DEFAULT_WEIGHTS.slice(0, 4).map((weight) => expect.closeTo(weight * 2, 3)),
    );
    expect(inOrder([1, 2, 3, 4], [0, 0, 0, 0])).toEqual(DEFAULT_WEIGHTS.slice(0, 4));
  });

  test('[TRAIN-5] whoever forgets what was Good within days gets a short first stability', () => {
    const cards = [...onceAnswered(60, 3, 3, 1), ...onceAnswered(60, 3, 3, 3)];
    const result = trained(trainingSetOf(cards));
    if (result.kind === 'too-little') throw new Error('Nothing was found.');
    expect(result.weights[2]).toBeLessThan(0.5);
  });

  test('[TRAIN-6] a weight about which nothing is known stays', () => {
    // Nobody ever said Easy: w3 and w16 are about nothing.
    const answers = answersOf({ weights: OTHER_WEIGHTS, seed: 2, cards: 300, days: 300 });
    const withoutEasy = answers.map((card) => {
      return card.map((answer) => (answer.grade === 4 ? { ...answer, grade: 3 as const } : answer));
    });
    const result = trained(trainingSetOf(withoutEasy));
    if (result.kind !== 'trained') throw new Error('Nothing was found.');
    expect(result.weights[16]).toBeCloseTo(DEFAULT_WEIGHTS[16] ?? 0, 6);
    expect(result.weights[8]).not.toBeCloseTo(DEFAULT_WEIGHTS[8] ?? 0, 3);
  });

  test('[TRAIN-6] weights stay within bounds, whatever was answered', () => {
    const answer = fc.record({
      grade: fc.constantFrom<Grade>(1, 2, 3, 4),
      days: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40_000 })),
      atMillis: fc.integer({ min: 0, max: 2_000_000_000_000 }),
    });
    // First waits are kept where there are enough of them (TRAIN-3): groups of cards have the same.
    const group = fc
      .record({
        firstGrade: fc.constantFrom<Grade>(1, 2, 3, 4),
        days: fc.integer({ min: 1, max: 90 }),
        cards: fc.array(fc.tuple(answer, fc.array(answer, { maxLength: 10 })), {
          minLength: 21,
          maxLength: 40,
        }),
      })
      .map(({ firstGrade, days, cards }) =>
        cards.map(([second, rest]): TrainingAnswer[] => [
          { grade: firstGrade, days: 0, atMillis: 0 },
          { ...second, days },
          ...rest,
        ]),
      );
    let wholly = 0;
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 4 }),
        (groups, relearningSteps) => {
          const result = trained(trainingSetOf(groups.flat()), relearningSteps);
          if (result.kind === 'too-little') return;
          if (result.kind === 'trained') wholly++;
          result.weights.forEach((weight, index) => {
            const [least, most] = WEIGHT_BOUNDS[index] ?? [0, 0];
            expect(weight).toBeGreaterThanOrEqual(least);
            expect(weight).toBeLessThanOrEqual(most);
          });
        },
      ),
      { numRuns: 30 },
    );
    expect(wholly).toBeGreaterThan(5);
  });

  test('[TRAIN-6] with several relearning steps a lapse never leaves a longer memory', () => {
    const histories = historiesOfMind({ weights: OTHER_WEIGHTS, seed: 3, cards: 200, days: 300 });
    const result = trained(histories, 4);
    if (result.kind !== 'trained') throw new Error('Nothing was found.');
    const [w11 = 0, w13 = 0, w14 = 0] = [11, 13, 14].map((index) => result.weights[index]);
    const [w17 = 0, w18 = 0] = [result.weights[17], result.weights[18]];
    const afterLapse = w11 * (2 ** w13 - 1) * Math.exp(w14 * 0.3);
    expect(afterLapse * Math.exp(4 * w17 * w18)).toBeLessThanOrEqual(
      Math.max(1, afterLapse * 1.05),
    );
  });

  test('[TRAIN-7] of few answers nothing is found, or the first stabilities alone', () => {
    expect(trained(trainingSetOf(onceAnswered(7, 3, 4)))).toEqual({
      kind: 'too-little',
      count: { cards: 0, predicted: 0 },
    });
    const some = trained(trainingSetOf(onceAnswered(40, 3, 4)));
    expect(some.kind).toBe('first-stabilities');
    const all = trained(
      historiesOfMind({ weights: OTHER_WEIGHTS, seed: 4, cards: 200, days: 200 }),
    );
    expect(all.kind).toBe('trained');
  });

  test('[TRAIN-8] the same answers give the same weights', () => {
    const mind = { weights: OTHER_WEIGHTS, seed: 5, cards: 150, days: 200 };
    expect(trained(historiesOfMind(mind))).toEqual(trained(historiesOfMind(mind)));
  });

  test('[TRAIN-9] says how far it is, to the end, and stops where it is left', () => {
    const histories = historiesOfMind({ weights: OTHER_WEIGHTS, seed: 6, cards: 200, days: 200 });
    const shares = [...training(histories)];
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    const left = training(histories);
    left.next();
    expect(left.return({ kind: 'too-little', count: { cards: 0, predicted: 0 } }).done).toBe(true);
    expect(left.next().done).toBe(true);
  });
});
