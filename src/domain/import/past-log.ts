import type { CardId } from '../../kernel/ids.ts';

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
