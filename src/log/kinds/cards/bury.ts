import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, object, studyDayShape } from '../../shapes.ts';

export const buryKind = defineKind({
  name: 'bury',
  version: 1,
  shape: object({
    cardIds: list(cardId),
    /** First day on which the cards may come back; 0 brings them back at once. */
    until: studyDayShape,
  }),
  word: 'bury',
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects: ({ cardIds, until }, _stamp, rows) =>
    eachCard(cardIds, rows, (card) => ({ ...card, buriedUntil: until })),
});
