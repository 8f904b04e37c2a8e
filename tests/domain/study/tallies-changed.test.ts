import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Change } from '../../../src/domain/collection/rows.ts';
import { talliesChanged } from '../../../src/domain/study/tallies-changed.ts';
import { aCard, DECK, inReview, TODAY } from '../../support/collection.ts';

const change = (before: Card | undefined, after: Card | undefined): Change => ({
  table: 'cards',
  key: (after ?? before)?.id ?? '',
  before,
  after,
});
const cardsOf = (...cards: Card[]) => new Map(cards.map((card) => [card.id as string, card]));
/** Days whose counts become others. */
function changed(changes: readonly Change[], cards: ReadonlyMap<string, Card>) {
  const { newCards, newNotes, reviewCards, reviewNotes } = talliesChanged(changes, cards).tally(
    DECK,
    '',
  );
  const of = (counts: Readonly<Record<number, number>>) =>
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
  return {
    newCards: of(newCards),
    newNotes: of(newNotes),
    reviewCards: of(reviewCards),
    reviewNotes: of(reviewNotes),
  };
}
const NONE = { newCards: {}, newNotes: {}, reviewCards: {}, reviewNotes: {} };

test('[LOG-5] kept counts follow a card with its siblings, and other notes do not matter', () => {
  const one = aCard('n/1', { schedule: inReview(TODAY) });
  const two = aCard('n/2', { schedule: inReview(TODAY + 2) });
  const other = aCard('m/1', { schedule: inReview(TODAY) });
  const later = { ...one, schedule: inReview(TODAY + 9) };
  expect(changed([change(one, later)], cardsOf(one, two, other))).toEqual({
    ...NONE,
    reviewCards: { [TODAY]: -1, [TODAY + 9]: 1 },
    // The note comes up with its first card, which is the second one now.
    reviewNotes: { [TODAY]: -1, [TODAY + 2]: 1 },
  });
});

test('[LOG-5] a card that comes counts, one that goes no more, and no other change does anything', () => {
  const one = aCard('n/1', { schedule: inReview(TODAY) });
  const two = aCard('n/2', { schedule: inReview(TODAY + 2) });
  expect(changed([change(undefined, one)], cardsOf())).toEqual({
    ...NONE,
    reviewCards: { [TODAY]: 1 },
    reviewNotes: { [TODAY]: 1 },
  });
  expect(changed([change(two, undefined)], cardsOf(one, two))).toEqual({
    ...NONE,
    reviewCards: { [TODAY + 2]: -1 },
  });
  expect(changed([change(one, undefined), change(two, undefined)], cardsOf(one, two))).toEqual({
    ...NONE,
    reviewCards: { [TODAY]: -1, [TODAY + 2]: -1 },
    reviewNotes: { [TODAY]: -1 },
  });
  const ofDeck = { table: 'decks', key: DECK, before: undefined, after: undefined } as const;
  expect(changed([ofDeck], cardsOf(one, two))).toEqual(NONE);
});
