import type { CardId, DeckId } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import type { Schedule } from '../memory/schedule.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** 0 none; 1 red, 2 orange, 3 green, 4 blue, 5 pink, 6 turquoise, 7 purple. */
export type Flag = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const FLAG_NAMES = [
  t`No flag`,
  t`Red`,
  t`Orange`,
  t`Green`,
  t`Blue`,
  t`Pink`,
  t`Turquoise`,
  t`Purple`,
] as const;

/** One question of a note, with its place in the schedule. Its note and slot are in its id. */
export interface Card {
  readonly id: CardId;
  readonly deckId: DeckId;
  /** The note's sections, kept here so that a queue by section needs no second read. */
  readonly sections: readonly string[];
  /** The note's order within the deck; new cards come in this order. */
  readonly position: number;
  readonly schedule: Schedule;
  readonly flag: Flag;
  readonly suspended: boolean;
  /** The first study day on which the card may be shown again; 0 when not buried. */
  readonly buriedUntil: StudyDay;
  /**
   * The same where a person buried the card by hand; absent: nobody did. An exam's plan lifts what
   * siblings and releases put off, never what a person did (EXAM-21).
   */
  readonly putAwayUntil?: StudyDay;
  /** The note is archived, or no longer has this slot: kept with its history, never shown. */
  readonly absent: boolean;
  /**
   * Under which card's id its answers are logged; absent: its own. A change of note type carries a
   * schedule from one slot to another, and its history goes with it.
   */
  readonly historyId?: CardId;
}

/** Under which id the card's answers are logged. */
export function historyIdOf(card: Card): CardId {
  return card.historyId ?? card.id;
}

/** Whether a person buried the card by hand, beyond `today`. */
export function isPutAway({ buriedUntil, putAwayUntil }: Card, today: StudyDay): boolean {
  return Math.min(buriedUntil, putAwayUntil ?? 0) > today;
}

/** Whether `card` takes part in study at all (it may still be buried or not yet due). */
export function isActive(card: Card): boolean {
  return !card.suspended && !card.absent;
}
