import type { Change } from '../../../domain/collection/rows.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { followed } from '../../parts/type-followed.ts';
import { noteType as noteTypeShape, object } from '../../shapes.ts';

/** A new or changed type: the cards of its notes follow its templates (NOTE-2). */
export const setNoteTypeKind = defineKind({
  name: 'set-note-type',
  version: 1,
  shape: object({ noteType: noteTypeShape }),
  word: t`note type`,
  about: ({ noteType }) => ({ name: noteType.name }),
  reach: ({ noteType }) => ({ notesOfType: noteType.id }),
  effects({ noteType }, _stamp, rows) {
    if (noteType.fields.length === 0 || noteType.templates.length === 0) {
      return failed(
        t`A note type needs at least one field and one card.`,
        t`The type is as it was.`,
        t`Add a field or a card to it.`,
      );
    }
    const key = noteType.id;
    const before = rows.noteTypes.get(key);
    const typeChange: Change = { table: 'noteTypes', key, before, after: noteType };
    const noteTypes = new Map(rows.noteTypes).set(key, noteType);
    return ok({ changes: [typeChange, ...followed(noteType, noteTypes, rows)] });
  },
});
