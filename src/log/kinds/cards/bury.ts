import type { Card } from '../../../domain/collection/card.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, object, optional, studyDayShape, truth } from '../../shapes.ts';

/** Cards out of the way. Version 1 did not tell that a person did it from other burying. */
export const buryKind = defineKind({
  name: 'bury',
  version: 2,
  shape: object({
    cardIds: list(cardId),
    /** First day on which the cards may come back; 0 brings them back at once. */
    until: studyDayShape,
    /** Said by the person: no exam's plan lifts it (EXAM-21). */
    isByHand: optional(truth),
  }),
  word: t`bury`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects: ({ cardIds, until, isByHand }, _stamp, rows) =>
    eachCard(cardIds, rows, (card) => buried(card, until, isByHand === true)),
  upgrade: { 1: (fields: object) => fields },
});

function buried(
  { putAwayUntil: _before, ...card }: Card,
  until: StudyDay,
  isByHand: boolean,
): Card {
  const buriedUntil = until;
  return isByHand && until > 0
    ? { ...card, buriedUntil, putAwayUntil: until }
    : { ...card, buriedUntil };
}
