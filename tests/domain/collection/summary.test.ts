import { expect, test } from 'vitest';
import type { Review } from '../../../src/domain/collection/review.ts';
import { summaryOf } from '../../../src/domain/collection/summary.ts';

const answer = (cardId: string, grade: number, durationMillis: number) =>
  ({ cardId, grade, durationMillis }) as Review;

test('[REVIEW-8] a session is summed up by answers, different cards, what was recalled, and time', () => {
  const reviews = [answer('a', 1, 4000), answer('a', 3, 2000), answer('b', 2, 1000)];
  expect(summaryOf(reviews)).toEqual({ answers: 3, cards: 2, recalled: 2, millis: 7000 });
  expect(summaryOf([])).toEqual({ answers: 0, cards: 0, recalled: 0, millis: 0 });
});
