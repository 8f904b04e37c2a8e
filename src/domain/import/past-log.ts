import type { CardId, DeckId } from '../../kernel/ids.ts';

/**
 * A line of a card's log as another program kept it, Anki's columns. What is no answer (cramming,
 * dates set by hand, forgetting) is kept with the rest, and counts for nothing.
 */
export interface PastEntry {
  readonly atMillis: number;
  /** 1 to 4 as graded; 0: by hand. */
  readonly grade: number;
  /** Days above 0, seconds below. */
  readonly interval: number;
  readonly lastInterval: number;
  /** Ease in thousandths (SM-2), or difficulty; 0: the line counts for no schedule. */
  readonly factor: number;
  readonly durationMillis: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled. */
  readonly type: number;
}

/** What was answered on a card before it came here, in one row. */
export interface PastLog {
  /** The id under which the card's answers are logged. */
  readonly id: CardId;
  /** By which days are counted: where the person was when it came. */
  readonly utcOffsetMinutes: number;
  readonly rolloverHour: number;
  /** Entries in the order of time (packed-log.ts). */
  readonly packed: string;
}

/** A past log as it is kept here. */
export interface KeptPastLog extends PastLog {
  /** The deck that its answers count for: the card's when it first came. */
  readonly deckId: DeckId;
}

/** What a line of a log means for a schedule (ANKI-8). */
export type EntryKind =
  /** An answer that counts. */
  | 'answer'
  /** Given in a filtered deck that reschedules nothing. */
  | 'cramming'
  /** The card was forgotten: what came before no longer counts. */
  | 'reset'
  /** A date set by a person, or by a change of options. */
  | 'manual';

const FILTERED = 3;
const MANUAL = 4;

export function kindOfEntry(grade: number, type: number, factor: number): EntryKind {
  if (type === FILTERED && factor === 0) return 'cramming';
  if (type === MANUAL && factor === 0) return 'reset';
  return grade >= 1 && grade <= 4 ? 'answer' : 'manual';
}
