import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import type { Mixing } from '../../../../src/domain/collection/deck.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { aCard, inLearning, inReview, NOW, notesOf, TODAY } from '../../../support/collection.ts';
import { aDeck, idsOf, queueIn } from '../../../support/study.ts';

const [FIRST, SECOND] = ['First' as DeckId, 'Second' as DeckId];
const DECKS = [aDeck(FIRST), aDeck(SECOND)];

test('[QUEUE-7] a due card keeps its new sibling, and a card in steps both, out of the queue', async () => {
  const review = aCard('a/1', { schedule: inReview(TODAY) });
  const fresh = aCard('a/2');
  expect(await idsOf({ cards: [review, fresh] })).toEqual(['a/1']);
  const later = aCard('a/3', { schedule: inLearning(NOW + 3_600_000) });
  const cards = [later, review, fresh];
  expect(await queueIn({ cards })).toMatchObject({
    cards: [],
    left: { new: 0, learning: 1, review: 0 },
  });
  expect(await idsOf({ cards, presets: [{ burySiblings: false }] })).toHaveLength(2);
});

test('[QUEUE-6] learning cards have no limit', async () => {
  const cards = Array.from({ length: 50 }, (_, index) =>
    aCard(`l${index}/1`, { schedule: inLearning(NOW - index) }),
  );
  const presets = [{ newPerDay: 0, reviewsPerDay: 0 }];
  expect(await idsOf({ cards, presets })).toHaveLength(50);
});

test('[QUEUE-9] a learning card that is buried until tomorrow is not shown, and then is', async () => {
  const cards = [aCard('a/1', { schedule: inLearning(NOW), buriedUntil: TODAY + 1 })];
  expect(await idsOf({ cards })).toEqual([]);
  expect(await idsOf({ cards }, {}, { today: TODAY + 1 })).toEqual(['a/1']);
});

test('[QUEUE-6] one deck’s limit never hides another deck’s cards', async () => {
  const of = (deckId: DeckId, count: number) =>
    Array.from({ length: count }, (_, at) => [
      aCard(`${deckId}:r${at}/1`, { deckId, schedule: inReview(TODAY - 1) }),
      aCard(`${deckId}:n${at}/1`, { deckId }),
    ]).flat();
  const queue = await queueIn({
    decks: DECKS,
    cards: [...of(FIRST, 30), ...of(SECOND, 3)],
    presets: [{ newPerDay: 0, reviewsPerDay: 1 }, {}],
  });
  expect(queue.left).toEqual({ new: 3, learning: 0, review: 4 });
  expect(queue.cards.filter(({ deckId }) => deckId === SECOND)).toHaveLength(6);
  expect(queue.cards).toHaveLength(7);
});

const card = fc
  .record({
    note: fc.nat(6),
    slot: fc.integer({ min: 1, max: 3 }),
    deckId: fc.constantFrom(FIRST, SECOND),
    state: fc.constantFrom('new', 'review', 'learning'),
    minutes: fc.integer({ min: -60, max: 60 }),
    isBuried: fc.boolean(),
  })
  .map(({ note, slot, deckId, state, minutes, isBuried }) => {
    const id = `${deckId}:${note}/${slot}`;
    const buriedUntil = isBuried ? TODAY + 1 : TODAY;
    if (state === 'new') return aCard(id, { deckId, buriedUntil });
    const schedule = state === 'review' ? inReview(TODAY) : inLearning(NOW + minutes * 60_000);
    return aCard(id, { deckId, buriedUntil, schedule });
  });
const preset = fc.record({
  newPerDay: fc.nat(5),
  reviewsPerDay: fc.nat(5),
  burySiblings: fc.boolean(),
  mixing: fc.constantFrom<Mixing>('mixed', 'reviews-first', 'new-first'),
});
const collection = fc.record({
  cards: fc.uniqueArray(card, { selector: ({ id }) => id, maxLength: 40 }),
  presets: fc.array(preset, { minLength: 2, maxLength: 2 }),
  decks: fc.constant(DECKS),
});
const inState = (cards: readonly Card[], state: Card['schedule']['state']) =>
  cards.filter(({ schedule }) => schedule.state === state);

test('[QUEUE-7][QUEUE-12][QUEUE-6][QUEUE-2] no queue holds two siblings, more than is allowed, or a buried card', async () => {
  await fc.assert(
    fc.asyncProperty(collection, async (collection) => {
      const { cards } = await queueIn(collection);
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
      expect(cards.every(({ buriedUntil }) => buriedUntil <= TODAY)).toBe(true);
      DECKS.forEach(({ id }, at) => {
        const { newPerDay = 0, reviewsPerDay = 0, burySiblings } = collection.presets[at] ?? {};
        const own = cards.filter(({ deckId }) => deckId === id);
        if (burySiblings) expect(new Set(notesOf(own)).size).toBe(own.length);
        expect(inState(own, 'new').length).toBeLessThanOrEqual(newPerDay);
        expect(inState(own, 'review').length).toBeLessThanOrEqual(reviewsPerDay);
      });
    }),
    { numRuns: 300 },
  );
});

test('[QUEUE-12] a queue of two decks holds of each, in order, what its own queue holds', async () => {
  await fc.assert(
    fc.asyncProperty(collection, async (collection) => {
      const { cards } = await queueIn(collection);
      for (const { id } of DECKS) {
        const own = (await queueIn(collection, { deckId: id })).cards;
        const part = cards.filter(({ deckId }) => deckId === id);
        for (const state of ['new', 'review'] as const) {
          expect(inState(part, state)).toEqual(inState(own, state));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('[QUEUE-7] it does so too where new cards come first', async () => {
  const cards = [
    aCard('a/1', { schedule: inReview(TODAY) }),
    aCard('a/2', { position: 0 }),
    aCard('b/1', { position: 1 }),
  ];
  const order = { mixing: 'new-first', newOrder: 'random' } as const;
  expect(await idsOf({ cards, presets: [order] })).toEqual(['b/1', 'a/1']);
  expect(await idsOf({ cards, presets: [{ ...order, newOrder: 'deck-order' }] })).toEqual([
    'b/1',
    'a/1',
  ]);
});
