import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../../../src/domain/collection/card.ts';
import { type Mixture, mixed, newAmong } from '../../../../../src/domain/study/queue/steps/mix.ts';
import { aCard, inReview, TODAY } from '../../../../support/collection.ts';

function reviews(count: number): Card[] {
  return Array.from({ length: count }, (_, index) =>
    aCard(`r${index}/1`, { schedule: inReview(TODAY) }),
  );
}
function fresh(count: number): Card[] {
  return Array.from({ length: count }, (_, index) => aCard(`n${index}/1`));
}
function aMixture(n: number, r: number, more: Partial<Mixture> = {}): Mixture {
  return { mixing: 'mixed', done: { new: 0, review: 0 }, left: { new: n, review: r }, ...more };
}
function ids(cards: readonly Card[]): string[] {
  return cards.map(({ id }) => id);
}
function kinds(cards: readonly Card[]): string {
  return cards.map((card) => (card.schedule.state === 'new' ? 'n' : 'r')).join('');
}
const mixings = fc.constantFrom<Mixture['mixing']>('mixed', 'reviews-first', 'new-first');

test('[QUEUE-3] mixed, 10 new cards among 20 reviews come one after every two', () => {
  expect(kinds(mixed(reviews(20), fresh(10), aMixture(10, 20)))).toBe('rnr'.repeat(10));
});

test('[QUEUE-3] reviews first and new first put one kind after the other', () => {
  const of = (mixing: Mixture['mixing']) =>
    kinds(mixed(reviews(2), fresh(2), aMixture(2, 2, { mixing })));
  expect(of('reviews-first')).toBe('rrnn');
  expect(of('new-first')).toBe('nnrr');
});

test('[QUEUE-3] new cards never run ahead of or behind reviews by more than one place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 200 }), (n, r) => {
      const queue = mixed(reviews(r), fresh(n), aMixture(n, r));
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
      const whole = mixed(reviews(r), fresh(n), aMixture(n, r));
      const done = { new: 0, review: 0 };
      for (const card of whole.slice(0, stop)) {
        done[card.schedule.state === 'new' ? 'new' : 'review']++;
      }
      const rest = mixed(
        reviews(r).slice(done.review),
        fresh(n).slice(done.new),
        aMixture(n - done.new, r - done.review, { done }),
      );
      expect(ids(rest)).toEqual(ids(whole.slice(stop)));
    }),
  );
});

test('[QUEUE-10] the first cards of the mixture do not depend on how many were read', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(120), fc.integer({ min: 1, max: 40 }), (n, r, limit) => {
      const whole = mixed(reviews(r), fresh(n), aMixture(n, r));
      const part = mixed(reviews(r).slice(0, limit), fresh(n).slice(0, limit), aMixture(n, r));
      expect(ids(part).slice(0, limit)).toEqual(ids(whole).slice(0, limit));
    }),
  );
});

test('[QUEUE-3] how many of the first cards are new is known before one is read', () => {
  fc.assert(
    fc.property(mixings, fc.nat(30), fc.nat(60), fc.nat(90), (mixing, n, r, count) => {
      const mixture = aMixture(n, r, { mixing });
      const first = mixed(reviews(r), fresh(n), mixture).slice(0, count);
      const shown = first.filter(({ schedule }) => schedule.state === 'new').length;
      expect(newAmong(count, mixture)).toBe(shown);
    }),
  );
});
