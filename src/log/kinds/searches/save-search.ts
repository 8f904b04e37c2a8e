import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, savedSearch } from '../../shapes.ts';

export const saveSearchKind = defineKind({
  name: 'save-search',
  version: 1,
  shape: object({ search: savedSearch }),
  word: t`save search`,
  about: ({ search }) => ({ name: search.name }),
  reach: ({ search }) => ({ searchIds: [search.id] }),
  effects({ search }, _stamp, rows) {
    if (search.name.trim() === '') {
      return failed(t`A saved search needs a name.`, t`Nothing was saved.`, t`Give it a name.`);
    }
    const before = rows.searches.get(search.id);
    return ok({ changes: [{ table: 'searches', key: search.id, before, after: search }] });
  },
});
