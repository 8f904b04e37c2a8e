import { ok } from '../../../kernel/problem.ts';
import { defineKind } from '../../kind.ts';
import { deletions, noteGone } from '../../parts/notes-changed.ts';
import { list, noteId, object } from '../../shapes.ts';

/** Notes and cards go; their answers stay in the log. */
export const deleteNotesKind = defineKind({
  name: 'delete-notes',
  version: 1,
  shape: object({ noteIds: list(noteId) }),
  word: 'delete',
  about: ({ noteIds }) => ({ noteIds }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects({ noteIds }, _stamp, rows) {
    const changes = deletions(noteIds, rows);
    return changes.length > 0 ? ok({ changes }) : noteGone();
  },
});
