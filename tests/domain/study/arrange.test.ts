import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Mixing } from '../../../src/domain/collection/deck.ts';
import { type DeckId, noteIdOf } from '../../../src/kernel/ids.ts';
import { arrangeQueue, type QueueInput } from '../../../src/domain/study/arrange.ts';
import {
  aCard,
  DECK,
  inLearning,
  inReview,
  NOW,
  notesOf,
  TODAY,
} from '../../support/collection.ts';

const OTHER = 'other' as DeckId;

function anInput(more: Partial<QueueInput> = {}): QueueInput {
  const reviews = more.reviews ?? [];
  const fresh = more.fresh ?? [];
  return {
    learning: [],
    reviews,
    fresh,
    allowance: new Map([[DECK, { new: 1000, review: 1000 }]]),
    done: { new: 0, review: 0 },
    left: { new: fresh.length, review: reviews.length },
    mixing: 'mixed',
    burying: new Set([DECK, OTHER]),
    nowMillis: NOW,
    learnAheadMinutes: 20,
    today: TODAY,
    ...more,
  };
}

function reviews(count: number, deckId = DECK): Card[] {
  return Array.from({ length: count }, (_, index) =>
    aCard(`${deckId}:r${index}/1`, { deckId, schedule: inReview(TODAY) }),
  );
}
function fresh(count: number, deckId = DECK): Card[] {
  return Array.from({ length: count }, (_, index) => aCard(`${deckId}:n${index}/1`, { deckId }));
}
function ids(cards: readonly Card[]): string[] {
  return cards.map(({ id }) => id);
}
function kinds(cards: readonly Card[]): string {
  return cards.map((card) => (card.schedule.state === 'new' ? 'n' : 'r')).join('');
}

describe('learning cards', () => {
  const at = (id: string, minutes: number) =>
    aCard(id, { schedule: inLearning(NOW + minutes * 60_000) });

  test('[QUEUE-1] learning cards whose instant has come are first, in the order they came due', () => {
    const learning = [at('a/1', -9), at('b/1', -1), at('c/1', 0), at('d/1', 1)];
    const queue = arrangeQueue(anInput({ learning, reviews: reviews(2) }));
    expect(ids(queue).slice(0, 3)).toEqual(['a/1', 'b/1', 'c/1']);
    expect(ids(queue)).not.toContain('d/1');
    expect(queue).toHaveLength(5);
  });

  test('[QUEUE-8] learning cards within the learn-ahead time come early when nothing else is left', () => {
    const learning = [at('a/1', 5), at('b/1', 20), at('c/1', 20.1)];
    expect(ids(arrangeQueue(anInput({ learning })))).toEqual(['a/1', 'b/1']);
    expect(ids(arrangeQueue(anInput({ learning, fresh: fresh(1) })))).toEqual(['deck:n0/1']);
    expect(arrangeQueue(anInput({ learning, learnAheadMinutes: 0 }))).toEqual([]);
  });

  test('[QUEUE-6] learning cards have no limit', () => {
    const learning = Array.from({ length: 50 }, (_, index) => at(`l${index}/1`, -index));
    const allowance = new Map([[DECK, { new: 0, review: 0 }]]);
    expect(arrangeQueue(anInput({ learning, allowance, reviews: reviews(3) }))).toHaveLength(50);
  });

  test('[QUEUE-9] a learning card that is buried until tomorrow is not shown, and then is', () => {
    const learning = [{ ...at('a/1', -1), buriedUntil: TODAY + 1 }];
    expect(arrangeQueue(anInput({ learning }))).toEqual([]);
    expect(ids(arrangeQueue(anInput({ learning, today: TODAY + 1 })))).toEqual(['a/1']);
  });
});

