import { siblingDays } from '../../../domain/balance/sibling-days.ts';
import type { PlannedCard } from '../../../domain/exam/day/day-plan.ts';
import type { PassedOver } from '../../../domain/study/queue/build.ts';
import { type CardId, type CramId, noteIdOf } from '../../../kernel/ids.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { KindCounts } from '../../../domain/study/limits.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { expectedSeconds } from '../../../domain/memory/time-estimate.ts';
import { type CardInFull, readToShow } from '../../../store/reads/card-info.ts';
import { readKeptQueue } from '../../../store/queue.ts';
import type { Scope } from '../../../domain/study/source.ts';
import type { SessionPlan } from '../../../domain/study/source.ts';
import type { SessionRow } from '../../../store/schema.ts';
import { isStillAsked } from '../../../domain/study/askable.ts';
import { momentOf, type Queue } from '../../../domain/study/queue/queue.ts';
import { sourceOf } from '../../../domain/study/source.ts';
import {
  beginSession,
  continueSession,
  endSession,
  readSession,
  rememberCard,
  scopeOf,
} from '../../../store/device/session.ts';
import { isTotalAt, readSessionTotal } from '../../../store/device/session-total.ts';
import type { AnsweredCard, SessionTotal, Summary } from '../../../domain/study/session-total.ts';
import { readingProblem, storageProblem } from '../../../store/storage-problem.ts';
import { standingOf } from './standing.ts';
import { nextInCram } from '../cram/next-in-cram.ts';
import type { Deps } from '../../deps.ts';
import { beginPlanOfToday, planAnew } from '../exams/plan-day.ts';

export type { CardInFull, Scope };

/** A few are enough to find one that can be shown; the next question asks again. */
export const LOOK_AHEAD = 8;

const NO_STEP = { changes: [], review: undefined, cards: new Map() } as const;

/** Where a session with a plan stands in time. */
export interface TimeOfSession {
  readonly spentMillis: number;
  /** Absent: the session has no limit of time. */
  readonly budgetMillis?: number;
}

/** What the review screen shows next. */
export type Next =
  | {
      readonly kind: 'card';
      readonly showing: CardInFull;
      readonly left: KindCounts;
      readonly answered: number;
      /** Cards that would come, and could not be drawn. */
      readonly passedOver?: readonly CardId[];
      /** Its line in the plan of an exam, a catch-up or the minutes at hand: why it is asked. */
      readonly planned?: PlannedCard;
      readonly time?: TimeOfSession;
      /** The round of cramming that the card is shown in: its grades go to the ledger. */
      readonly cram?: CramInSession;
    }
  | {
      readonly kind: 'finished';
      readonly summary: Summary;
      readonly cards: readonly AnsweredCard[];
      /** When a learning card comes back later today; ms. */
      readonly nextLearningAtMillis: number | undefined;
      /** The time of the session is spent, and cards of its plan are left. */
      readonly isTimeUp?: boolean;
      readonly passedOver?: readonly CardId[];
      readonly cram?: CramInSession;
    };

export interface CramInSession {
  readonly cramId: CramId;
  readonly name: string;
  readonly recalled: number;
  readonly cards: number;
}

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

/** That a session is over is worth remembering, not worth failing for. */
export async function finishStudy(deps: Deps): Promise<Result<void>> {
  try {
    return ok(await endSession(deps.store));
  } catch (error) {
    return storageProblem(error);
  }
}

/**
 * The next card of the session. `prefer`: a card to show if it still can be, first of all the one
 * that was on screen when the program last stopped. `passOver`: notes not to show.
 */
export async function nextInStudy(
  deps: Deps,
  prefer?: CardId,
  passOver?: PassedOver,
): Promise<Result<Next>> {
  try {
    const now = deps.clock();
    const session = await continueSession(deps.store, now);
    if (session.cramId !== undefined) return ok(await nextInCram(deps, session, passOver));
    const planned = await planAnew(deps, session, now);
    const shown = prefer && passOver?.has(noteIdOf(prefer)) ? undefined : prefer;
    return ok(await next(deps, planned, now, shown, passOver));
  } catch (error) {
    return readingProblem(error);
  }
}

