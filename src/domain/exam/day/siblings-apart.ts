import { type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import type { PlannedCard } from './day-plan.ts';

/** So many other cards at least lie between two of a note, where there are enough. */
export const APART = 8;

/**
 * The cards in their order, but for siblings: each waits until `APART` others have come since the
 * last of its note. Where none is left that may come, the note longest away is next.
 */
export function siblingsApart(cards: readonly PlannedCard[]): PlannedCard[] {
  const apart: PlannedCard[] = [];
  /** By note: the place of its last card. */
  const last = new Map<NoteId, number>();
  /** Cards passed over, each note's in their order. */
  const waiting = new Map<NoteId, PlannedCard[]>();
  const isReady = (note: NoteId): boolean =>
    apart.length - (last.get(note) ?? Number.NEGATIVE_INFINITY) > APART;
  const take = (note: NoteId, card: PlannedCard): void => {
    last.set(note, apart.length);
    apart.push(card);
  };
  const longestAway = (): NoteId | undefined => {
    let first: NoteId | undefined;
    for (const note of waiting.keys()) {
      if (first === undefined || (last.get(note) ?? 0) < (last.get(first) ?? 0)) first = note;
    }
    return first;
  };
  const takeWaiting = (note: NoteId): void => {
    const [card, ...others] = waiting.get(note) ?? [];
    if (others.length > 0) waiting.set(note, others);
    else waiting.delete(note);
    if (card) take(note, card);
  };
  for (const card of cards) {
    const returning = longestAway();
    if (returning !== undefined && isReady(returning)) takeWaiting(returning);
    const note = noteIdOf(card.cardId);
    const own = waiting.get(note);
    if (own) own.push(card);
    else if (isReady(note)) take(note, card);
    else waiting.set(note, [card]);
  }
  for (let note = longestAway(); note !== undefined; note = longestAway()) takeWaiting(note);
  return apart;
}
