import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { editedNotes } from '../../parts/notes-changed.ts';
import { list, noteEdit, object } from '../../shapes.ts';

/** New text: schedules stay, cards follow their slots (NOTE-2). */
export const editNotesKind = defineKind({
  name: 'edit-notes',
  // 2: an edit may label its note, so that “marked” typed among its tags is no step of its own.
  version: 2,
  shape: object({ edits: list(noteEdit) }),
  word: t`edit`,
  upgrade: { 1: (fields) => fields },
  about: ({ edits }) => ({ noteIds: edits.map(({ noteId }) => noteId) }),
  reach: ({ edits }) => ({ noteIds: edits.map(({ noteId }) => noteId) }),
  effects: ({ edits }, stamp, rows) => editedNotes(stamp.atMillis, edits, rows),
});
