import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, preset as presetShape } from '../../shapes.ts';

export const setPresetKind = defineKind({
  name: 'set-preset',
  version: 1,
  shape: object({ preset: presetShape }),
  word: t`study options`,
  about: ({ preset }) => ({ name: preset.name }),
  reach: () => ({}),
  effects({ preset }, _stamp, rows) {
    const before = rows.presets.get(preset.id);
    return ok({ changes: [{ table: 'presets', key: preset.id, before, after: preset }] });
  },
});
