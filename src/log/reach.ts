import type { OperationBody } from './operation.ts';
import type { Reach } from '../domain/collection/rows.ts';

/** The rows that `body` reads or writes. An undo's rows are its target's and stand in the log. */
export function reachOf(body: OperationBody): Reach {
  switch (body.kind) {
    case 'load-deck':
      return { notesOfDeck: body.deckId, deckIds: [body.deckId] };
    case 'answer':
      // Only a lapse can change the note: it may make the card a leech.
      return { cardIds: [body.cardId], withoutNotes: body.grade > 1 };
    case 'add-notes':
      return {
        noteIds: body.notes.map((note) => note.id),
        deckIds: [...new Set(body.notes.map((note) => note.deckId))],
      };
    case 'edit-notes':
      return { noteIds: body.edits.map((edit) => edit.noteId) };
    case 'mark':
    case 'tag':
    case 'archive':
    case 'change-type':
    case 'delete-notes':
      return { noteIds: body.noteIds };
    case 'rename-section':
      return { noteIds: body.noteIds, allOverlays: true };
    case 'move-notes':
      // A new deck's name must be none of theirs.
      return body.newDeck
        ? { noteIds: body.noteIds, allDecks: true }
        : { noteIds: body.noteIds, deckIds: [body.deckId] };
    case 'set-note-type':
      return { notesOfType: body.noteType.id };
    case 'delete-note-type':
      return { notesOfType: body.noteTypeId };
    case 'create-deck':
    case 'rename-decks':
    case 'delete-preset':
      return { allDecks: true };
    case 'delete-decks':
      return {
        noteIds: body.noteIds,
        deckIds: body.moveTo === undefined ? body.deckIds : [...body.deckIds, body.moveTo],
        allOverlays: true,
      };
    case 'set-deck-preset':
      return { deckIds: body.deckIds };
    case 'suspend':
    case 'bury':
    case 'flag':
    case 'release':
    case 'set-due':
    case 'reschedule':
    case 'forget':
    case 'redate':
      return { cardIds: body.cardIds, withoutNotes: true };
    case 'add-media':
      return { mediaNames: body.files.map((file) => file.id) };
    case 'delete-media':
      return { mediaNames: body.names };
    case 'rename-media':
      return {
        mediaNames: [body.from, body.to],
        noteIds: body.edits.map((edit) => edit.noteId),
      };
    case 'save-search':
      return { searchIds: [body.search.id] };
    case 'delete-search':
      return { searchIds: [body.searchId] };
    case 'set-overlay':
      return { overlayIds: [body.overlay.id], withoutNotes: true };
    case 'delete-overlay':
      return { overlayIds: [body.overlayId], withoutNotes: true };
    case 'cram-answer':
      return { cardIds: [body.cardId], withoutNotes: true };
    case 'settle-cram':
      return { cardIds: body.cardIds, cramAnswerIds: body.answerIds, withoutNotes: true };
    case 'undo':
    case 'set-preset':
    case 'set-study':
      return {};
  }
}
