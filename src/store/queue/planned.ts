import { historyIdOf, isActive } from '../../domain/collection/card.ts';
import type { PlannedCard } from '../../domain/exam/day/day-plan.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { StudySettings } from '../../domain/collection/deck.ts';
import {
  type ClockReading,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import type { Queue } from '../queue.ts';
import { withoutKeys } from '../reach.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';
import { readLearning } from './learning.ts';

/** The cards that a session was planned with, and the time it has. */
export interface SessionPlan {
  /** The day it was made for. */
  readonly studyDay: StudyDay;
  readonly cards: readonly PlannedCard[];
  /** Time for the session; absent: no limit. */
  readonly budgetMillis?: number;
  /** The minutes that were asked for ("I have 10 minutes now"); absent: the day's own budget. */
  readonly minutesAsked?: number;
}

/** How far the session is. */
export interface Progress {
  /** Cards answered in the session, by the ids under which their answers are logged. */
  readonly answered: ReadonlySet<CardId>;
  readonly spentMillis: number;
}

/** Cards looked at in one request. */
const PAGE = 32;

/**
 * The queue of a planned session (EXAM-17): learning cards whose time has come, then the plan's cards
 * in their turn, until its time is spent. A card that was answered, buried, suspended or deleted
 * since is passed over. Inside the caller's transaction.
 */
export async function readPlanned(
  db: RoundsDatabase,
  plan: SessionPlan,
  { answered, spentMillis }: Progress,
  settings: StudySettings,
  now: ClockReading,
  limit: number,
): Promise<Queue> {
  const today = studyDayOf(now, settings.rolloverHour);
  const millisLeft = (plan.budgetMillis ?? Number.POSITIVE_INFINITY) - spentMillis;
  if (millisLeft <= 0) {
    return { cards: [], left: { new: 0, learning: 0, review: 0 }, nextLearningAtMillis: undefined };
  }
  const endOfDay = startOfStudyDay(today + 1, now.utcOffsetMinutes, settings.rolloverHour);
  const inLearning = await readLearning(db);
  const learning = inLearning.filter(
    (card) => card.buriedUntil <= today && card.readyAt < endOfDay,
  );
  const due = learning.filter((card) => card.readyAt <= now.atMillis);
  const inSteps = new Set(learning.map((card) => card.id));
  const pending = plan.cards.filter(({ cardId }) => !answered.has(cardId) && !inSteps.has(cardId));
  const wanted: CardRow[] = [];
  for (let from = 0; from < pending.length && wanted.length < limit; from += PAGE) {
    const page = pending.slice(from, from + PAGE);
    const rows = await db.cards.bulkGet(page.map(({ cardId }) => cardId));
    for (const card of rows) {
      if (!card || !isActive(card) || card.buriedUntil > today) continue;
      if (!answered.has(historyIdOf(card))) wanted.push(card);
    }
  }
  const horizon = now.atMillis + settings.learnAheadMinutes * MILLIS_PER_MINUTE;
  const main = [...due, ...wanted];
  const cards = main.length > 0 ? main : learning.filter((card) => card.readyAt <= horizon);
  return {
    cards: cards.slice(0, limit).map(withoutKeys),
    left: { ...fitting(pending, millisLeft), learning: learning.length },
    nextLearningAtMillis: learning[0]?.readyAt,
  };
}

/** How many of the cards still to come have room in the time left: the one that overruns it too. */
function fitting(
  pending: readonly PlannedCard[],
  millisLeft: number,
): { readonly new: number; readonly review: number } {
  const left = { new: 0, review: 0 };
  let millis = 0;
  for (const { seconds, isNew } of pending) {
    if (millis >= millisLeft) break;
    millis += seconds * 1000;
    if (isNew) left.new++;
    else left.review++;
  }
  return left;
}

/** How far a session of `reviews` is. */
export function progressOf(
  reviews: readonly { readonly cardId: CardId; readonly durationMillis: number }[],
): Progress {
  return {
    answered: new Set(reviews.map(({ cardId }) => cardId)),
    spentMillis: reviews.reduce((sum, { durationMillis }) => sum + durationMillis, 0),
  };
}
