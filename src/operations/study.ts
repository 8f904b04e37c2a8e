import { type Summary, summaryOf } from '../domain/collection/summary.ts';
import type { CardId } from '../domain/ids.ts';
import { canonical } from '../domain/operation/state-hash.ts';
import { ok, type Result } from '../domain/problem.ts';
import type { KindCounts } from '../domain/queue/allowance.ts';
import { canBeAsked } from '../domain/queue/askable.ts';
import { type ClockReading, studyDayOf } from '../domain/scheduling/study-day.ts';
import { type CardInFull, readCard } from '../store/card-info.ts';
import { readQueue, type Scope } from '../store/queue.ts';
import {
  beginSession,
  continueSession,
  endSession,
  readSession,
  readSessionReviews,
  rememberCard,
  scopeOf,
} from '../store/session.ts';
import { readingProblem, storageProblem } from '../store/storage-problem.ts';
import type { Deps } from './deps.ts';

export type { CardInFull, Scope };

/** A few are enough to find one that can be shown; the next question asks again. */
const LOOK_AHEAD = 8;

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
export async function beginStudy(deps: Deps, scope: Scope): Promise<Result<void>> {
  try {
    const current = await readSession(deps.store, deps.clock());
    if (current && canonical(scopeOf(current)) === canonical(scopeOf(scope))) return ok(undefined);
    await beginSession(deps.store, scope, deps.clock());
    return ok(undefined);
  } catch (error) {
    return storageProblem(error);
  }
}

/** Never rejects: that a session is over is worth remembering, not worth failing for. */
export async function finishStudy(deps: Deps): Promise<void> {
  await endSession(deps.store).catch(() => {});
}

/**
 * The next card of the session. `prefer`: a card to show if it still can be, first of all the one
 * that was on screen when the program last stopped.
 */
export async function nextInStudy(deps: Deps, prefer?: CardId): Promise<Result<Next>> {
  try {
    return ok(await next(deps, prefer));
  } catch (error) {
    return readingProblem(error);
  }
}

async function next(deps: Deps, prefer: CardId | undefined): Promise<Next> {
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
    if (!showing || (id === prefer && !isStillAsked(showing, now))) continue;
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
export async function openStudy(deps: Deps): Promise<Result<CardId | undefined>> {
  try {
    const open = await readSession(deps.store, deps.clock());
    return ok((open ?? (await beginSession(deps.store, {}, deps.clock()))).cardId);
  } catch (error) {
    return storageProblem(error);
  }
}

function isStillAsked({ card, settings }: CardInFull, now: ClockReading): boolean {
  return canBeAsked(card, {
    atMillis: now.atMillis,
    today: studyDayOf(now, settings.rolloverHour),
    learnAheadMinutes: settings.learnAheadMinutes,
  });
}
