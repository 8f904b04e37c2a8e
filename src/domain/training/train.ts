import { randomFrom } from '../../kernel/seeded.ts';
import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from '../memory/weights.ts';
import { Gradient, MOST_ANSWERS } from './gradient.ts';
import { firstStabilities, inOrder } from './first-stabilities.ts';
import { cardCount, type TrainingSet, isPredicted } from './training-set.ts';
import { withoutOutliers } from './outliers.ts';

/** Fewer predicted answers than this teach nothing; fewer than the second, first stabilities alone. */
export const FEWEST_ANSWERS = 8;
export const FEWEST_FOR_ALL_WEIGHTS = 64;

/**
 * How far each weight usually lies from the default (fsrs-rs, src/training.rs, `PARAMS_STDDEV`):
 * what holds a weight back about which the answers say little.
 */
const USUAL_SPREAD: readonly number[] = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
  1.03, 0.31, 0.32, 0.14, 0.27,
];

const ROUNDS = 10;
/** Predicted answers between two steps of the weights. */
const ANSWERS_A_STEP = 256;
const LEARNING_RATE = 0.04;
const SEED = 2023;

export type Trained =
  | { readonly kind: 'trained' | 'first-stabilities'; readonly weights: readonly number[] }
  | { readonly kind: 'too-little' };

/** What training counted: for the sentence about it. */
export interface TrainingCount {
  /** Cards whose answers were used. */
  readonly cards: number;
  /** Answers that were predicted. */
  readonly predicted: number;
}

/**
 * The 21 FSRS-6 weights under which `histories` was to be expected most (TRAIN-1 to TRAIN-9): the
 * loss and the filters of fsrs-rs, walked card by card rather than answer by answer. The same
 * answers give the same weights. Yields the share that is done, 0 to 1; whoever iterates may stop.
 */
export function* training(
  histories: TrainingSet,
  relearningSteps = 1,
): Generator<number, Trained & { readonly count: TrainingCount }> {
  const used = withoutOutliers(histories);
  const weightOf = recencyWeights(used);
  const predicted = weightOf.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  const count = { cards: cardCount(used), predicted };
  if (predicted < FEWEST_ANSWERS) return { kind: 'too-little', count };

  const first = firstStabilities(used, averageRecall(used));
  const start = [...first.stabilities, ...DEFAULT_WEIGHTS.slice(4)];
  // Where each card was answered on one later day only, there is nothing else to learn from.
  const isFirstOnly = predicted === cardCount(used);
  if (isFirstOnly || predicted < FEWEST_FOR_ALL_WEIGHTS) {
    return { kind: 'first-stabilities', weights: start, count };
  }

  const weights = yield* descent(used, weightOf, predicted, start, relearningSteps);
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = weights;
  const levelled = inOrder([w0, w1, w2, w3], first.counts);
  return { kind: 'trained', weights: [...levelled, ...weights.slice(4)], count };
}

/** Runs `training` to its end. */
export function trained(
  histories: TrainingSet,
  relearningSteps?: number,
): Trained & { readonly count: TrainingCount } {
  const steps = training(histories, relearningSteps);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Adam with a rate that falls as half a cosine, over cards in an order of their own each round. */
function* descent(
  histories: TrainingSet,
  weightOf: Float64Array,
  predicted: number,
  start: readonly number[],
  relearningSteps: number,
): Generator<number, number[]> {
  const gradient = new Gradient(histories);
  const random = randomFrom(SEED);
  const perCard = predictedPerCard(histories, weightOf);
  const order = Uint32Array.from(perCard.keys()).filter((card) => (perCard[card] ?? 0) > 0);
  const weights = [...start];
  const adam = new Adam(weights.length);
  const total = predicted * ROUNDS;
  let done = 0;
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    let inStep = 0;
    gradient.use(weights);
    for (const [index, card] of order.entries()) {
      gradient.add(card, weightOf);
      inStep += perCard[card] ?? 0;
      if (inStep < ANSWERS_A_STEP && index < order.length - 1) continue;
      const slope = gradient.take();
      holdBack(slope, weights, start, inStep / predicted);
      const rate = (LEARNING_RATE * (1 + Math.cos((Math.PI * done) / total))) / 2;
      adam.step(weights, slope, rate);
      keepWithinBounds(weights, relearningSteps);
      gradient.use(weights);
      done += inStep;
      inStep = 0;
      yield done / total;
    }
  }
  return weights;
}

