import type { OperationBody } from './operation.ts';
import type { Reach } from './rows.ts';

/** The rows that `body` reads or writes. An undo's rows are its target's and stand in the log. */
export function reachOf(body: OperationBody): Reach {
  switch (body.kind) {
    case 'load-deck':
      return { deckId: body.deckId };
    case 'answer':
      // Only a lapse can change the note: it may make the card a leech.
      return { cardIds: [body.cardId], withoutNotes: body.grade > 1 };
    case 'edit-note':
    case 'mark':
      return { noteIds: [body.noteId] };
    case 'archive':
      return { noteIds: body.noteIds };
    case 'suspend':
    case 'bury':
    case 'flag':
    case 'set-due':
    case 'forget':
    case 'redate':
      return { cardIds: body.cardIds };
    case 'undo':
    case 'set-preset':
    case 'set-study':
      return {};
  }
}
