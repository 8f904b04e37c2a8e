import { setDue as dueOn } from '../../../domain/memory/by-hand.ts';
import { failed } from '../../../kernel/problem.ts';
import { seededFraction } from '../../../kernel/seeded.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, number, object, optional } from '../../shapes.ts';

export const setDueKind = defineKind({
  name: 'set-due',
  version: 1,
  shape: object({
    cardIds: list(cardId),
    dueDay: number,
    /** Spread at random over so many days more. */
    spreadDays: optional(number),
  }),
  word: t`set due date`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects(body, stamp, rows) {
    const { atMillis, studyDay } = stamp;
    const { dueDay, spreadDays = 0 } = body;
    if (!Number.isInteger(dueDay) || !Number.isInteger(spreadDays) || spreadDays < 0) {
      return failed(
        t`That is not a day a card could be due on.`,
        t`Nothing was changed.`,
        t`Give a whole number of days from today.`,
      );
    }
    return eachCard(body.cardIds, rows, (card) => {
      const fraction = spreadDays === 0 ? 0 : seededFraction(`${stamp.id}@${card.id}`);
      const day = dueDay + Math.floor(fraction * (spreadDays + 1));
      const schedule = dueOn(card.schedule, day, { atMillis, studyDay });
      return { ...card, buriedUntil: 0, schedule };
    });
  },
});