/** Each answer's weight in the loss: 0 where it is not predicted, else more the later it was given. */
function recencyWeights(histories: TrainingSet): Float64Array {
  const places: number[] = [];
  for (let card = 0; card < cardCount(histories); card++) {
    const from = histories.starts[card] ?? 0;
    const to = Math.min(histories.starts[card + 1] ?? 0, from + MOST_ANSWERS);
    for (let place = from; place < to; place++) {
      if (isPredicted(histories, place)) places.push(place);
    }
  }
  const { atMillis } = histories;
  const byTime = Uint32Array.from(places).sort((a, b) => {
    return (atMillis[a] ?? 0) - (atMillis[b] ?? 0) || a - b;
  });
  const weights = new Float64Array(histories.grades.length);
  const last = Math.max(1, byTime.length - 1);
  byTime.forEach((place, rank) => {
    weights[place] = 0.25 + 0.75 * (rank / last) ** 3;
  });
  return weights;
}

function predictedPerCard(histories: TrainingSet, weightOf: Float64Array): Uint32Array {
  const { starts } = histories;
  return Uint32Array.from({ length: cardCount(histories) }, (_, card) => {
    let count = 0;
    for (let place = starts[card] ?? 0; place < (starts[card + 1] ?? 0); place++) {
      if ((weightOf[place] ?? 0) > 0) count++;
    }
    return count;
  });
}

function averageRecall(histories: TrainingSet): number {
  let [recalled, all] = [0, 0];
  histories.grades.forEach((grade, place) => {
    if (!isPredicted(histories, place)) return;
    all++;
    if (grade > 1) recalled++;
  });
  return all === 0 ? 0 : recalled / all;
}

/** Draws each weight towards where it began, by as much as its spread is small. */
function holdBack(
  slope: Float64Array,
  weights: readonly number[],
  start: readonly number[],
  share: number,
): void {
  weights.forEach((weight, index) => {
    const away = weight - (start[index] ?? 0);
    const spread = USUAL_SPREAD[index] ?? 1;
    slope[index] = (slope[index] ?? 0) + (share * 2 * away) / (spread * spread);
  });
}

/**
 * Into the bounds of each weight. With several relearning steps w17 and w18 end so low that a lapse
 * and its steps, all Good, never leave a longer memory than before (fsrs-rs,
 * src/parameter_clipper.rs).
 */
function keepWithinBounds(weights: number[], relearningSteps: number): void {
  const [w11 = 0, w13 = 0, w14 = 0] = [weights[11], weights[13], weights[14]];
  const room = -(Math.log(w11) + Math.log(2 ** w13 - 1) + w14 * 0.3) / relearningSteps;
  const sameDayMost = relearningSteps > 1 ? Math.min(2, Math.sqrt(Math.max(0.01, room))) : 2;
  WEIGHT_BOUNDS.forEach(([least, most], index) => {
    const low = index === 19 ? 0.01 : least;
    const high = index === 17 || index === 18 ? sameDayMost : most;
    weights[index] = Math.min(high, Math.max(low, weights[index] ?? low));
  });
}

/** Adam (Kingma and Ba 2015) with its usual constants. */
class Adam {
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private steps = 0;

  constructor(size: number) {
    this.mean = new Float64Array(size);
    this.square = new Float64Array(size);
  }

  step(weights: number[], slope: Float64Array, rate: number): void {
    this.steps++;
    const meanShare = 1 - 0.9 ** this.steps;
    const squareShare = 1 - 0.999 ** this.steps;
    slope.forEach((value, index) => {
      const mean = 0.9 * (this.mean[index] ?? 0) + 0.1 * value;
      const square = 0.999 * (this.square[index] ?? 0) + 0.001 * value * value;
      this.mean[index] = mean;
      this.square[index] = square;
      const step = mean / meanShare / (Math.sqrt(square / squareShare) + 1e-8);
      weights[index] = (weights[index] ?? 0) - rate * step;
    });
  }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const value = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = value;
  }
}
