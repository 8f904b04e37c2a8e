import type { Deck } from '../../../domain/collection/deck.ts';
import { draftOfNote } from '../../../domain/content/draft-text.ts';
import { canBePrinted, printDeck } from '../../../domain/deck-text/print-deck.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { readDeckNotes } from '../../../store/reads/decks.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';

export interface SavedDeck {
  /** false: the person chose not to. */
  readonly isSaved: boolean;
  /** Notes that a deck file cannot hold: other types, formatted text, media, no section, no question. */
  readonly leftOut: number;
}

/**
 * Saves a deck as a file that can be edited and loaded again: its notes as they are now, the
 * person's own edits included, archived ones left out.
 */
export function saveDeck(deps: Deps, deck: Deck): Promise<Result<SavedDeck>> {
  return inWords(() => save(deps, deck));
}

async function save(deps: Deps, deck: Deck): Promise<Result<SavedDeck>> {
  const { notes } = await readDeckNotes(deps.store, deck.id);
  const inStudy = notes
    .filter((note) => !note.archived)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const drafts = inStudy.map((note) =>
    note.id.startsWith(`${deck.id}:`) ? draftOfNote(note) : undefined,
  );
  const inFile = drafts
    .filter((draft) => draft !== undefined)
    .filter((draft) => canBePrinted(deck, draft));
  const saved = await deps.platform.saveTextFile(`${deck.id}.md`, printDeck(deck, inFile));
  if (!saved.ok) return saved;
  return ok({ isSaved: saved.value, leftOut: inStudy.length - inFile.length });
}
