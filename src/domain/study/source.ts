import type { PlannedCard } from '../exam/day/day-plan.ts';
import type { CramAnswer } from '../cram/ledger.ts';
import type { CardId, CramId, DeckId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** What is studied: everything, one deck with those below it, a section, or chosen cards. */
export interface Scope {
  readonly deckId?: DeckId;
  readonly section?: string;
  /** The cards of a search, as found when the session began. */
  readonly cardIds?: readonly CardId[];
  /** What the chosen cards are called on screen. */
  readonly name?: string;
  /** What an exam, a break, a catch-up or so many minutes made of today. */
  readonly plan?: SessionPlan;
  /** A round of cramming over `cardIds`, whose answers go to the ledger. */
  readonly cramId?: CramId;
}

/** The cards that a session was planned with, and the time it has. */
export interface SessionPlan {
  /** The day it was made for. */
  readonly studyDay: StudyDay;
  readonly cards: readonly PlannedCard[];
  /** Time for the session; absent: no limit. */
  readonly budgetMillis?: number;
  /** The minutes that were asked for ("I have 10 minutes now"); absent: the day's own budget. */
  readonly minutesAsked?: number;
  /** Cards of the coming days, because the person wanted more than today asks for (TODAY-14). */
  readonly isAhead?: boolean;
}

/** Where the next cards come from. */
export type Source = DueSource | ChosenSource | PlannedSource | CrammedSource;

/** What is due and new today. */
export interface DueSource {
  readonly kind: 'due';
  /** With the decks below it; absent: all decks. */
  readonly deckId?: DeckId;
  readonly section?: string;
}
/** What is due and new among some cards (QUEUE-11). */
export interface ChosenSource {
  readonly kind: 'chosen';
  readonly cardIds: readonly CardId[];
}
/** A plan's cards in their turn, until its time is spent (EXAM-17). */
export interface PlannedSource {
  readonly kind: 'planned';
  readonly plan: SessionPlan;
  readonly progress: Progress;
}
/** All of some cards, until each was recalled (CRAM-3). */
export interface CrammedSource {
  readonly kind: 'crammed';
  readonly cardIds: readonly CardId[];
  /** The answers of the round, oldest first. */
  readonly answers: readonly CramAnswer[];
}

/** How far a planned session is. */
export interface Progress {
  /** Cards answered in the session, by the ids under which their answers are logged. */
  readonly answered: ReadonlySet<CardId>;
  readonly spentMillis: number;
}

const NO_PROGRESS: Progress = { answered: new Set(), spentMillis: 0 };

/** The source of a session of study of `scope`, so far; of a round of cramming: crammed. */
export function sourceOf(scope: Scope, progress: Progress = NO_PROGRESS): Source {
  const { deckId, section, cardIds, plan } = scope;
  if (plan) return { kind: 'planned', plan, progress };
  if (cardIds) return { kind: 'chosen', cardIds };
  return {
    kind: 'due',
    ...(deckId === undefined ? {} : { deckId }),
    ...(section === undefined ? {} : { section }),
  };
}
