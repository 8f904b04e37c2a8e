import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, text } from '../../shapes.ts';

export const deleteSearchKind = defineKind({
  name: 'delete-search',
  version: 1,
  shape: object({ searchId: text }),
  word: t`delete search`,
  about: () => ({}),
  reach: ({ searchId }) => ({ searchIds: [searchId] }),
  effects({ searchId }, _stamp, rows) {
    const before = rows.searches.get(searchId);
    if (!before) {
      return failed(
        t`That search is no longer there.`,
        t`Nothing was changed.`,
        t`Go on as it is.`,
      );
    }
    return ok({ changes: [{ table: 'searches', key: searchId, before, after: undefined }] });
  },
});
