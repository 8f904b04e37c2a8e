import type { CardId, DeckId, OperationId } from '../../kernel/ids.ts';
import type { Grade, Memory, Schedule } from '../memory/schedule.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { AnswerKind } from '../memory/time-estimate.ts';

export type { AnswerKind };

/**
 * One accepted grade and what it led to. Written once and never deleted; only where a person says so
 * is an answer of a clock that ran ahead counted to another day (CARD-7), or Hard as Again (INSIGHT-12).
 */
export interface Review {
  readonly operationId: OperationId;
  readonly cardId: CardId;
  readonly deckId: DeckId;
  readonly atMillis: number;
  readonly studyDay: StudyDay;
  readonly grade: Grade;
  readonly durationMillis: number;
  readonly kind: AnswerKind;
  /** Study days since the previous answer; 0 for the first. */
  readonly elapsedDays: number;
  /** Days until the card is due again, 0 while in steps. */
  readonly intervalDays: number;
  readonly memory: Memory;
}

/**
 * An answer as a history shows it: one given here, or one that an import brought, of which no step
 * of the log and no memory is known.
 */
export type HistoryAnswer = Omit<Review, 'operationId' | 'memory'> &
  Partial<Pick<Review, 'operationId' | 'memory'>>;

/** What an answer to a card in `schedule` counts as. Relearning counts as learning. */
export function kindOf(schedule: Schedule): AnswerKind {
  if (schedule.state === 'new') return 'new';
  return schedule.state === 'review' ? 'review' : 'learning';
}

/** The deck id under which a day's totals of all decks are kept. */
export const ALL_DECKS = '' as DeckId;

/** What was done on one study day in one deck: limits, streak and pace come from it. */
export interface DayTotals {
  readonly deckId: DeckId;
  readonly studyDay: StudyDay;
  readonly byKind: Readonly<Record<AnswerKind, KindTotals>>;
}

export interface KindTotals {
  readonly answers: number;
  /** Answers graded Hard, Good or Easy. */
  readonly recalled: number;
  readonly millis: number;
}

const NOTHING: KindTotals = { answers: 0, recalled: 0, millis: 0 };

export function emptyDay(deckId: DeckId, studyDay: StudyDay): DayTotals {
  return { deckId, studyDay, byKind: { new: NOTHING, learning: NOTHING, review: NOTHING } };
}

/** Both together. */
export function sumOfDays(one: DayTotals, other: DayTotals): DayTotals {
  const sum = (kind: AnswerKind): KindTotals => ({
    answers: one.byKind[kind].answers + other.byKind[kind].answers,
    recalled: one.byKind[kind].recalled + other.byKind[kind].recalled,
    millis: one.byKind[kind].millis + other.byKind[kind].millis,
  });
  return { ...one, byKind: { new: sum('new'), learning: sum('learning'), review: sum('review') } };
}

/** Whether anything that counts was answered. */
export function hasAnswers({ byKind }: DayTotals): boolean {
  return Object.values(byKind).some(({ answers }) => answers > 0);
}

/** `totals` with `review` added (sign 1) or taken back by an undo (sign -1). */
export function countReview(totals: DayTotals, review: Review, sign: 1 | -1): DayTotals {
  const old = totals.byKind[review.kind];
  const kind: KindTotals = {
    answers: old.answers + sign,
    recalled: old.recalled + (review.grade > 1 ? sign : 0),
    millis: old.millis + sign * review.durationMillis,
  };
  return { ...totals, byKind: { ...totals.byKind, [review.kind]: kind } };
}
