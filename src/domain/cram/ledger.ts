import type { AnswerKind } from '../collection/review.ts';
import type { CardId, CramId, DeckId, OperationId } from '../../kernel/ids.ts';
import type { Grade, Memory } from '../memory/schedule.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/**
 * One grade given while cramming. It stands in a ledger of its own: no memory, date, limit, total
 * or pace knows of it, until the person accepts it (CRAM-1, CRAM-5).
 */
export interface CramAnswer {
  /** The operation that it was given by. */
  readonly id: OperationId;
  readonly cramId: CramId;
  readonly cardId: CardId;
  readonly grade: Grade;
  readonly durationMillis: number;
  readonly atMillis: number;
  readonly studyDay: StudyDay;
  /** open: not decided yet. */
  readonly state: 'open' | 'accepted' | 'dropped';
  /** What it led to, once accepted: as in a review (collection/review.ts). */
  readonly outcome?: CramOutcome;
}

export interface CramOutcome {
  /** Under which id it stands in the card's history (collection/card.ts). */
  readonly historyId: CardId;
  readonly deckId: DeckId;
  readonly kind: AnswerKind;
  readonly elapsedDays: number;
  readonly intervalDays: number;
  readonly memory: Memory;
}

/** How far a round of cramming is. */
export interface CramRound {
  /** The card to show now; undefined when every card was recalled. */
  readonly next: CardId | undefined;
  /** Cards recalled so far (Good or Easy at their last answer). */
  readonly recalled: number;
  readonly cards: number;
}

/** A card that was forgotten comes back after so many others, as far as there are any (CRAM-3). */
const AGAIN_AFTER = 3;
/** A card that was hard comes back once more, later. */
const HARD_AFTER = 8;

/**
 * The round over `cardIds`, in that order, after `answers`, oldest first: a card recalled well is
 * done; one forgotten or hard comes back after a few others.
 */
export function cramRound(
  cardIds: readonly CardId[],
  answers: readonly Pick<CramAnswer, 'cardId' | 'grade'>[],
): CramRound {
  const inRound = new Set(cardIds);
  const own = answers.filter((answer) => inRound.has(answer.cardId));
  /** The turn from which a card may be shown again. */
  const returns = new Map<CardId, number>();
  const isDone = new Set<CardId>();
  own.forEach(({ cardId, grade }, turn) => {
    if (grade >= 3) {
      isDone.add(cardId);
      returns.delete(cardId);
    } else {
      isDone.delete(cardId);
      returns.set(cardId, turn + 1 + (grade === 1 ? AGAIN_AFTER : HARD_AFTER));
    }
  });
  const byTurn = [...returns].sort((a, b) => a[1] - b[1]);
  const [back] = byTurn;
  const fresh = cardIds.find((cardId) => !isDone.has(cardId) && !returns.has(cardId));
  const next = back && (back[1] <= own.length || fresh === undefined) ? back[0] : fresh;
  return { next, recalled: isDone.size, cards: inRound.size };
}

/** How ready the crammed cards of `cardIds` are: by the last answer to each still open (CRAM-4). */
export interface Readiness {
  readonly crammed: number;
  readonly recalled: number;
}

export function readinessOf(
  cardIds: ReadonlySet<CardId>,
  answers: readonly CramAnswer[],
): Readiness {
  const last = new Map<CardId, Grade>();
  for (const { cardId, grade, state } of answers) {
    if (state === 'open' && cardIds.has(cardId)) last.set(cardId, grade);
  }
  const recalled = [...last.values()].filter((grade) => grade >= 3).length;
  return { crammed: last.size, recalled };
}
