import type { Change } from '../../../domain/collection/rows.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { mediaGone } from '../../parts/media-names.ts';
import { list, object, text } from '../../shapes.ts';

/** The names go; the bytes stay until the person frees their space, so that undo is exact. */
export const deleteMediaKind = defineKind({
  name: 'delete-media',
  version: 1,
  shape: object({ names: list(text) }),
  word: t`delete file`,
  about: ({ names }) => (names[0] === undefined ? {} : { name: names[0] }),
  reach: ({ names }) => ({ mediaNames: names }),
  effects({ names }, _stamp, rows) {
    const changes = [...new Set(names)].flatMap((key): Change[] => {
      const before = rows.media.get(key);
      return before ? [{ table: 'media', key, before, after: undefined }] : [];
    });
    return changes.length > 0 ? ok({ changes }) : mediaGone();
  },
});
