import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, studySettings } from '../../shapes.ts';

export const setStudyKind = defineKind({
  name: 'set-study',
  version: 1,
  shape: object({ settings: studySettings }),
  word: t`study settings`,
  about: () => ({}),
  reach: () => ({}),
  effects({ settings }, _stamp, rows) {
    const before = rows.settings.get('study');
    return ok({ changes: [{ table: 'settings', key: 'study', before, after: settings }] });
  },
});
