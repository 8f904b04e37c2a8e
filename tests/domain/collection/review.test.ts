import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countReview,
  emptyDay,
  hasAnswers,
  kindOf,
  type Review,
  sumOfDays,
} from '../../../src/domain/collection/review.ts';
import type { CardId, OperationId } from '../../../src/kernel/ids.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { DECK, inLearning, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';

const review = fc
  .record({
    grade: fc.constantFrom<Grade>(1, 2, 3, 4),
    kind: fc.constantFrom('new' as const, 'learning' as const, 'review' as const),
    durationMillis: fc.nat(60_000),
  })
  .map(
    (own): Review => ({
      operationId: 'device-a:0000000000' as OperationId,
      cardId: 'a/1' as CardId,
      deckId: DECK,
      atMillis: NOW,
      studyDay: TODAY,
      elapsedDays: 0,
      intervalDays: 0,
      memory: { stability: 1, difficulty: 5 },
      ...own,
    }),
  );

test('[STORE-5] a day’s totals are the sum of its reviews, by kind', () => {
  fc.assert(
    fc.property(fc.array(review), (reviews) => {
      const day = reviews.reduce(
        (totals, each) => countReview(totals, each, 1),
        emptyDay(DECK, TODAY),
      );
      for (const kind of ['new', 'learning', 'review'] as const) {
        const own = reviews.filter((each) => each.kind === kind);
        expect(day.byKind[kind]).toEqual({
          answers: own.length,
          recalled: own.filter(({ grade }) => grade > 1).length,
          millis: own.reduce((sum, { durationMillis }) => sum + durationMillis, 0),
        });
      }
    }),
  );
});

test('[STORE-5] two days’ totals together are those of all their reviews, and only reviews count', () => {
  const totalsOf = (reviews: readonly Review[]) =>
    reviews.reduce((totals, each) => countReview(totals, each, 1), emptyDay(DECK, TODAY));
  fc.assert(
    fc.property(fc.array(review), fc.array(review), (some, others) => {
      const together = totalsOf([...some, ...others]);
      expect(sumOfDays(totalsOf(some), totalsOf(others))).toEqual(together);
      expect(hasAnswers(together)).toBe(some.length + others.length > 0);
    }),
  );
});

test('[LOG-18] taking a review back gives the totals from before it', () => {
  fc.assert(
    fc.property(fc.array(review), review, (reviews, last) => {
      const before = reviews.reduce(
        (totals, each) => countReview(totals, each, 1),
        emptyDay(DECK, TODAY),
      );
      expect(countReview(countReview(before, last, 1), last, -1)).toEqual(before);
    }),
  );
});

test('[QUEUE-6] an answer counts as new, learning or review by what the card was', () => {
  expect([NEW, inLearning(NOW), inReview(TODAY)].map(kindOf)).toEqual([
    'new',
    'learning',
    'review',
  ]);
  expect(kindOf({ ...inLearning(NOW), state: 'relearning' })).toBe('learning');
});
