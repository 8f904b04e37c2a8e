import type { Deck } from '../../../domain/collection/deck.ts';
import { printDeck } from '../../../domain/deck-text/print-deck.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { readDeckFile } from '../../deck-file.ts';
import type { Deps } from '../../deps.ts';
import { fileNameOf } from '../../export/file-name.ts';
import { inWords } from '../../in-words.ts';

export interface SavedDeck {
  /** false: the person chose not to. */
  readonly isSaved: boolean;
  /** Notes that a deck file cannot hold (see the query `deckFile`). */
  readonly leftOut: number;
}

/**
 * Saves a deck as a file that can be edited and loaded again: its notes as they are now, the
 * person's own edits included, archived ones left out. It is named after the deck.
 */
export function saveDeck(deps: Deps, deck: Deck): Promise<Result<SavedDeck>> {
  return inWords(async () => {
    const { drafts, left } = await readDeckFile(deps.store, deck.id);
    const saved = await deps.platform.saveTextFile(
      `${fileNameOf(deck.name, deck.id)}.md`,
      printDeck(deck, drafts),
    );
    return saved.ok ? ok({ isSaved: saved.value, leftOut: left.length }) : saved;
  });
}
