import type { Change } from '../../../domain/collection/rows.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { mediaNameTaken } from '../../parts/media-names.ts';
import { list, mediaFileShape, object } from '../../shapes.ts';

/** Files under names that are free; a name that is taken by other bytes is refused. */
export const addMediaKind = defineKind({
  name: 'add-media',
  version: 1,
  shape: object({ files: list(mediaFileShape) }),
  word: t`add file`,
  about: ({ files }) => (files[0] ? { name: files[0].id } : {}),
  reach: ({ files }) => ({ mediaNames: files.map((file) => file.id) }),
  effects({ files }, _stamp, rows) {
    const changes: Change[] = [];
    for (const file of files) {
      const before = rows.media.get(file.id);
      if (before && before.sha256 !== file.sha256) return mediaNameTaken(file.id);
      if (!before) changes.push({ table: 'media', key: file.id, before, after: file });
    }
    return ok({ changes });
  },
});
