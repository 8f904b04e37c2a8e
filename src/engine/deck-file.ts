import { draftsOfNotes, type LeftOut } from '../domain/content/draft-text.ts';
import type { NoteDraft } from '../domain/content/note.ts';
import { noteSummary } from '../domain/content/note-summary.ts';
import { BASIC, noteTypeOf } from '../domain/content/stock.ts';
import { canBePrinted } from '../domain/deck-text/print-deck.ts';
import type { DeckId } from '../kernel/ids.ts';
import { readDeckNotes } from '../store/reads/decks.ts';
import { readNoteTypes } from '../store/reads/notes.ts';
import type { RoundsDatabase } from '../store/schema.ts';

/** What a deck's file holds, and what it cannot. */
export interface DeckFile {
  readonly drafts: readonly NoteDraft[];
  /** Notes that stay out of it, each as lists show it. */
  readonly left: readonly { readonly summary: string; readonly why: LeftOut }[];
}

/** A deck's notes as they are now, archived ones left out, as facts of a file. */
export async function readDeckFile(store: RoundsDatabase, deckId: DeckId): Promise<DeckFile> {
  const { notes } = await readDeckNotes(store, deckId);
  const types = new Map((await readNoteTypes(store)).map((type) => [type.id as string, type]));
  const inStudy = notes
    .filter((note) => !note.archived)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const { drafts, left } = draftsOfNotes(inStudy);
  const deck = await store.decks.get(deckId);
  const strange = new Set(
    drafts.filter((draft) => deck && !canBePrinted(deck, draft)).map(({ id }) => id),
  );
  const shapeless = inStudy
    .filter(({ id }) => strange.has(id))
    .map((note) => ({ note, why: 'shape' as const }));
  return {
    drafts: drafts.filter(({ id }) => !strange.has(id)),
    left: [...left, ...shapeless].map(({ note, why }) => ({
      summary: noteSummary(note, noteTypeOf(note.noteTypeId, types) ?? BASIC),
      why,
    })),
  };
}
