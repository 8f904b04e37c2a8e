import { DEFAULT_WEIGHTS } from '../memory/weights.ts';
import { MOST_ANSWERS } from './gradient.ts';
import { answersUntil, cardCount, type TrainingSet, isPredicted } from './training-set.ts';
import {
  logLoss,
  predictedRecall,
  type PredictionError,
  predictionError,
} from './prediction-error.ts';
import { type Trained, training } from './train.ts';

/** Weights are judged by the newest of the predicted answers, on which they were not trained. */
export const JUDGED_SHARE = 1 / 5;

/** Fewer answers to judge by than this say nothing. */
export const FEWEST_TO_JUDGE = 100;

/** Standard errors by which a gain must lie above none: 97.5 of 100 by chance do not. */
const BEYOND_CHANCE = 1.96;

/** What trained weights are worth, on answers that they had not seen (TRAIN-10). */
export interface Judged {
  readonly answers: number;
  readonly present: PredictionError;
  readonly fallback: PredictionError;
  readonly trained: PredictionError;
  /** By how much less the mean log loss is than with the present weights, and its standard error. */
  readonly gain: number;
  readonly gainError: number;
  /** Beyond chance better than the present weights, and better than the defaults. */
  readonly isBetter: boolean;
}

/**
 * Trains on the older four fifths of `histories` and judges on the rest; `undefined` with too few
 * answers for either. Yields the share that is done.
 */
export function* judging(
  histories: TrainingSet,
  present: readonly number[],
  relearningSteps?: number,
): Generator<number, Judged | undefined> {
  const cut = timeOfCut(histories);
  if (cut === undefined) return undefined;
  const older: Trained = yield* training(answersUntil(histories, cut), relearningSteps);
  if (older.kind === 'too-little') return undefined;
  return judged(histories, cut, present, older.weights);
}

/** Judges `weights` by the answers from `cut` on, in milliseconds since 1970. */
export function judged(
  histories: TrainingSet,
  cut: number,
  present: readonly number[],
  weights: readonly number[],
): Judged | undefined {
  const counts = (place: number) => (histories.atMillis[place] ?? 0) >= cut;
  const recallOf = {
    present: predictedRecall(histories, present),
    fallback: predictedRecall(histories, DEFAULT_WEIGHTS),
    trained: predictedRecall(histories, weights),
  };
  const errorOf = (recall: Float64Array) => {
    return predictionError(histories, recall, (place) => (counts(place) ? 1 : 0));
  };
  const [now, fallback, after] = [
    errorOf(recallOf.present),
    errorOf(recallOf.fallback),
    errorOf(recallOf.trained),
  ];
  if (!now || !fallback || !after) return undefined;
  const { gain, gainError } = pairedGain(histories, recallOf.present, recallOf.trained, counts);
  return {
    answers: after.answers,
    present: now,
    fallback,
    trained: after,
    gain,
    gainError,
    isBetter: gain > BEYOND_CHANCE * gainError && after.logLoss <= fallback.logLoss,
  };
}

/** Mean gain of `other` over `one` an answer; answers of one card hang together, cards do not. */
function pairedGain(
  histories: TrainingSet,
  one: Float64Array,
  other: Float64Array,
  counts: (place: number) => boolean,
): { gain: number; gainError: number } {
  const { starts, grades } = histories;
  const cards: { gain: number; answers: number }[] = [];
  for (let card = 0; card < cardCount(histories); card++) {
    const ofCard = { gain: 0, answers: 0 };
    for (let place = starts[card] ?? 0; place < (starts[card + 1] ?? 0); place++) {
      const [before, after] = [one[place] ?? Number.NaN, other[place] ?? Number.NaN];
      if (Number.isNaN(before) || Number.isNaN(after) || !counts(place)) continue;
      const isRecalled = (grades[place] ?? 0) > 1;
      ofCard.gain += logLoss(before, isRecalled) - logLoss(after, isRecalled);
      ofCard.answers++;
    }
    if (ofCard.answers > 0) cards.push(ofCard);
  }
  const answers = cards.reduce((sum, each) => sum + each.answers, 0);
  const gain = cards.reduce((sum, each) => sum + each.gain, 0) / answers;
  const squares = cards.reduce((sum, each) => sum + (each.gain - gain * each.answers) ** 2, 0);
  const ofFew = cards.length / Math.max(1, cards.length - 1);
  return { gain, gainError: Math.sqrt(squares * ofFew) / answers };
}

/** When the newest fifth of the predicted answers begins; `undefined` if that is too few. */
function timeOfCut(histories: TrainingSet): number | undefined {
  const times: number[] = [];
  for (let card = 0; card < cardCount(histories); card++) {
    const from = histories.starts[card] ?? 0;
    const to = Math.min(histories.starts[card + 1] ?? 0, from + MOST_ANSWERS);
    for (let place = from; place < to; place++) {
      if (isPredicted(histories, place)) times.push(histories.atMillis[place] ?? 0);
    }
  }
  if (times.length * JUDGED_SHARE < FEWEST_TO_JUDGE) return undefined;
  const inOrder = Float64Array.from(times).sort();
  return inOrder[Math.floor(inOrder.length * (1 - JUDGED_SHARE))];
}
