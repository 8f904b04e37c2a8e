import type { Deck } from '../domain/collection/deck.ts';
import { printDeck } from '../domain/deck/print.ts';
import type { Result } from '../domain/problem.ts';
import { readDeckNotes } from '../store/decks.ts';
import type { Deps } from './deps.ts';

/**
 * Saves a deck as a file that can be edited and loaded again: its notes as they are now, the
 * person's own edits included, archived ones left out. false: the person chose not to.
 */
export async function saveDeck(deps: Deps, deck: Deck): Promise<Result<boolean>> {
  const { notes } = await readDeckNotes(deps.store, deck.id);
  const inStudy = notes
    .filter((note) => !note.archived)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return deps.platform.saveTextFile(`${deck.id}.md`, printDeck(deck, inStudy));
}
