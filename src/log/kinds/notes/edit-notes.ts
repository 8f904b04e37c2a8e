import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { editedNotes } from '../../parts/notes-changed.ts';
import { list, noteEdit, object } from '../../shapes.ts';

/** New text: schedules stay, cards follow their slots (NOTE-2). */
export const editNotesKind = defineKind({
  name: 'edit-notes',
  version: 1,
  shape: object({ edits: list(noteEdit) }),
  word: t`edit`,
  about: ({ edits }) => ({ noteIds: edits.map(({ noteId }) => noteId) }),
  reach: ({ edits }) => ({ noteIds: edits.map(({ noteId }) => noteId) }),
  effects: ({ edits }, stamp, rows) => editedNotes(stamp.atMillis, edits, rows),
});