describe('mixing', () => {
  test('[QUEUE-3] mixed, 10 new cards among 20 reviews come one after every two', () => {
    expect(kinds(arrangeQueue(anInput({ reviews: reviews(20), fresh: fresh(10) })))).toBe(
      'rnr'.repeat(10),
    );
  });

  test('[QUEUE-3] reviews first and new first put one kind after the other', () => {
    const input = anInput({ reviews: reviews(2), fresh: fresh(2) });
    expect(kinds(arrangeQueue({ ...input, mixing: 'reviews-first' }))).toBe('rrnn');
    expect(kinds(arrangeQueue({ ...input, mixing: 'new-first' }))).toBe('nnrr');
  });

  test('[QUEUE-3] new cards never run ahead of or behind reviews by more than one place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 200 }), (n, r) => {
        const queue = arrangeQueue(anInput({ reviews: reviews(r), fresh: fresh(n) }));
        expect(queue).toHaveLength(n + r);
        let shown = 0;
        queue.forEach((card, index) => {
          if (card.schedule.state === 'new') shown++;
          expect(Math.abs(shown - ((index + 1) * n) / (n + r))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test('[QUEUE-3] a session begun anywhere in the day goes on exactly where the mixture stood', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(100), fc.nat(130), (n, r, stop) => {
        const whole = arrangeQueue(anInput({ reviews: reviews(r), fresh: fresh(n) }));
        const done = { new: 0, review: 0 };
        for (const card of whole.slice(0, stop)) {
          done[card.schedule.state === 'new' ? 'new' : 'review']++;
        }
        const rest = arrangeQueue(
          anInput({
            reviews: reviews(r).slice(done.review),
            fresh: fresh(n).slice(done.new),
            done,
          }),
        );
        expect(ids(rest)).toEqual(ids(whole.slice(stop)));
      }),
    );
  });

  test('[QUEUE-10] the first cards of the mixture do not depend on how many were read', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(120), fc.integer({ min: 1, max: 40 }), (n, r, limit) => {
        const left = { new: n, review: r };
        const whole = arrangeQueue(anInput({ reviews: reviews(r), fresh: fresh(n), left }));
        const part = arrangeQueue(
          anInput({ reviews: reviews(r).slice(0, limit), fresh: fresh(n).slice(0, limit), left }),
        );
        expect(ids(part).slice(0, limit)).toEqual(ids(whole).slice(0, limit));
      }),
    );
  });
});

