import type { Deck } from '../../domain/collection/deck.ts';
import { deckGrave } from '../../domain/collection/saved-search.ts';
import type { Note } from '../../domain/content/note.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import type { OperationBody } from '../../log/operation.ts';
import { unpackBodies } from '../log/payloads.ts';
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

type LoadedDeck = Extract<OperationBody, { readonly kind: 'load-deck' }>;

/** Operations looked at in one request. */
const PAGE = 1000;

/**
 * The ids of all notes that the program itself has ever loaded into the deck. Reads the whole log, a
 * page at a time; what stands damaged in it says nothing.
 */
export async function notesOnceShipped(
  db: RoundsDatabase,
  deckId: DeckId,
): Promise<ReadonlySet<NoteId>> {
  const found = new Set<NoteId>();
  for (let after = ''; ; ) {
    const page = await db.operations.where('id').above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (!last) return found;
    const loads = page.filter(
      ({ origin, body }) => origin === 'program' && body?.kind === 'load-deck',
    );
    const bodies = await unpackBodies(
      db,
      loads.map(({ body }) => body),
    );
    for (const body of bodies as readonly (Partial<LoadedDeck> | undefined)[]) {
      if (body?.deckId !== deckId) continue;
      for (const draft of body.drafts ?? []) found.add(draft.id);
    }
    after = last.id;
  }
}
