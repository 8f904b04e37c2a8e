import type { Change } from '../../../domain/collection/rows.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import {
  deckId,
  list,
  object,
  optional,
  preset as presetShape,
  studySettings,
} from '../../shapes.ts';

/**
 * What one press of Save keeps of the study options: a preset, the settings of the whole profile,
 * and the decks that are studied under the preset from now on; any of them may be absent.
 */
export const saveOptionsKind = defineKind({
  name: 'save-options',
  version: 1,
  shape: object({
    preset: optional(presetShape),
    settings: optional(studySettings),
    decks: optional(list(deckId)),
  }),
  word: t`study options`,
  about: ({ preset }) => (preset ? { name: preset.name } : {}),
  reach: ({ decks = [] }) => ({ deckIds: decks }),
  effects({ preset, settings, decks = [] }, _stamp, rows) {
    const changes: Change[] = [];
    if (preset) {
      const key = preset.id;
      changes.push({ table: 'presets', key, before: rows.presets.get(key), after: preset });
      for (const id of decks) {
        const before = rows.decks.get(id);
        if (!before) continue;
        changes.push({ table: 'decks', key: id, before, after: { ...before, presetId: key } });
      }
    }
    if (settings) {
      const before = rows.settings.get('study');
      changes.push({ table: 'settings', key: 'study', before, after: settings });
    }
    return ok({ changes });
  },
});
