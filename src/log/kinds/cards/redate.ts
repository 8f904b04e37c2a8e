import { redated } from '../../../domain/memory/by-hand.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, object } from '../../shapes.ts';

/**
 * Cards answered while the clock was ahead naturalNumber as answered on the operation's day; those and
 * siblings put off beyond tomorrow, as that clock had it, wait till then.
 */
export const redateKind = defineKind({
  name: 'redate',
  version: 1,
  shape: object({ cardIds: list(cardId) }),
  word: 'correct dates',
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects({ cardIds }, { atMillis, studyDay }, rows) {
    const named = new Set(cardIds);
    const noteIds = new Set(cardIds.map(noteIdOf));
    const tomorrow = studyDay + 1;
    const affected = [...rows.cards.values()].filter(
      (card) =>
        named.has(card.id) || (noteIds.has(noteIdOf(card.id)) && card.buriedUntil > tomorrow),
    );
    const affectedIds = affected.map((card) => card.id);
    return eachCard(affectedIds, rows, (card) => ({
      ...card,
      buriedUntil: Math.min(card.buriedUntil, tomorrow),
      schedule: named.has(card.id) ? redated(card.schedule, { atMillis, studyDay }) : card.schedule,
    }));
  },
});
