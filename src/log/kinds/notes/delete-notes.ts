import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { deletions, deletionsForGood, noteGone, withoutGraves } from '../../parts/notes-changed.ts';
import { list, noteId, object, optional, truth } from '../../shapes.ts';

/** Notes and cards go; their answers stay in the log. Version 1 left no graves of imported notes. */
export const deleteNotesKind = defineKind({
  name: 'delete-notes',
  version: 2,
  shape: object({ noteIds: list(noteId), leavesNoGraves: optional(truth) }),
  word: t`delete`,
  about: ({ noteIds }) => ({ noteIds }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects({ noteIds, leavesNoGraves }, _stamp, rows) {
    const changes = leavesNoGraves ? deletions(noteIds, rows) : deletionsForGood(noteIds, rows);
    return changes.length > 0 ? ok({ changes }) : noteGone();
  },
  upgrade: { 1: withoutGraves },
});
