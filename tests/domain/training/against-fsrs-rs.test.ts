import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from '../../../src/domain/memory/weights.ts';
import type { TrainingSet } from '../../../src/domain/training/training-set.ts';
import { predictedRecall, predictionError } from '../../../src/domain/training/prediction-error.ts';
import { trained } from '../../../src/domain/training/train.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';
import { historiesOfLog } from '../../../bench/memory.ts';
import { historiesOfMind, type Mind } from '../../../bench/minds.ts';

type Binding = typeof import('@open-spaced-repetition/binding-linux-x64-gnu');

/** fsrs-rs, the field's optimiser, where its binding loads; where it must is tested in tests/domain/memory. */
function loadedBinding(): Binding | undefined {
  try {
    return createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu');
  } catch {
    return undefined;
  }
}
const binding = loadedBinding();

/** Minds of all kinds: their weights up to half as large again or as small, 60 to 660 days. */
const MINDS = Array.from({ length: 8 }, (_, index): Mind => {
  const random = randomFrom(7_000 + index);
  const weights = DEFAULT_WEIGHTS.map((weight, at) => {
    const [least, most] = WEIGHT_BOUNDS[at] ?? [0, 0];
    return Math.min(most, Math.max(least, weight * Math.exp((random() - 0.5) * 0.8)));
  });
  const first = weights.slice(0, 4).sort((a, b) => a - b);
  return {
    weights: [...first, ...weights.slice(4)],
    seed: index,
    cards: Math.round(250 * Math.exp(random() * 1.6)),
    days: 120 + Math.round(random() * 500),
    noise: random() * 0.5,
  };
});

/** A year's answers of one person (bench/review-logs). */
const REAL_LOG = readFileSync('bench/review-logs/py-fsrs.txt', 'utf8');

describe.skipIf(!binding)('beside fsrs-rs', () => {
  test('[TRAIN-8] the log loss on real answers is at most 0.1 % above its own', async () => {
    const histories = historiesOfLog(REAL_LOG);
    const own = trained(histories);
    if (own.kind !== 'trained') throw new Error('Nothing was found.');
    const items = itemsOf(histories);
    const theirs = evaluated(items, await computed(items));
    expect(evaluated(items, own.weights).logLoss / theirs.logLoss).toBeLessThanOrEqual(1.001);
  }, 60_000);

  test('[TRAIN-12] log loss and RMSE(bins) are its own', () => {
    for (const mind of MINDS.slice(0, 4)) {
      const histories = historiesOfMind(mind);
      // Without first intervals it leaves none out, and keeps the order by which it weighs.
      const items = itemsOf(histories).filter(({ isFirstInterval }) => !isFirstInterval);
      const theirs = evaluated(items, DEFAULT_WEIGHTS);
      const weights = new Map(
        items.map(({ place }, rank) => [place, 0.25 + 0.75 * (rank / (items.length - 1)) ** 3]),
      );
      const predicted = predictedRecall(histories, DEFAULT_WEIGHTS);
      const own = predictionError(histories, predicted, (place) => weights.get(place) ?? 0);
      expect(own?.answers).toBe(items.length);
      expect(own?.logLoss).toBeCloseTo(theirs.logLoss, 5);
      expect(own?.rmseBins).toBeCloseTo(theirs.rmseBins, 5);
    }
  });

  test('[TRAIN-8] the log loss is at most 0.1 % above its own', async () => {
    let tried = 0;
    for (const mind of MINDS) {
      const histories = historiesOfMind(mind);
      const own = trained(histories);
      if (own.kind !== 'trained' || own.count.predicted < 1000) continue;
      const items = itemsOf(histories);
      const theirs = evaluated(items, await computed(items));
      const ratio = evaluated(items, own.weights).logLoss / theirs.logLoss;
      expect(ratio, JSON.stringify(mind)).toBeLessThanOrEqual(1.001);
      tried++;
    }
    expect(tried).toBeGreaterThan(5);
  }, 120_000);
});

interface Item {
  readonly item: InstanceType<Binding['FSRSBindingItem']>;
}

function evaluated(items: readonly Item[], weights: readonly number[]) {
  if (!binding) throw new Error('There is no binding.');
  return new binding.FSRSBinding([...weights]).evaluate(
    items.map(({ item }) => item),
    () => true,
  );
}

async function computed(items: readonly Item[]): Promise<readonly number[]> {
  if (!binding) throw new Error('There is no binding.');
  return await binding.computeParameters(
    items.map(({ item }) => item),
    { enableShortTerm: true, numRelearningSteps: 1, timeout: 10, progress: () => true },
  );
}

/** As it wants them: one item an answer that came on a later day, in the order of time. */
function itemsOf({ starts, grades, days, atMillis }: TrainingSet) {
  if (!binding) throw new Error('There is no binding.');
  const items: (Item & { place: number; atMillis: number; isFirstInterval: boolean })[] = [];
  for (let card = 0; card < starts.length - 1; card++) {
    const reviews: InstanceType<Binding['FSRSBindingReview']>[] = [];
    let isFirstInterval = true;
    for (let place = starts[card] ?? 0; place < (starts[card + 1] ?? 0); place++) {
      reviews.push(new binding.FSRSBindingReview(grades[place] ?? 0, days[place] ?? 0));
      if ((days[place] ?? 0) === 0) continue;
      const item = new binding.FSRSBindingItem([...reviews]);
      items.push({ place, atMillis: atMillis[place] ?? 0, item, isFirstInterval });
      isFirstInterval = false;
    }
  }
  return items.sort((a, b) => a.atMillis - b.atMillis);
}
