import { forgotten } from '../../../domain/memory/by-hand.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, object } from '../../shapes.ts';

/** Back to new; the answers stay in the history. */
export const forgetKind = defineKind({
  name: 'forget',
  version: 1,
  shape: object({ cardIds: list(cardId) }),
  word: t`forget`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects: ({ cardIds }, _stamp, rows) =>
    eachCard(cardIds, rows, (card) => ({ ...card, buriedUntil: 0, schedule: forgotten() })),
});
