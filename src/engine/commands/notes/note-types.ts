import type { NoteType } from '../../../domain/content/note-type.ts';
import type { NoteTypeId } from '../../../kernel/ids.ts';
import { plain } from '../plain.ts';

/** Saves a new or changed type; its notes' cards follow its templates. */
export const saveNoteType = plain((noteType: NoteType) => ({ kind: 'set-note-type', noteType }));

/** Deletes a type of the person's own, or takes a stock type back to how it came. */
export const deleteNoteType = plain((noteTypeId: NoteTypeId) => ({
  kind: 'delete-note-type',
  noteTypeId,
}));
