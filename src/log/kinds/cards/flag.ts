import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, flag, list, object } from '../../shapes.ts';

export const flagKind = defineKind({
  name: 'flag',
  version: 1,
  shape: object({ cardIds: list(cardId), flag }),
  word: t`flag`,
  about: (body) => ({ cardIds: body.cardIds, detail: FLAG_NAMES[body.flag] }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects: (body, _stamp, rows) =>
    eachCard(body.cardIds, rows, (card) => ({ ...card, flag: body.flag })),
});
