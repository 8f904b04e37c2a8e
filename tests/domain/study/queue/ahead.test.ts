import { expect, test } from 'vitest';
import { reviewsAhead } from '../../../../src/domain/study/queue/ahead.ts';
import { aCard, inReview, TODAY } from '../../../support/collection.ts';
import { aCollection, rangesIn } from '../../../support/study.ts';
import type { Card } from '../../../../src/domain/collection/card.ts';

/** What studying so many days ahead asks, each card with its days to go. */
async function ahead(cards: readonly Card[], days: number, burySiblings = true) {
  const ranges = rangesIn(aCollection({ cards, presets: [{ burySiblings, reviewsPerDay: 0 }] }));
  return (await reviewsAhead(ranges, TODAY, days)).map(({ cardId, why }) =>
    why.kind === 'ahead' ? [cardId, why.days] : undefined,
  );
}
const due = (id: string, days: number, more: Partial<Card> = {}) =>
  aCard(id, { schedule: inReview(TODAY + days), ...more });
/** Answered today, and due in so many days. */
function answered(id: string, days: number): Card {
  const { schedule, ...card } = due(id, days);
  if (schedule.state !== 'review') throw new Error('no review');
  const lastReview = { ...schedule.lastReview, studyDay: TODAY };
  return { ...card, schedule: { ...schedule, lastReview } };
}

test('[TODAY-14] what is due next comes first, of as many days as are asked for', async () => {
  const cards = [due('c/1', 3), due('a/1', 1), due('d/1', 4), due('b/1', 2), due('now/1', 0)];
  expect(await ahead(cards, 3)).toEqual([
    ['a/1', 1],
    ['b/1', 2],
    ['c/1', 3],
  ]);
  expect(await ahead(cards, 1)).toEqual([['a/1', 1]]);
});

test('[TODAY-14] nothing that today has seen or put off comes, nor two of a note', async () => {
  const cards = [
    answered('a/1', 1),
    due('a/2', 1),
    due('b/1', 1),
    due('b/2', 2),
    due('c/1', 0, { buriedUntil: TODAY + 1 }),
    due('d/1', 2, { suspended: true }),
    aCard('e/1'),
  ];
  expect(await ahead(cards, 7)).toEqual([['b/1', 1]]);
  const each = await ahead(cards, 7, false);
  expect(each.map((line) => line?.[0]).sort()).toEqual(['a/2', 'b/1', 'b/2']);
});