describe('siblings and limits', () => {
  test('[QUEUE-7] a due card keeps its new sibling, and a learning card both, out of the queue', () => {
    const review = aCard('a/1', { schedule: inReview(TODAY) });
    expect(ids(arrangeQueue(anInput({ reviews: [review], fresh: [aCard('a/2')] })))).toEqual([
      'a/1',
    ]);
    const later = aCard('a/3', { schedule: inLearning(NOW + 3_600_000) });
    const input = anInput({ learning: [later], reviews: [review], fresh: [aCard('a/2')] });
    expect(arrangeQueue(input)).toEqual([]);
    expect(arrangeQueue({ ...input, burying: new Set() })).toHaveLength(2);
  });

  test('[QUEUE-6] one deck’s limit never hides another deck’s cards', () => {
    const queue = arrangeQueue(
      anInput({
        reviews: [...reviews(30), ...reviews(3, OTHER)],
        fresh: [...fresh(30), ...fresh(2, OTHER)],
        allowance: new Map([
          [DECK, { new: 0, review: 1 }],
          [OTHER, { new: 20, review: 20 }],
        ]),
      }),
    );
    expect(queue.filter((card) => card.deckId === OTHER)).toHaveLength(5);
    expect(queue.filter((card) => card.deckId === DECK)).toHaveLength(1);
  });

  const state = fc.constantFrom('new' as const, 'review' as const, 'learning' as const);
  const card = fc
    .record({
      note: fc.nat(6),
      slot: fc.integer({ min: 1, max: 3 }),
      deckId: fc.constantFrom(DECK, OTHER),
      state,
      minutes: fc.integer({ min: -60, max: 60 }),
      buried: fc.boolean(),
    })
    .map(({ note, slot, deckId, state, minutes, buried }) =>
      aCard(`${deckId}:${note}/${slot}`, {
        deckId,
        buriedUntil: buried ? TODAY + 1 : TODAY,
        schedule:
          state === 'new'
            ? aCard('x/1').schedule
            : state === 'review'
              ? inReview(TODAY)
              : inLearning(NOW + minutes * 60_000),
      }),
    );
  const allowed = fc.record({ new: fc.nat(5), review: fc.nat(5) });
  const input = fc.record({
    cards: fc.uniqueArray(card, { selector: ({ id }) => id, maxLength: 40 }),
    first: allowed,
    second: allowed,
    mixing: fc.constantFrom<Mixing>('mixed', 'reviews-first', 'new-first'),
    burying: fc.subarray([DECK, OTHER]).map((decks) => new Set(decks)),
    done: allowed,
    left: allowed,
  });

  test('[QUEUE-7][QUEUE-12][QUEUE-6][QUEUE-2] no queue holds two siblings, more than is allowed, or a buried card', () => {
    fc.assert(
      fc.property(input, ({ cards, first, second, ...rest }) => {
        const of = (kind: Card['schedule']['state']) =>
          cards.filter(({ schedule }) => schedule.state === kind);
        const queue = arrangeQueue(
          anInput({
            ...rest,
            learning: of('learning'),
            reviews: of('review'),
            fresh: of('new'),
            allowance: new Map([
              [DECK, first],
              [OTHER, second],
            ]),
          }),
        );
        expect(new Set(ids(queue)).size).toBe(queue.length);
        expect(queue.every(({ buriedUntil }) => buriedUntil <= TODAY)).toBe(true);
        for (const [deckId, most] of [[DECK, first] as const, [OTHER, second] as const]) {
          const own = queue.filter((each) => each.deckId === deckId);
          if (rest.burying.has(deckId)) expect(new Set(notesOf(own)).size).toBe(own.length);
          const count = (kind: string) => own.filter((c) => c.schedule.state === kind).length;
          expect(count('new')).toBeLessThanOrEqual(most.new);
          expect(count('review')).toBeLessThanOrEqual(most.review);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[QUEUE-12] a queue of two decks holds of each, in order, what its own queue holds', () => {
    fc.assert(
      fc.property(input, ({ cards, first, second, ...rest }) => {
        const allowance = new Map([
          [DECK, first],
          [OTHER, second],
        ]);
        const queueOf = (of: readonly Card[]) => {
          const kind = (state: Card['schedule']['state']) =>
            of.filter(({ schedule }) => schedule.state === state);
          const [learning, reviews, fresh] = [kind('learning'), kind('review'), kind('new')];
          // Cards shown early depend on what else is left (QUEUE-8).
          const learnAheadMinutes = 0;
          return arrangeQueue(
            anInput({ ...rest, learning, reviews, fresh, allowance, learnAheadMinutes }),
          );
        };
        for (const deckId of [DECK, OTHER]) {
          const own = queueOf(cards.filter((each) => each.deckId === deckId));
          const part = queueOf(cards).filter((each) => each.deckId === deckId);
          for (const state of ['new', 'review', 'learning'] as const) {
            const of = (queue: readonly Card[]) =>
              ids(queue.filter(({ schedule }) => schedule.state === state));
            expect(of(part)).toEqual(of(own));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[QUEUE-6] without siblings, exactly what the limits allow is shown', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), allowed, (n, r, allowance) => {
        const queue = arrangeQueue(
          anInput({
            reviews: reviews(r),
            fresh: fresh(n),
            allowance: new Map([[DECK, allowance]]),
          }),
        );
        expect(queue).toHaveLength(Math.min(n, allowance.new) + Math.min(r, allowance.review));
        expect(new Set(queue.map(({ id }) => noteIdOf(id))).size).toBe(queue.length);
      }),
    );
  });
});
