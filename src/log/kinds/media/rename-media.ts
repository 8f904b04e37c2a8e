import type { Change } from '../../../domain/collection/rows.ts';
import type { MediaName } from '../../../domain/media/media-file.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { mediaGone, mediaNameTaken } from '../../parts/media-names.ts';
import { editedNotes } from '../../parts/notes-changed.ts';
import { list, noteEdit, object, text } from '../../shapes.ts';

/**
 * Files under other names, and the notes that refer to them. Version 1 was called `rename-media`
 * and renamed one file; version 2 takes all that a check mends in one step.
 */
export const renameMediaKind = defineKind({
  name: 'rename-media',
  version: 2,
  shape: object({ renames: list(object({ from: text, to: text })), edits: list(noteEdit) }),
  word: t`rename file`,
  about: ({ renames, edits }) => ({
    noteIds: edits.map(({ noteId }) => noteId),
    ...(renames[0] ? { name: renames[0].from } : {}),
  }),
  reach: ({ renames, edits }) => ({
    mediaNames: renames.flatMap(({ from, to }) => [from, to]),
    noteIds: edits.map(({ noteId }) => noteId),
  }),
  effects({ renames, edits }, stamp, rows) {
    const files: Change[] = [];
    const taken = new Set<string>();
    for (const { from, to } of renames) {
      const before = rows.media.get(from);
      if (!before) return mediaGone();
      if (rows.media.has(to) || taken.has(to)) return mediaNameTaken(to);
      taken.add(to);
      files.push({ table: 'media', key: from, before, after: undefined });
      const after = { ...before, id: to as MediaName };
      files.push({ table: 'media', key: to, before: undefined, after });
    }
    const edited = editedNotes(stamp.atMillis, edits, rows);
    const changes = [...files, ...(edited.ok ? edited.value.changes : [])];
    if (changes.length > 0) return ok({ changes });
    return failed(t`There is nothing left to mend.`, t`Nothing was changed.`, t`Check again.`);
  },
  upgrade: {
    1: ({ from, to, edits }: { from: string; to: string; edits: unknown }) => ({
      renames: [{ from, to }],
      edits,
    }),
  },
});
