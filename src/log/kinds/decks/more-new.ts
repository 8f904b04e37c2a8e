import type { Change } from '../../../domain/collection/rows.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { deckGone } from '../../parts/new-deck.ts';
import { deckId, list, naturalNumber, object } from '../../shapes.ts';

/** New cards beyond the limits of some decks, on the day of the operation alone. */
export const moreNewKind = defineKind({
  name: 'more-new',
  version: 1,
  shape: object({
    decks: list(
      object({
        deckId,
        count: naturalNumber,
        /** New cards answered before, within the limit, in the deck and those below it. */
        after: naturalNumber,
      }),
    ),
  }),
  word: t`more new cards`,
  about: ({ decks }) => ({ deckIds: decks.map((each) => each.deckId) }),
  reach: ({ decks }) => ({ deckIds: decks.map((each) => each.deckId) }),
  effects({ decks }, { studyDay }, rows) {
    const changes = decks.flatMap(({ deckId: key, count, after }): Change[] => {
      const before = rows.decks.get(key);
      if (!before) return [];
      const sofar = before.moreNew?.studyDay === studyDay ? before.moreNew.count : 0;
      const moreNew = { studyDay, count: sofar + count, after };
      return [{ table: 'decks', key, before, after: { ...before, moreNew } }];
    });
    return changes.length > 0 ? ok({ changes }) : deckGone();
  },
});
