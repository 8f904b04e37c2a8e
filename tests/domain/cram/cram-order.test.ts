import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import { cramOrder } from '../../../src/domain/cram/cram-order.ts';
import { siblingsApart } from '../../../src/domain/study/queue/siblings-apart.ts';
import { noteIdOf } from '../../../src/kernel/ids.ts';
import { DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';

const order = (cards: readonly Card[]) => cramOrder(cards, () => DEFAULT_OPTIONS, TODAY);

test('[CRAM-2] the least likely to be recalled comes first, new cards last in their order', () => {
  const cards = [
    aCard('n2/1', { position: 2 }),
    aCard('safe/1', { schedule: inReview(TODAY + 90, { intervalDays: 100 }) }),
    aCard('n1/2', { position: 1 }),
    aCard('overdue/1', { schedule: inReview(TODAY - 60, { intervalDays: 10 }) }),
    aCard('due/1', { schedule: inReview(TODAY, { intervalDays: 10 }) }),
  ];
  expect(order(cards)).toEqual(['overdue/1', 'due/1', 'safe/1', 'n1/2', 'n2/1']);
});

test('[CRAM-2] a card in steps, of which a moment says nothing, counts as a day older', () => {
  const cards = [
    aCard('safe/1', { schedule: inReview(TODAY + 90, { intervalDays: 100 }) }),
    aCard('steps/1', { schedule: inLearning(NOW) }),
  ];
  expect(order(cards)).toEqual(['steps/1', 'safe/1']);
});

test('[CRAM-2] five others stand between two cards of a note where there are enough', () => {
  const cards = Array.from({ length: 20 }, (_, note) =>
    [1, 2].map((slot) => aCard(`n${note}/${slot}`)),
  );
  expect(closest(siblingsApart(cards.flat()))).toBeGreaterThan(5);
});

const someCards = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 })
  .chain((slots) => {
    const cards = slots.flatMap((count, note) =>
      Array.from({ length: count }, (_, slot) => aCard(`n${note}/${slot + 1}`)),
    );
    return fc.shuffledSubarray(cards, { minLength: cards.length });
  });

test('[CRAM-2] siblings stand side by side only where it cannot be had otherwise', () => {
  fc.assert(
    fc.property(someCards, (cards) => {
      const apart = siblingsApart(cards);
      expect(new Set(apart)).toEqual(new Set(cards));
      expect(apart).toHaveLength(cards.length);
      const counts = new Map<string, number>();
      for (const { id } of cards) counts.set(noteIdOf(id), (counts.get(noteIdOf(id)) ?? 0) + 1);
      const most = Math.max(...counts.values());
      if (2 * most - 1 <= cards.length) expect(closest(apart)).toBeGreaterThan(1);
    }),
  );
});

test('[CRAM-2] a large collection is ordered in no time that a person would notice', () => {
  const cards = Array.from({ length: 20_000 }, (_, index) =>
    aCard(`n${Math.floor(index / 3)}/${1 + (index % 3)}`, { position: Math.floor(index / 3) }),
  );
  expect(order(cards)).toHaveLength(20_000);
  expect(closest(siblingsApart(cards))).toBeGreaterThan(5);
});

/** The fewest turns from a card to the next of its note. */
function closest(cards: readonly Card[]): number {
  const last = new Map<string, number>();
  let least = Number.POSITIVE_INFINITY;
  cards.forEach(({ id }, turn) => {
    const note = noteIdOf(id);
    least = Math.min(least, turn - (last.get(note) ?? Number.NEGATIVE_INFINITY));
    last.set(note, turn);
  });
  return least;
}

test('[CRAM-2] cards as likely to be recalled come deck by deck, by place, slot and id', () => {
  const inDeck = (id: string, deck: string, position: number) =>
    aCard(id, { deckId: deck as Card['deckId'], position });
  const cards = [
    inDeck('z/1', 'a', 0),
    inDeck('y/2', 'a', 1),
    inDeck('x/10', 'a', 1),
    inDeck('w/1', 'b', 0),
    inDeck('v/1', 'b', 2),
    inDeck('w2/1', 'b', 2),
  ];
  const expected = cards.map(({ id }) => id);
  expect(order(cards)).toEqual(expected);
  expect(order(cards.toReversed())).toEqual(expected);
});
