import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  schedulerOptions,
} from '../../../../../src/domain/collection/deck.ts';
import {
  inStep,
  orderNew,
  orderReviews,
} from '../../../../../src/domain/study/queue/steps/order.ts';
import { retrievability } from '../../../../../src/domain/memory/scheduler.ts';
import { aCard, inReview, TODAY } from '../../../../support/collection.ts';

const options = schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS);
const cards = fc
  .array(fc.record({ overdue: fc.nat(300), intervalDays: fc.integer({ min: 1, max: 900 }) }), {
    maxLength: 30,
  })
  .map((list) =>
    list.map(({ overdue, intervalDays }, index) =>
      aCard(`a${index}/1`, { schedule: inReview(TODAY - overdue, { intervalDays }) }),
    ),
  );

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
}

test('[QUEUE-4] reviews come by least or by most predicted recall where asked for', () => {
  fc.assert(
    fc.property(cards, (list) => {
      const recall = (order: 'least-retrievable-first' | 'most-retrievable-first') =>
        orderReviews(list, order, () => options, TODAY).map(
          (card) => retrievability(options, card.schedule, TODAY) ?? -1,
        );
      expect(isAscending(recall('least-retrievable-first'))).toBe(true);
      expect(isAscending(recall('most-retrievable-first').map((r) => -r))).toBe(true);
      expect(recall('most-retrievable-first')).toHaveLength(list.length);
    }),
  );
});

test('[QUEUE-4] the most overdue review is the one whose wait is the most intervals long', () => {
  const short = aCard('a/1', { schedule: inReview(TODAY - 3, { intervalDays: 2 }) });
  const long = aCard('b/1', { schedule: inReview(TODAY - 30, { intervalDays: 300 }) });
  const order = orderReviews([long, short], 'most-overdue-first', () => options, TODAY);
  expect(order.map(({ id }) => id)).toEqual(['a/1', 'b/1']);
});

test('[QUEUE-4] by due day, the lane’s own order is kept', () => {
  fc.assert(
    fc.property(cards, (list) => {
      expect(orderReviews(list, 'due-then-random', () => options, TODAY)).toEqual(list);
    }),
  );
});

test('[QUEUE-5] new cards come in the deck’s order, or at random and steadily so within a day', () => {
  const list = Array.from({ length: 60 }, (_, index) => aCard(`a${index}/1`, { position: index }));
  const at = (day: number, some = list) => orderNew(some, 'random', day).map(({ id }) => id);
  expect(orderNew(list, 'deck-order', TODAY)).toEqual(list);
  expect(at(TODAY)).toEqual(at(TODAY));
  expect(at(TODAY)).not.toEqual(list.map(({ id }) => id));
  expect(at(TODAY)).not.toEqual(at(TODAY + 1));
  const answered = at(TODAY)[0];
  expect(
    at(
      TODAY,
      list.filter(({ id }) => id !== answered),
    ),
  ).toEqual(at(TODAY).slice(1));
});

/** Shares of a queue by how many cards are left and were answered today. */
const shares = fc
  .array(fc.record({ left: fc.nat(30), done: fc.nat(10) }), { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map(({ left, done }, share) => ({
      left,
      done,
      total: done + left,
      cards: Array.from({ length: left }, (_, index) => aCard(`s${share}:${index}/1`)),
    })),
  );

test('[QUEUE-12] cards of several orders are brought together, each in its own order, all of them', () => {
  fc.assert(
    fc.property(shares, (list) => {
      const together = inStep(list);
      expect(together).toHaveLength(list.reduce((sum, { left }) => sum + left, 0));
      for (const { cards } of list) {
        expect(together.filter((card) => cards.includes(card))).toEqual(cards);
      }
    }),
  );
});

test('[QUEUE-12] they run out together', () => {
  fc.assert(
    fc.property(shares, (list) => {
      const together = inStep(list.map((share) => ({ ...share, done: 0, total: share.left })));
      list.forEach(({ cards, left }) => {
        let shown = 0;
        together.forEach((card, index) => {
          if (cards.includes(card)) shown++;
          const due = ((index + 1) * left) / together.length;
          expect(Math.abs(shown - due)).toBeLessThanOrEqual(list.length);
        });
      });
    }),
  );
});

test('[QUEUE-12] a session goes on where it stood, and its first cards do not depend on how many were read', () => {
  fc.assert(
    fc.property(shares, fc.nat(60), (list, stop) => {
      const whole = inStep(list);
      const answered = new Set(whole.slice(0, stop));
      const rest = list.map(({ cards, total, done }) => {
        const open = cards.filter((card) => !answered.has(card));
        const more = cards.length - open.length;
        return { cards: open, total, done: done + more };
      });
      expect(inStep(rest)).toEqual(whole.slice(stop));
      const part = list.map((share) => ({ ...share, cards: share.cards.slice(0, stop) }));
      expect(inStep(part).slice(0, stop)).toEqual(whole.slice(0, stop));
    }),
  );
});

test('[QUEUE-10][QUEUE-12] what was not read of a share is waited for when it is its turn', () => {
  fc.assert(
    fc.property(shares, fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), (list, read) => {
      const whole = inStep(list);
      const part = list.map((share, at) => {
        const cards = share.cards.slice(0, read[at] ?? 0);
        return { ...share, cards, isWhole: cards.length === share.cards.length };
      });
      const found = inStep(part);
      expect(found).toEqual(whole.slice(0, found.length));
      // It ends at the first card that was not read, and not before.
      const missing = whole.findIndex((card) => !part.some(({ cards }) => cards.includes(card)));
      expect(found).toHaveLength(missing === -1 ? whole.length : missing);
    }),
  );
});
