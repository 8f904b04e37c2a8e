import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, object, truth } from '../../shapes.ts';

export const suspendKind = defineKind({
  name: 'suspend',
  version: 1,
  shape: object({ cardIds: list(cardId), suspended: truth }),
  word: t`suspend`,
  about: ({ cardIds, suspended }) => ({
    cardIds,
    ...(suspended ? {} : { detail: t`unsuspended` }),
  }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects: ({ cardIds, suspended }, _stamp, rows) =>
    eachCard(cardIds, rows, (card) => ({ ...card, suspended })),
});
