import type { DueByDay } from '../../balance/days-ahead.ts';
import type { Card } from '../../collection/card.ts';
import type { Deck, Preset } from '../../collection/deck.ts';
import type { DayTotals } from '../../collection/review.ts';
import type { CardId, DeckId, NoteId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { CardInLane } from '../lane.ts';
import type { Tally } from '../tally.ts';

/** Part of a lane: of one deck or (undefined) of all, at places below `below`. */
export interface LaneRange {
  readonly lane: 'new' | 'review';
  readonly deckId: DeckId | undefined;
  readonly below: number;
}

/**
 * What a queue is read from. Whoever implements it knows where rows lie and no rule: which are
 * wanted, and how many, is decided by the steps of the queue.
 */
export interface Ranges {
  decks(): Promise<readonly Deck[]>;
  presets(): Promise<readonly Preset[]>;
  /** Kept counts of a section ('' for whole decks), by deck; `deckIds` undefined: of all. */
  tallies(
    section: string,
    deckIds: readonly DeckId[] | undefined,
    until: StudyDay,
  ): Promise<ReadonlyMap<string, Tally>>;
  /** How many reviews of all decks come on each study day: for what is chosen within fuzz's reach. */
  dueByDay(): Promise<DueByDay>;
  /** Totals of one study day, by deck. */
  totals(
    studyDay: StudyDay,
    deckIds: readonly DeckId[] | undefined,
  ): Promise<ReadonlyMap<string, DayTotals>>;
  /** Every card in (re)learning steps, the first to come back first. */
  inSteps(): Promise<readonly CardInLane[]>;
  /** `count` rows of a lane by place and id, from `from` on (that place included) or the start. */
  lane(range: LaneRange, from: number | undefined, count: number): Promise<readonly CardInLane[]>;
  laneIds(range: LaneRange): Promise<readonly CardId[]>;
  /** The cards in the order of their ids; undefined where one is gone. */
  cards(ids: readonly CardId[]): Promise<readonly (Card | undefined)[]>;
  /** All cards of some notes. */
  cardsOfNotes(noteIds: ReadonlySet<NoteId>): Promise<readonly CardInLane[]>;
}

/** Reviews due by `today`, of one deck or (undefined) of all. */
export function dueRange(deckId: DeckId | undefined, today: StudyDay): LaneRange {
  return { lane: 'review', deckId, below: today + 1 };
}

export function newRange(deckId: DeckId): LaneRange {
  return { lane: 'new', deckId, below: Number.POSITIVE_INFINITY };
}
