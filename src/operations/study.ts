import { isActive } from '../domain/collection/card.ts';
import type { Review } from '../domain/collection/review.ts';
import type { CardId } from '../domain/ids.ts';
import type { KindCounts } from '../domain/queue/allowance.ts';
import { studyDayOf } from '../domain/scheduling/study-day.ts';
import { type CardInFull, readCard } from '../store/card-info.ts';
import { readQueue, type Scope } from '../store/queue.ts';
import type { SessionRow } from '../store/schema.ts';
import {
  beginSession,
  continueSession,
  endSession,
  readSession,
  readSessionReviews,
  rememberCard,
} from '../store/session.ts';
import type { Deps } from './deps.ts';

export type { CardInFull, Scope };

/** A few are enough to find one that can be shown; the next question asks again. */
const LOOK_AHEAD = 8;

export interface Summary {
  readonly answers: number;
  /** Different cards among them. */
  readonly cards: number;
  readonly recalled: number;
  readonly millis: number;
}

/** What the review screen shows next. */
export type Next =
  | {
      readonly kind: 'card';
      readonly showing: CardInFull;
      readonly left: KindCounts;
      readonly answered: number;
    }
  | {
      readonly kind: 'finished';
      readonly summary: Summary;
      /** When a learning card comes back later today; ms. */
      readonly nextLearningAtMillis: number | undefined;
    };

/** Begins to study `scope`; a session of the same scope begun earlier today goes on. */
export async function beginStudy(deps: Deps, scope: Scope): Promise<void> {
  const current = await readSession(deps.store, deps.clock());
  if (current && current.deckId === scope.deckId && current.section === scope.section) return;
  await beginSession(deps.store, scope, deps.clock());
}

export async function finishStudy(deps: Deps): Promise<void> {
  await endSession(deps.store);
}

/**
 * The next card of the session. `prefer`: a card to show if it still can be, first of all the one
 * that was on screen when the program last stopped.
 */
export async function nextInStudy(deps: Deps, prefer?: CardId): Promise<Next> {
  const now = deps.clock();
  const session = await continueSession(deps.store, now);
  const [queue, reviews] = await Promise.all([
    readQueue(deps.store, scopeOf(session), now, LOOK_AHEAD),
    readSessionReviews(deps.store, session),
  ]);
  const answered = reviews.length;
  const ids = [prefer, ...queue.cards.map((card) => card.id)];
  for (const id of ids) {
    const showing = id && (await readCard(deps.store, id));
    if (!showing || (id === prefer && !canBeShown(showing, deps))) continue;
    // Not awaited: where the session stands is worth remembering, not worth waiting for.
    void rememberCard(deps.store, showing.card.id).catch(() => {});
    return { kind: 'card', showing, left: queue.left, answered };
  }
  return {
    kind: 'finished',
    summary: summaryOf(reviews),
    nextLearningAtMillis: queue.nextLearningAtMillis,
  };
}

/**
 * Opens the review screen: on today's unfinished session, or on a new one of everything. The card
 * to resume at, which was on screen when the program last stopped.
 */
export async function openStudy(deps: Deps): Promise<CardId | undefined> {
  const open = await readSession(deps.store, deps.clock());
  return (open ?? (await beginSession(deps.store, {}, deps.clock()))).cardId;
}

function scopeOf({ deckId, section }: SessionRow): Scope {
  return {
    ...(deckId === undefined ? {} : { deckId }),
    ...(section === undefined ? {} : { section }),
  };
}

/** Still to be studied today: not suspended, not buried, and due. */
function canBeShown({ card, settings }: CardInFull, deps: Deps): boolean {
  const now = deps.clock();
  const today = studyDayOf(now, settings.rolloverHour);
  if (!isActive(card) || card.buriedUntil > today) return false;
  const { schedule } = card;
  switch (schedule.state) {
    case 'new':
      return true;
    case 'review':
      return schedule.dueDay <= today;
    case 'learning':
    case 'relearning':
      return schedule.dueAtMillis <= now.atMillis + settings.learnAheadMinutes * 60_000;
  }
}

function summaryOf(reviews: readonly Review[]): Summary {
  return {
    answers: reviews.length,
    cards: new Set(reviews.map((review) => review.cardId)).size,
    recalled: reviews.filter((review) => review.grade > 1).length,
    millis: reviews.reduce((sum, review) => sum + review.durationMillis, 0),
  };
}
