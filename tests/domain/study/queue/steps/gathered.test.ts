import { expect, test } from 'vitest';
import type { Card } from '../../../../../src/domain/collection/card.ts';
import type { Preset } from '../../../../../src/domain/collection/deck.ts';
import type { Ranges } from '../../../../../src/domain/study/queue/ranges.ts';
import { beginGathering } from '../../../../../src/domain/study/queue/steps/gathering.ts';
import { gatherNew } from '../../../../../src/domain/study/queue/steps/new-cards.ts';
import { gatherReviews } from '../../../../../src/domain/study/queue/steps/reviews.ts';
import type { DeckId } from '../../../../../src/kernel/ids.ts';
import { A_DECK, aCard, inReview, TODAY } from '../../../../support/collection.ts';
import { aCollection, aMoment, rangesIn } from '../../../../support/study.ts';

const OTHER = 'other' as DeckId;
const DECKS = [A_DECK, { ...A_DECK, id: OTHER, name: 'Other' }];

/** Due cards `name0/slot`, `name1/slot` … */
function due(count: number, name: string, more: Partial<Card> = {}): Card[] {
  const schedule = inReview(TODAY);
  return Array.from({ length: count }, (_, at) => aCard(`${name}${at}/1`, { schedule, ...more }));
}

/** What is gathered from, and what was asked of the ranges since it began. */
async function begun(cards: readonly Card[], presets: readonly Partial<Preset>[]) {
  const decks = DECKS.slice(0, presets.length);
  const ranges = rangesIn(aCollection({ cards, decks, presets }));
  const asked: string[] = [];
  const watched = Object.fromEntries(
    Object.entries(ranges).map(([name, read]) => [
      name,
      (...of: unknown[]) => {
        asked.push(name);
        return (read as (...of: unknown[]) => unknown)(...of);
      },
    ]),
  ) as unknown as Ranges;
  const gathering = await beginGathering(watched, { isTree: false }, aMoment());
  asked.length = 0;
  return { gathering, asked };
}

const idsOf = (cards: readonly Pick<Card, 'id'>[]) => cards.map(({ id }) => id);

test('[QUEUE-4] as many reviews as are asked for, of one deck or of several', async () => {
  const one = await begun(due(9, 'a'), [{}]);
  expect(await gatherReviews(one.gathering, 4)).toHaveLength(4);
  const cards = [...due(9, 'a'), ...due(9, 'b', { deckId: OTHER })];
  const two = await begun(cards, [{}, {}]);
  expect(await gatherReviews(two.gathering, 4)).toHaveLength(4);
  expect(await gatherReviews(two.gathering, 40)).toHaveLength(18);
  const orders = await begun(cards, [{}, { reviewOrder: 'most-overdue-first' }]);
  expect(await gatherReviews(orders.gathering, 5)).toHaveLength(5);
});

test('[QUEUE-6] where no review is left for today, or none is asked for, no lane is read', async () => {
  for (const [limit, count] of [
    [0, 4],
    [9, 0],
  ] as const) {
    const { gathering, asked } = await begun(due(9, 'a'), [{ reviewsPerDay: limit }]);
    expect(await gatherReviews(gathering, count)).toEqual([]);
    expect(asked).toEqual([]);
  }
});

const fresh = ['a0/2', 'a1/2', 'later/2', 'alone/1', 'more/1'].map((id, position) =>
  aCard(id, { position }),
);
/** Not due before tomorrow. */
const later = aCard('later/1', { schedule: inReview(TODAY + 1) });

test('[QUEUE-7] new cards of notes with a review due wait, whether much is due or little', async () => {
  // More than 25 due cards for each new one: then the notes are asked about, not all that is due.
  for (const [count, way] of [
    [60, 'cardsOfNotes'],
    [5, 'laneIds'],
  ] as const) {
    const { gathering, asked } = await begun([...due(count, 'a'), later, ...fresh], [{}]);
    expect(idsOf(await gatherNew(gathering, 2))).toEqual(['later/2', 'alone/1']);
    expect(asked).toContain(way);
  }
  const loose = await begun([...due(60, 'a'), later, ...fresh], [{ burySiblings: false }]);
  expect(idsOf(await gatherNew(loose.gathering, 2))).toEqual(['a0/2', 'a1/2']);
});
