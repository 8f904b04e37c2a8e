import { Gradient, MOST_ANSWERS } from './gradient.ts';
import { cardCount, type TrainingSet, isPredicted } from './training-set.ts';

/** How far predictions were from what happened. Lower is better, but for `auc`. */
export interface PredictionError {
  /** Answers that were predicted. */
  readonly answers: number;
  /** Mean of −ln of the probability that was given to what happened. */
  readonly logLoss: number;
  /**
   * Root of the mean squared difference of predicted and observed recall over groups of alike
   * answers (interval, answers before, lapses), weighted by their number (fsrs-rs,
   * src/dataset.rs `r_matrix_index`).
   */
  readonly rmseBins: number;
  /**
   * Over the same groups, answers by which expected and remembered ones differ, a share of all: of
   * 100 answers so many went otherwise than they were expected to.
   */
  readonly miscounted: number;
  /** Chance that of a remembered and a forgotten answer the first was given the higher recall. */
  readonly auc: number;
}

/** Recall predicted before each answer, 0 to 1; NaN where nothing is (TRAIN-1). */
export function predictedRecall(histories: TrainingSet, weights: readonly number[]): Float64Array {
  const predicted = new Float64Array(histories.grades.length).fill(Number.NaN);
  const gradient = new Gradient(histories);
  gradient.use(weights);
  for (let card = 0; card < cardCount(histories); card++) gradient.predict(card, predicted);
  return predicted;
}

/**
 * The error of `predicted` (a recall a place, NaN: none), each answer by `weightOf` its place: 0 for
 * those that do not count. `undefined` where none does.
 */
export function predictionError(
  histories: TrainingSet,
  predicted: Float64Array,
  weightOf: (place: number) => number = () => 1,
): PredictionError | undefined {
  const bins = new Map<number, Bin>();
  const ranked: Ranked[] = [];
  let [loss, total] = [0, 0];
  eachPredicted(histories, (place, bin) => {
    const recall = predicted[place] ?? Number.NaN;
    const weight = weightOf(place);
    if (Number.isNaN(recall) || weight === 0) return;
    const isRecalled = (histories.grades[place] ?? 0) > 1;
    total += weight;
    loss += weight * logLoss(recall, isRecalled);
    ranked.push({ recall, isRecalled });
    const group = bins.get(bin) ?? { answers: 0, weight: 0, expected: 0, recalled: 0 };
    group.answers++;
    group.weight += weight;
    group.expected += recall;
    if (isRecalled) group.recalled++;
    bins.set(bin, group);
  });
  const answers = ranked.length;
  if (answers === 0) return undefined;
  let [squares, miscounted] = [0, 0];
  for (const { answers: count, weight, expected, recalled } of bins.values()) {
    const difference = (expected - recalled) / count;
    squares += weight * difference ** 2;
    miscounted += weight * Math.abs(difference);
  }
  return {
    answers,
    logLoss: loss / total,
    rmseBins: Math.sqrt(squares / total),
    miscounted: miscounted / total,
    auc: areaUnderCurve(ranked),
  };
}

/** −ln of the probability that `recall` gave to what happened. */
export function logLoss(recall: number, isRecalled: boolean): number {
  const sure = Math.min(1 - 1e-7, Math.max(1e-7, recall));
  return -Math.log(isRecalled ? sure : 1 - sure);
}

interface Bin {
  answers: number;
  weight: number;
  expected: number;
  recalled: number;
}

interface Ranked {
  readonly recall: number;
  readonly isRecalled: boolean;
}

/** Calls `visit` for every answer that came on a later day, with the number of its group. */
function eachPredicted(histories: TrainingSet, visit: (place: number, bin: number) => void): void {
  const { starts, grades, days } = histories;
  for (let card = 0; card < cardCount(histories); card++) {
    const from = starts[card] ?? 0;
    const to = Math.min(starts[card + 1] ?? 0, from + MOST_ANSWERS);
    let [longTerm, lapses] = [0, 0];
    for (let place = from; place < to; place++) {
      if (!isPredicted(histories, place)) continue;
      longTerm++;
      const step = steps(days[place] ?? 1, 3.62) * 10_000;
      visit(place, step + steps(longTerm + 1, 1.89) * 100 + (lapses ? steps(lapses, 1.73) + 1 : 0));
      if (grades[place] === 1) lapses++;
    }
  }
}

/** How often `value` can be divided by `base`. */
const steps = (value: number, base: number) => Math.floor(Math.log(value) / Math.log(base));

/** By ranks; the same recall shares its ranks. 0.5 where all, or none, were remembered. */
function areaUnderCurve(ranked: Ranked[]): number {
  const inOrder = ranked.toSorted((a, b) => a.recall - b.recall);
  const recalled = inOrder.filter(({ isRecalled }) => isRecalled).length;
  const forgotten = inOrder.length - recalled;
  if (recalled === 0 || forgotten === 0) return 0.5;
  let ranks = 0;
  for (let from = 0; from < inOrder.length; ) {
    let to = from;
    while (to < inOrder.length && inOrder[to]?.recall === inOrder[from]?.recall) to++;
    const meanRank = (from + to + 1) / 2;
    for (let index = from; index < to; index++) if (inOrder[index]?.isRecalled) ranks += meanRank;
    from = to;
  }
  return (ranks - (recalled * (recalled + 1)) / 2) / (recalled * forgotten);
}
