import { failed } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { cardId, list, number, object } from '../../shapes.ts';

/** Out of suspension: what has been learnt at once, new cards a few each study day, in order. */
export const releaseKind = defineKind({
  name: 'release',
  version: 1,
  shape: object({ cardIds: list(cardId), newPerDay: number }),
  word: t`release`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects(body, stamp, rows) {
    if (!Number.isInteger(body.newPerDay) || body.newPerDay < 1) {
      return failed(
        t`That is not a number of new cards a day.`,
        t`Nothing was released.`,
        t`Give a whole number, 1 or more.`,
      );
    }
    let fresh = 0;
    return eachCard(body.cardIds, rows, (card) => {
      if (card.schedule.state !== 'new') return { ...card, suspended: false };
      const wait = Math.floor(fresh++ / body.newPerDay);
      return { ...card, suspended: false, buriedUntil: wait === 0 ? 0 : stamp.studyDay + wait };
    });
  },
});
