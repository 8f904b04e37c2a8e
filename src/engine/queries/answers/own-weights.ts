import type { AnswerColumns } from '../../../domain/statistics/columns/answer-columns.ts';
import { historiesOf } from '../../../domain/statistics/columns/scoped.ts';
import { predictedAmong, trainingSetFrom } from '../../../domain/training/from-columns.ts';
import { hasForgotten, type TrainingSet } from '../../../domain/training/training-set.ts';
import { type Judged, judging } from '../../../domain/training/judged.ts';
import { type Trained, training, type TrainingCount } from '../../../domain/training/train.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { type LibraryService, libraryProblem } from '../../workers/library/library-service.ts';
import { inTurns } from './in-turns.ts';
import { cardsOfDecks, type LongWork } from './long-work.ts';

export interface OwnWeightsAsked {
  /** Learn from the cards of these decks; absent: from all answers. */
  readonly deckIds?: readonly DeckId[];
  /** The weights that are in use. */
  readonly present: readonly number[];
  readonly relearningSteps: number;
}

/** Weights learnt from a person's answers, and what they are worth. */
export interface OwnWeights {
  readonly trained: Trained;
  readonly count: TrainingCount;
  /** undefined: too few answers to judge by, or none that was forgotten. */
  readonly judged: Judged | undefined;
  /** Whether any predicted answer was Again (TRAIN-19). */
  readonly hasForgotten: boolean;
}

/** Learns FSRS weights from answers (docs/rules/training.md). Nothing is written. */
export async function learnWeights(
  { library, now, watch }: LongWork,
  asked: OwnWeightsAsked,
): Promise<Result<OwnWeights>> {
  try {
    const histories = await historiesToLearnFrom(library, asked, now, watch);
    if (!histories.ok) return histories;
    const { present, relearningSteps } = asked;
    const learning = training(histories.value, relearningSteps);
    const found = await inTurns(learning, firstHalf(watch), STOPPED);
    if (!found.ok) return found;
    const { count, ...trained } = found.value;
    if (!hasForgotten(histories.value)) {
      return ok({ trained, count, judged: undefined, hasForgotten: false });
    }
    const judge = judging(histories.value, present, relearningSteps);
    const judged = await inTurns(judge, secondHalf(watch), STOPPED);
    if (!judged.ok) return judged;
    return ok({ trained, count, judged: judged.value, hasForgotten: true });
  } catch (error) {
    return { ok: false, problem: libraryProblem(error) };
  }
}

/** How many answers there are to learn from: those of some decks, or all. */
export async function predictedAnswers(
  { library, now, watch }: { library: LibraryService; now: ClockReading; watch: Watch },
  asked: Pick<OwnWeightsAsked, 'deckIds'>,
): Promise<Result<number>> {
  try {
    const found = await historiesOfDecks(library, asked, now, watch);
    return found.ok ? ok(predictedAmong(found.value.arrays, found.value.histories)) : found;
  } catch (error) {
    return { ok: false, problem: libraryProblem(error) };
  }
}

async function historiesToLearnFrom(
  library: LibraryService,
  asked: OwnWeightsAsked,
  now: ClockReading,
  watch: Watch,
): Promise<Result<TrainingSet>> {
  const found = await historiesOfDecks(library, asked, now, watch);
  return found.ok ? ok(trainingSetFrom(found.value.arrays, found.value.histories)) : found;
}

/** All answers, and the histories of the decks' cards among them. */
async function historiesOfDecks(
  library: LibraryService,
  { deckIds }: Pick<OwnWeightsAsked, 'deckIds'>,
  now: ClockReading,
  watch: Watch,
): Promise<Result<Pick<AnswerColumns, 'arrays' | 'histories'>>> {
  const ready = await library.ready();
  if (!ready.ok) return ready;
  const { columns } = await library.forInsights();
  if (!deckIds) return ok(columns);
  const cards = await cardsOfDecks(library, deckIds, now, watch);
  if (!cards.ok) return cards;
  const histories = historiesOf(columns, cards.value.cards).map(({ history }) => history);
  return ok({ arrays: columns.arrays, histories });
}

/** The work is half for the weights, half for judging them. */
const firstHalf =
  (watch: Watch): Watch =>
  (done, total) =>
    watch(done, 2 * total);
const secondHalf =
  (watch: Watch): Watch =>
  (done, total) =>
    watch(total + done, 2 * total);

const STOPPED: Problem = {
  what: t`Learning from your answers was stopped.`,
  kept: t`Nothing was changed.`,
  todo: t`Start it again when you like.`,
  isNoFault: true,
};
