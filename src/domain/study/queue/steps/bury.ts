import type { Card } from '../../../collection/card.ts';
import { type DeckId, type NoteId, noteIdOf } from '../../../../kernel/ids.ts';

/**
 * Lets cards through one after the other: of decks with sibling burying, the first card of each
 * note, and none of a note in `waiting`, which has a card in steps (QUEUE-7, QUEUE-12).
 */
export function oncePerNote(
  burying: ReadonlySet<DeckId>,
  waiting: ReadonlySet<NoteId> = new Set(),
): (card: Card) => boolean {
  const taken = new Set(waiting);
  return ({ id, deckId }) => {
    if (!burying.has(deckId)) return true;
    const noteId = noteIdOf(id);
    if (taken.has(noteId)) return false;
    taken.add(noteId);
    return true;
  };
}
