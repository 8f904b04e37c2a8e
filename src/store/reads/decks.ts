import type { Deck } from '../../domain/collection/deck.ts';
import { deckGrave } from '../../domain/collection/saved-search.ts';
import type { Note } from '../../domain/content/note.ts';
import type { RoundsDatabase } from '../schema.ts';

/** A deck and all its notes, archived ones too. */
export function readDeckNotes(
  db: RoundsDatabase,
  deckId: string,
): Promise<{ readonly deck: Deck | undefined; readonly notes: readonly Note[] }> {
  return db.transaction('r', db.decks, db.notes, async () => {
    const [deck, notes] = await Promise.all([
      db.decks.get(deckId),
      db.notes.where('deckId').equals(deckId).toArray(),
    ]);
    return { deck, notes };
  });
}

export function readDecks(db: RoundsDatabase): Promise<Deck[]> {
  return db.decks.toArray();
}

/** Whether a person has deleted the deck and not brought it back. */
export async function isDeckDeleted(db: RoundsDatabase, deckId: string): Promise<boolean> {
  return (await db.graves.get(deckGrave(deckId))) !== undefined;
}
