import { DEFAULT_WEIGHTS } from '../src/domain/memory/weights.ts';
import type { Grade } from '../src/domain/memory/schedule.ts';
import {
  answersUntil,
  type TrainingSet,
  trainingSetOf,
  isPredicted,
  type TrainingAnswer,
} from '../src/domain/training/training-set.ts';
import {
  predictedRecall,
  type PredictionError,
  predictionError,
} from '../src/domain/training/prediction-error.ts';
import { historiesOfMind } from './minds.ts';
import { trained } from '../src/domain/training/train.ts';
import { MILLIS_PER_DAY, MILLIS_PER_HOUR, MILLIS_PER_MINUTE } from '../src/kernel/time.ts';

/** Parts of equal size in time; each but the first is predicted from all before it. */
const PARTS = 5;
const ROLLOVER_HOURS = 4;

export interface MemoryRow {
  readonly model: string;
  readonly error: PredictionError;
}

/**
 * The errors of each model on `histories`, walking forward in time: what a model learns, it learns
 * from what came before the part that it predicts. The first part is learnt from alone.
 */
export function memoryRows(histories: TrainingSet): MemoryRow[] {
  const cuts = timesOfCuts(histories);
  const size = histories.grades.length;
  const constant = new Float64Array(size).fill(Number.NaN);
  const own = new Float64Array(size).fill(Number.NaN);
  const fallback = predictedRecall(histories, DEFAULT_WEIGHTS);
  cuts.forEach((cut, index) => {
    const until = cuts[index + 1] ?? Number.POSITIVE_INFINITY;
    const before = answersUntil(histories, cut);
    const learnt = trained(before);
    const weights = learnt.kind === 'too-little' ? DEFAULT_WEIGHTS : learnt.weights;
    const predicted = predictedRecall(histories, weights);
    const average = averageRecall(before);
    histories.atMillis.forEach((at, place) => {
      if (at < cut || at >= until || !isPredicted(histories, place)) return;
      constant[place] = average;
      own[place] = predicted[place] ?? Number.NaN;
    });
  });
  const isWalked = (place: number) => (Number.isNaN(own[place] ?? Number.NaN) ? 0 : 1);
  return [
    { model: 'The same for all: the average so far', predicted: constant },
    { model: 'FSRS-6, default weights', predicted: fallback },
    { model: 'FSRS-6, trained', predicted: own },
  ].flatMap(({ model, predicted }) => {
    const error = predictionError(histories, predicted, isWalked);
    return error ? [{ model, error }] : [];
  });
}

/** The answers of a log as bench/review-logs keeps them, by study days in UTC. */
export function historiesOfLog(text: string): TrainingSet {
  const cards = text.split('\n').filter((line) => line !== '');
  return trainingSetOf(
    cards.map((line) => {
      let atMillis = 0;
      let day = 0;
      return line.split(' ').map((answer): TrainingAnswer => {
        const [minutes, grade] = answer.split(':').map(Number);
        atMillis += (minutes ?? 0) * MILLIS_PER_MINUTE;
        const before = day;
        day = Math.floor((atMillis - ROLLOVER_HOURS * MILLIS_PER_HOUR) / MILLIS_PER_DAY);
        return { grade: grade as Grade, days: Math.max(0, day - before), atMillis };
      });
    }),
  );
}

/** When each part after the first begins, in milliseconds since 1970. */
function timesOfCuts(histories: TrainingSet): number[] {
  const times = histories.atMillis.filter((_, place) => isPredicted(histories, place)).sort();
  return Array.from({ length: PARTS - 1 }, (_, part) => {
    return times[Math.floor((times.length * (part + 1)) / PARTS)] ?? 0;
  });
}

function averageRecall(histories: TrainingSet): number {
  const predicted = histories.grades.filter((_, place) => isPredicted(histories, place));
  return predicted.filter((grade) => grade > 1).length / Math.max(1, predicted.length);
}

/** Generated people, by name; made when asked for. */
export function generatedHistories(isSmall: boolean) {
  const size = isSmall ? 60 : 4000;
  const minds: { name: string; weights: readonly number[]; seed: number }[] = [
    { name: 'Generated, the default weights are true', weights: DEFAULT_WEIGHTS, seed: 11 },
    { name: 'Generated, forgets sooner', weights: FORGETS_SOONER, seed: 12 },
    { name: 'Generated, other in every weight', weights: ALL_OTHER, seed: 13 },
  ];
  return minds.map(({ name, weights, seed }) => ({
    name: `${name}, each card a little otherwise`,
    histories: () => historiesOfMind({ weights, seed, cards: size, days: 500, noise: 0.4 }),
  }));
}

const FORGETS_SOONER = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight / 3 : weight))
  .with(8, 0.9)
  .with(20, 0.4);
const ALL_OTHER = DEFAULT_WEIGHTS.map((weight, index) => {
  return weight * (0.75 + ((index * 37) % 11) / 16);
}).with(7, 0.01);
