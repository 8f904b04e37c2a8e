import type { Change } from '../../../domain/collection/rows.ts';
import { stockType } from '../../../domain/content/stock.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { followed, typeGone } from '../../parts/type-followed.ts';
import { noteTypeId as noteTypeIdShape, object } from '../../shapes.ts';

/** A person's own type that no note has; a changed stock type goes back to how it came. */
export const deleteNoteTypeKind = defineKind({
  name: 'delete-note-type',
  version: 1,
  shape: object({ noteTypeId: noteTypeIdShape }),
  word: t`delete note type`,
  about: () => ({}),
  reach: ({ noteTypeId }) => ({ notesOfType: noteTypeId }),
  effects({ noteTypeId }, _stamp, rows) {
    const before = rows.noteTypes.get(noteTypeId);
    const stock = stockType(noteTypeId);
    if (!before) return typeGone();
    const users = [...rows.notes.values()].filter((note) => note.noteTypeId === noteTypeId);
    if (!stock && users.length > 0) {
      return failed(
        plural(users.length, 'A note has this type.', '# notes have this type.'),
        t`The type and its notes are as they were.`,
        t`Give those notes another type first, or delete them.`,
      );
    }
    const typeChange: Change = { table: 'noteTypes', key: noteTypeId, before, after: undefined };
    const noteTypes = new Map(rows.noteTypes);
    noteTypes.delete(noteTypeId);
    return ok({ changes: [typeChange, ...(stock ? followed(stock, noteTypes, rows) : [])] });
  },
});
