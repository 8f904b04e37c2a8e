import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { list, noteId, object, truth } from '../../shapes.ts';

export const archiveKind = defineKind({
  name: 'archive',
  version: 1,
  shape: object({ noteIds: list(noteId), archived: truth }),
  word: t`archive`,
  about: ({ noteIds, archived }) => ({ noteIds, ...(archived ? {} : { detail: t`brought back` }) }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects: ({ noteIds, archived }, _stamp, rows) =>
    changeNotes(noteIds, rows, (note) => ({ ...note, archived })),
});
