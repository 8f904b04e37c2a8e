import type { Card } from '../../../../domain/collection/card.ts';
import { schedulerOptions } from '../../../../domain/collection/deck.ts';
import { type DayCount, type DueChanges, dueChanges } from '../../../../domain/cram/due-change.ts';
import type { CramAnswer } from '../../../../domain/cram/ledger.ts';
import { type Settled, settled } from '../../../../domain/cram/settle.ts';
import type { CardId, CramId } from '../../../../kernel/ids.ts';
import { ok, type Result } from '../../../../kernel/problem.ts';
import { studyDayOf } from '../../../../kernel/study-day.ts';
import { readCards, readOpenCramAnswers } from '../../../../store/reads/answers/cram-answers.ts';
import { readQuestions } from '../../../../store/reads/answers/questions.ts';
import { readDecks } from '../../../../store/reads/decks.ts';
import { readPresets, readStudySettings } from '../../../../store/reads/settings.ts';
import { readingProblem } from '../../../../store/storage-problem.ts';
import type { Asked } from '../../context.ts';

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
export async function previewSettle(
  deps: Pick<Asked, 'store' | 'clock'>,
  { cramId }: { readonly cramId?: CramId | undefined },
): Promise<Result<SettlePreview>> {
  try {
    const all = await readOpenCramAnswers(deps.store);
    const answers = cramId === undefined ? all : all.filter((each) => each.cramId === cramId);
    const [found, settings] = await Promise.all([
      settledCards(deps.store, answers),
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

async function settledCards(
  store: Asked['store'],
  answers: readonly CramAnswer[],
): Promise<Settled[]> {
  const byCard = new Map<CardId, CramAnswer[]>();
  for (const answer of answers) {
    byCard.set(answer.cardId, [...(byCard.get(answer.cardId) ?? []), answer]);
  }
  const [cards, decks, presets, settings] = await Promise.all([
    readCards(store, [...byCard.keys()]),
    readDecks(store),
    readPresets(store),
    readStudySettings(store),
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
