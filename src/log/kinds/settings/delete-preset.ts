import { DEFAULT_PRESET_ID } from '../../../domain/collection/deck.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, text } from '../../shapes.ts';

/** Its decks are studied under the default options from then on. */
export const deletePresetKind = defineKind({
  name: 'delete-preset',
  version: 1,
  shape: object({ presetId: text }),
  word: t`delete study options`,
  about: () => ({}),
  reach: () => ({ allDecks: true }),
  effects({ presetId }, _stamp, rows) {
    const before = rows.presets.get(presetId);
    if (!before || presetId === DEFAULT_PRESET_ID) {
      return failed(
        t`These study options cannot be deleted.`,
        t`They and all decks are as they were.`,
        t`Choose other options for a deck instead.`,
      );
    }
    const users = [...rows.decks.values()].filter((deck) => deck.presetId === presetId);
    return ok({
      changes: [
        { table: 'presets', key: presetId, before, after: undefined },
        ...users.map((deck): Change => {
          const after = { ...deck, presetId: DEFAULT_PRESET_ID };
          return { table: 'decks', key: deck.id, before: deck, after };
        }),
      ],
    });
  },
});
