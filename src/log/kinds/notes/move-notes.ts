import type { Effects, Rows } from '../../../domain/collection/rows.ts';
import type { Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { deckGone, inNewDeck } from '../../parts/new-deck.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { deckId as deckIdShape, list, noteId, object, optional, text } from '../../shapes.ts';

/** Notes go to a deck that is there, or to one that is made for them in the same step. */
export const moveNotesKind = defineKind({
  name: 'move-notes',
  version: 1,
  shape: object({
    noteIds: list(noteId),
    deckId: deckIdShape,
    newDeck: optional(object({ name: text, presetId: text })),
  }),
  word: t`move to deck`,
  about: ({ noteIds, deckId }) => ({ noteIds, deckIds: [deckId] }),
  reach: ({ noteIds, deckId, newDeck }) =>
    // A new deck's name must be none of theirs.
    newDeck ? { noteIds, allDecks: true } : { noteIds, deckIds: [deckId] },
  effects({ noteIds, deckId, newDeck }, _stamp, rows) {
    const move = (within: Rows): Result<Effects> =>
      changeNotes(noteIds, within, (note) => ({ ...note, deckId }));
    if (newDeck) return inNewDeck(deckId, newDeck, rows, move);
    return rows.decks.has(deckId) ? move(rows) : deckGone();
  },
});