/** The session's source, its queue, and of that the first card that is there to be shown. */
async function next(
  deps: Deps,
  session: SessionRow,
  now: ClockReading,
  prefer: CardId | undefined,
  passOver: PassedOver | undefined,
): Promise<Next> {
  const total = await readSessionTotal(deps.store, session);
  const source = sourceOf(scopeOf(session), total);
  const { queue, ranges, settings, writes } = await readKeptQueue(
    deps.store,
    source,
    now,
    LOOK_AHEAD,
    passOver,
  );
  if (isTotalAt(deps.store, total, writes)) {
    standingOf.set(deps.store, { session, settings, total, ranges, step: NO_STEP, writes });
  }
  const isOver = session.plan !== undefined && queue.cards.length === 0;
  const ids = [isOver ? undefined : prefer, ...queue.cards.map((card) => card.id)];
  const [decks, presets] = await Promise.all([ranges.decks(), ranges.presets()]);
  for (const id of ids) {
    const read = id && (await readToShow(deps.store, id, { decks, presets, settings }));
    if (!read) continue;
    const { card } = read.showing;
    if (id === prefer && !isStillAsked(card, source, momentOf(now, settings))) continue;
    // Not awaited: where the session stands is worth remembering, not worth waiting for.
    void rememberCard(deps.store, card.id).catch(() => {});
    const siblings = siblingDays(read.cards, card.id);
    const daysAhead = { due: await ranges.dueByDay(), siblings };
    return cardNext(session, total, queue, { ...read.showing, daysAhead });
  }
  return finishedNext(session, total, queue);
}

/** `showing` as the next card of a session that stands at `total`. */
export function cardNext(
  { plan }: SessionRow,
  { answers, spentMillis }: SessionTotal,
  { left, passedOver }: Queue,
  showing: CardInFull,
): Next {
  const planned = plan && plannedCard(plan, showing);
  return {
    kind: 'card',
    showing,
    left,
    answered: answers,
    ...(passedOver && { passedOver }),
    ...(planned && { planned }),
    ...(plan && { time: timeOf(spentMillis, plan.budgetMillis) }),
  };
}

/** The end of a session that came to `total`. */
export function finishedNext(
  { plan }: SessionRow,
  { summary, cards, spentMillis }: SessionTotal,
  { nextLearningAtMillis, passedOver }: Queue,
): Next {
  return {
    kind: 'finished',
    summary,
    cards,
    nextLearningAtMillis,
    ...(passedOver && { passedOver }),
    ...(plan && { isTimeUp: spentMillis >= (plan.budgetMillis ?? Number.POSITIVE_INFINITY) }),
  };
}

function plannedCard(plan: SessionPlan, { card }: CardInFull): PlannedCard | undefined {
  const { state } = card.schedule;
  if (state !== 'learning' && state !== 'relearning') {
    return plan.cards.find(({ cardId }) => cardId === card.id);
  }
  const why = { kind: 'learning', gain: 0 } as const;
  return { cardId: card.id, seconds: expectedSeconds('learning'), isNew: false, why };
}

function timeOf(spentMillis: number, budgetMillis: number | undefined): TimeOfSession {
  return { spentMillis, ...(budgetMillis === undefined ? {} : { budgetMillis }) };
}

/**
 * Opens the review screen: on today's unfinished session, or on a new one of what today asks for.
 * The card to resume at, which was on screen when the program last stopped.
 */
export async function openStudy(deps: Deps): Promise<Result<CardId | undefined>> {
  try {
    const open = await readSession(deps.store, deps.clock());
    if (open) return ok(open.cardId);
    if (!(await beginPlanOfToday(deps))) await beginSession(deps.store, {}, deps.clock());
    return ok(undefined);
  } catch (error) {
    return storageProblem(error);
  }
}
