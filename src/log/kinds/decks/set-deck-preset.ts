import type { Change } from '../../../domain/collection/rows.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { deckGone } from '../../parts/new-deck.ts';
import { deckId, list, object, text } from '../../shapes.ts';

export const setDeckPresetKind = defineKind({
  name: 'set-deck-preset',
  version: 1,
  shape: object({ deckIds: list(deckId), presetId: text }),
  word: t`deck options`,
  about: ({ deckIds }) => ({ deckIds }),
  reach: ({ deckIds }) => ({ deckIds }),
  effects({ deckIds, presetId }, _stamp, rows) {
    const changes = deckIds.flatMap((key): Change[] => {
      const before = rows.decks.get(key);
      const after = before && { ...before, presetId };
      return before ? [{ table: 'decks', key, before, after }] : [];
    });
    return changes.length > 0 ? ok({ changes }) : deckGone();
  },
});
