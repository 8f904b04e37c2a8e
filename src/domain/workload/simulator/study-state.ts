import { seededFraction } from '../../../kernel/seeded.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { DueByDay } from '../../balance/days-ahead.ts';
import {
  cardColumnsOf,
  NEW_STATE,
  nextDay,
  REVIEW_STATE,
} from '../../statistics/columns/card-columns.ts';
import type { CardToTell } from '../../statistics/columns/scoped.ts';

/** Never due: it was not shown yet. */
export const UNSEEN = -0x8000_0000;
/** Farther away than this is never, and as long ago as this is always: dates may be damaged. */
const FARTHEST = 100_000;

/** The cards in study of some decks, in columns; days count from today, which is 0. */
export interface StudyState {
  readonly today: StudyDay;
  /** Reviews due on each day ahead of all other cards of the collection. */
  readonly dueElsewhere: DueByDay;
  readonly length: number;
  /** Index in the list of decks. */
  readonly deck: Uint16Array;
  /** When the card is asked for next, below 0 since so long; or UNSEEN. */
  readonly due: Int32Array;
  /** 1: it is in steps, which no limit holds. */
  readonly isInSteps: Uint8Array;
  /** The day of the last answer, 0 or less. */
  readonly last: Int32Array;
  /** Days that the last answer gave. */
  readonly interval: Int32Array;
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  /** What tells the chances of one card from those of another. */
  readonly seed: Int32Array;
  /** Answers given since today. */
  readonly answers: Uint16Array;
  /** By deck: the cards that were never shown today or before, and how many were since. */
  readonly unseen: readonly Int32Array[];
  readonly begun: Int32Array;
}

/** `cards` as they are; those out of study, and of decks that are not in `deckIds`, are left out. */
export function studyStateOf(
  cards: readonly CardToTell[],
  deckIds: readonly DeckId[],
  today: StudyDay,
  dueElsewhere: DueByDay = new Map(),
): StudyState {
  const placeOf = new Map(deckIds.map((id, place) => [id, place]));
  const all = cardColumnsOf(cards);
  const kept: number[] = [];
  const seeds = new Float64Array(all.length);
  for (let at = 0; at < all.length; at++) {
    const each = cards[at];
    if (!each || all.isActive[at] !== 1 || !placeOf.has(each.deck.id)) continue;
    kept.push(at);
    seeds[at] = seededFraction(each.card.id);
  }
  // The day that one is given depends on those before it, so these are the same whatever the order.
  kept.sort((one, other) => (seeds[one] ?? 0) - (seeds[other] ?? 0));
  const empty = emptyState(kept.length, deckIds.length);
  const state = { ...empty, today, dueElsewhere };
  const unseen: number[][] = deckIds.map(() => []);
  kept.forEach((at, row) => {
    const each = cards[at];
    if (!each) return;
    const deck = placeOf.get(each.deck.id) ?? 0;
    state.deck[row] = deck;
    state.seed[row] = (seeds[at] ?? 0) * 0x1_0000_0000;
    if (all.state[at] === NEW_STATE) {
      state.due[row] = UNSEEN;
      unseen[deck]?.push(row);
      return;
    }
    const isInSteps = all.state[at] !== REVIEW_STATE;
    const due = isInSteps ? today : (all.dueDay[at] ?? today);
    state.isInSteps[row] = isInSteps ? 1 : 0;
    state.due[row] = near(Math.max(due, all.buriedUntil[at] ?? 0) - today);
    // A clock that ran ahead leaves answers of days to come.
    state.last[row] = Math.min(0, near((all.lastDay[at] ?? today) - today));
    state.interval[row] = all.interval[at] ?? 0;
    state.stability[row] = all.stability[at] ?? 1;
    state.difficulty[row] = all.difficulty[at] ?? 5;
  });
  return { ...state, unseen: unseen.map((rows) => Int32Array.from(rows)) };
}

/** On which days cards in study are due that are not played out. */
export function dueByDayOf(cards: readonly CardToTell[], today: StudyDay): DueByDay {
  const due = new Map<StudyDay, number>();
  const columns = cardColumnsOf(cards);
  for (let at = 0; at < columns.length; at++) {
    const day = nextDay(columns, at, today);
    if (day > today) due.set(day, (due.get(day) ?? 0) + 1);
  }
  return due;
}

function near(days: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, days || 0));
}

/** The same, to be changed by itself. */
export function copyOfState(state: StudyState): StudyState {
  return {
    ...state,
    due: state.due.slice(),
    isInSteps: state.isInSteps.slice(),
    last: state.last.slice(),
    interval: state.interval.slice(),
    stability: state.stability.slice(),
    difficulty: state.difficulty.slice(),
    answers: state.answers.slice(),
    begun: state.begun.slice(),
  };
}

function emptyState(length: number, decks: number): Omit<StudyState, 'today' | 'dueElsewhere'> {
  return {
    length,
    deck: new Uint16Array(length),
    due: new Int32Array(length),
    isInSteps: new Uint8Array(length),
    last: new Int32Array(length),
    interval: new Int32Array(length),
    stability: new Float64Array(length),
    difficulty: new Float64Array(length),
    seed: new Int32Array(length),
    answers: new Uint16Array(length),
    begun: new Int32Array(decks),
    unseen: Array.from({ length: decks }, () => new Int32Array()),
  };
}
