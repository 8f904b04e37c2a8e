import { historyIdOf } from '../../domain/collection/card.ts';
import type { AnswerHistory } from '../../domain/statistics/columns/answer-columns.ts';
import type { Query } from '../../domain/search/query.ts';
import { trainingSetFrom } from '../../domain/training/from-columns.ts';
import type { TrainingSet } from '../../domain/training/training-set.ts';
import { type Judged, judging } from '../../domain/training/judged.ts';
import { type Trained, training, type TrainingCount } from '../../domain/training/train.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { ok, type Problem, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Watch } from '../../kernel/watch.ts';
import { type LibraryService, libraryProblem } from '../workers/library-service.ts';

/** How long training goes on before it says how far it is. */
const TURN_MILLIS = 40;

/** What `watch` hears of: hundredths, half of them for the weights, half for judging them. */
const HUNDREDTHS = 100;

const ALL: Query = { kind: 'all' };

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
  /** undefined: too few answers to judge by. */
  readonly judged: Judged | undefined;
}

/** Learns FSRS weights from answers (docs/rules/training.md). Nothing is written. */
export async function learnWeights(
  { library, now, watch }: { library: LibraryService; now: ClockReading; watch: Watch },
  asked: OwnWeightsAsked,
): Promise<Result<OwnWeights>> {
  try {
    const histories = await historiesToLearnFrom(library, asked, now, watch);
    if (!histories.ok) return histories;
    const { present, relearningSteps } = asked;
    const found = await halfOfIt(training(histories.value, relearningSteps), 0, watch);
    if (!found.ok) return found;
    const judged = await halfOfIt(judging(histories.value, present, relearningSteps), 1, watch);
    if (!judged.ok) return judged;
    const { count, ...trained } = found.value;
    return ok({ trained, count, judged: judged.value });
  } catch (error) {
    return { ok: false, problem: libraryProblem(error) };
  }
}

async function historiesToLearnFrom(
  library: LibraryService,
  { deckIds }: OwnWeightsAsked,
  now: ClockReading,
  watch: Watch,
): Promise<Result<TrainingSet>> {
  const ready = await library.ready();
  if (!ready.ok) return ready;
  const { columns } = await library.forInsights();
  if (!deckIds) return ok(trainingSetFrom(columns.arrays, columns.histories));
  const beside = await library.beside(ALL, now);
  const found = await library.byTurns((index) => index.cards(ALL, beside), watch);
  if (!found.ok) return found;
  const histories = found.value.flatMap(({ card, deck }): AnswerHistory[] => {
    if (!deckIds.includes(deck.id)) return [];
    const index = columns.indexOf(historyIdOf(card));
    const history = index === undefined ? undefined : columns.histories[index];
    return history ? [history] : [];
  });
  return ok(trainingSetFrom(columns.arrays, histories));
}

/** Runs `steps` by turns, so that others are answered meanwhile, as this half of the whole. */
async function halfOfIt<Outcome>(
  steps: Generator<number, Outcome>,
  half: 0 | 1,
  watch: Watch,
): Promise<Result<Outcome>> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    if (performance.now() - began < TURN_MILLIS) continue;
    const done = Math.round(((half + step.value) * HUNDREDTHS) / 2);
    await new Promise((resolve) => setTimeout(resolve));
    if (!(await watch(done, HUNDREDTHS))) return { ok: false, problem: STOPPED };
    began = performance.now();
  }
}

const STOPPED: Problem = {
  what: 'Learning from your answers was stopped.',
  kept: 'Nothing was changed.',
  todo: 'Start it again when you like.',
};
