import type { Card } from '../../domain/collection/card.ts';
import { schedulerOptions } from '../../domain/collection/deck.ts';
import { type DayCount, type DueChanges, dueChanges } from '../../domain/cram/due-change.ts';
import type { CramAnswer } from '../../domain/cram/ledger.ts';
import { type Settled, settled } from '../../domain/cram/settle.ts';
import type { CardId, CramId } from '../../kernel/ids.ts';
import type { Operation } from '../../log/operation.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import type { Grade } from '../../domain/memory/schedule.ts';
import { studyDayOf } from '../../kernel/study-day.ts';
import { apply } from '../../store/apply.ts';
import { readCard } from '../../store/card-info.ts';
import {
  readCards,
  readCramAnswers,
  readOpenCramAnswers,
  readQuestions,
} from '../../store/cram.ts';
import { readDecks } from '../../store/decks.ts';
import { readQueue } from '../../store/queue.ts';
import type { SessionRow } from '../../store/schema.ts';
import { beginSession, rememberCard } from '../../store/session.ts';
import { readPresets, readStudySettings } from '../../store/settings.ts';
import { readingProblem, storageProblem } from '../../store/storage-problem.ts';
import { type Deps, intentOf } from './deps.ts';
import type { Next } from './study.ts';

/** Begins a round of cramming over `cardIds`, in that order; no schedule will change (Z1). */
export async function beginCram(
  deps: Deps,
  cardIds: readonly CardId[],
  name: string,
): Promise<Result<CramId>> {
  if (cardIds.length === 0) {
    return failed(
      'There is no card to cram here.',
      'Everything is as it was.',
      'Choose a deck or a section that has cards in study.',
    );
  }
  const cramId = deps.newId() as CramId;
  try {
    await beginSession(deps.store, { cardIds, name, cramId }, deps.clock());
    return ok(cramId);
  } catch (error) {
    return storageProblem(error);
  }
}

/** Grades a card in a round of cramming: to the ledger alone. */
export function answerCram(
  deps: Deps,
  cramId: CramId,
  cardId: CardId,
  grade: Grade,
  durationMillis: number,
): Promise<Result<Operation>> {
  const millis = Math.max(0, Math.round(durationMillis)) || 0;
  return apply(
    deps.store,
    intentOf(deps, { kind: 'cram-answer', cramId, cardId, grade, durationMillis: millis }),
  );
}

/**
 * The next card of the round that `session` is; cards that are gone are passed over. The answers
 * alone say which it is, after a crash and an undo too.
 */
export async function nextInCram(deps: Deps, session: SessionRow): Promise<Next> {
  const { cramId = '' as CramId, name = '' } = session;
  const answers = await readCramAnswers(deps.store, cramId);
  let { cardIds = [] } = session;
  for (;;) {
    const source = { kind: 'crammed', cardIds, answers } as const;
    const { cards, left, recalled = 0 } = await readQueue(deps.store, source, deps.clock(), 1);
    const cram = { cramId, name, recalled, cards: left.review + recalled };
    const [card] = cards;
    if (!card) {
      const summary = summaryOf(answers);
      return { kind: 'finished', summary, nextLearningAtMillis: undefined, cram };
    }
    const showing = await readCard(deps.store, card.id);
    if (showing) {
      void rememberCard(deps.store, card.id).catch(() => {});
      return { kind: 'card', showing, left, answered: answers.length, cram };
    }
    cardIds = cardIds.filter((id) => id !== card.id);
  }
}

function summaryOf(answers: readonly CramAnswer[]) {
  return {
    answers: answers.length,
    cards: new Set(answers.map(({ cardId }) => cardId)).size,
    recalled: answers.filter(({ grade }) => grade > 1).length,
    millis: answers.reduce((sum, { durationMillis }) => sum + durationMillis, 0),
  };
}

/** What counting crammed answers as study would change, card by card; nothing is written. */
export interface SettlePreview {
  readonly answers: readonly CramAnswer[];
  /** The cards that would change, and what each asks as a line of text. */
  readonly cards: readonly (Settled & { readonly question: string })[];
  /** Answers that cannot count any more: their card was answered in study since. */
  readonly tooLate: number;
  /** Answers whose card is gone. */
  readonly gone: number;
  readonly changes: DueChanges;
  readonly at: DayCount;
}

/** The open answers of `cramId`, or of all rounds, and what they would change. */
export async function previewSettle(deps: Deps, cramId?: CramId): Promise<Result<SettlePreview>> {
  try {
    const all = await readOpenCramAnswers(deps.store);
    const answers = cramId === undefined ? all : all.filter((each) => each.cramId === cramId);
    const [found, settings] = await Promise.all([
      settledCards(deps, answers),
      readStudySettings(deps.store),
    ]);
    const changed = found.filter((card) => card.answers.length > 0);
    const questions = await readQuestions(
      deps.store,
      changed.map(({ before }) => before.id),
    );
    const counted = changed.reduce((sum, card) => sum + card.answers.length, 0);
    const tooLate = found.reduce((sum, card) => sum + card.tooLate.length, 0);
    const now = deps.clock();
    const { rolloverHour } = settings;
    const today = studyDayOf(now, rolloverHour);
    const at = { today, utcOffsetMinutes: now.utcOffsetMinutes, rolloverHour };
    return ok({
      answers,
      cards: changed.map((card) => ({ ...card, question: questions.get(card.before.id) ?? '' })),
      tooLate,
      gone: answers.length - counted - tooLate,
      changes: dueChanges(changed, at),
      at,
    });
  } catch (error) {
    return readingProblem(error);
  }
}

/** Counts the answers as study from now on (Z5), or drops them (Z6): one step to undo. */
export function settleCram(
  deps: Deps,
  answers: readonly CramAnswer[],
  isAccepted: boolean,
): Promise<Result<Operation>> {
  return apply(
    deps.store,
    intentOf(deps, {
      kind: 'settle-cram',
      answerIds: answers.map(({ id }) => id),
      cardIds: [...new Set(answers.map(({ cardId }) => cardId))],
      isAccepted,
    }),
  );
}

/** Drops what is open of a round (Z6): one step to undo. */
export async function dropCram(deps: Deps, cramId: CramId): Promise<Result<Operation>> {
  try {
    const answers = await readCramAnswers(deps.store, cramId);
    return settleCram(
      deps,
      answers.filter(({ state }) => state === 'open'),
      false,
    );
  } catch (error) {
    return readingProblem(error);
  }
}

async function settledCards(deps: Deps, answers: readonly CramAnswer[]): Promise<Settled[]> {
  const byCard = new Map<CardId, CramAnswer[]>();
  for (const answer of answers) {
    byCard.set(answer.cardId, [...(byCard.get(answer.cardId) ?? []), answer]);
  }
  const [cards, decks, presets, settings] = await Promise.all([
    readCards(deps.store, [...byCard.keys()]),
    readDecks(deps.store),
    readPresets(deps.store),
    readStudySettings(deps.store),
  ]);
  const [fallback] = presets;
  return cards.flatMap((card: Card) => {
    const deck = decks.find(({ id }) => id === card.deckId);
    const preset = presets.find(({ id }) => id === deck?.presetId) ?? fallback;
    return preset
      ? [settled(card, byCard.get(card.id) ?? [], schedulerOptions(preset, settings))]
      : [];
  });
}
