import { failed, ok } from '../../../kernel/problem.ts';
import { defineKind } from '../../kind.ts';
import { object, text } from '../../shapes.ts';

export const deleteSearchKind = defineKind({
  name: 'delete-search',
  version: 1,
  shape: object({ searchId: text }),
  word: 'delete search',
  about: () => ({}),
  reach: ({ searchId }) => ({ searchIds: [searchId] }),
  effects({ searchId }, _stamp, rows) {
    const before = rows.searches.get(searchId);
    if (!before) {
      return failed('That search is no longer there.', 'Nothing was changed.', 'Go on as it is.');
    }
    return ok({ changes: [{ table: 'searches', key: searchId, before, after: undefined }] });
  },
});
