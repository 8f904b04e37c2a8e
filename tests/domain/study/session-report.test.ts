import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import { sectionsOfSession } from '../../../src/domain/study/session-report.ts';
import { SessionTotal } from '../../../src/domain/study/session-total.ts';

const answer = (operationId: string, cardId: string, grade: number) =>
  ({ operationId, cardId, grade, durationMillis: 1000 }) as Review;
const card = (id: string, ...sections: string[]) => ({ id, sections }) as unknown as Card;

test('[REVIEW-8] a card is forgotten that was graded Again once, whatever came after; one taken back is not', () => {
  const total = new SessionTotal();
  total.add(answer('1', 'a', 1));
  total.add(answer('2', 'b', 3));
  total.add(answer('3', 'a', 4));
  total.add(answer('4', 'b', 1));
  total.remove('4' as never);
  expect(total.cards).toEqual([
    { cardId: 'a', isForgotten: true },
    { cardId: 'b', isForgotten: false },
  ]);
});

test('[REVIEW-8] a session is told by section: each card in all that it has, under one spelling', () => {
  const answered = [
    { cardId: 'a', isForgotten: true },
    { cardId: 'b', isForgotten: false },
    { cardId: 'c', isForgotten: false },
    { cardId: 'gone', isForgotten: true },
  ] as never;
  const cards = [card('a', 'Safety', 'Trials'), card('b', 'safety'), card('c')];
  expect(sectionsOfSession(answered, cards)).toEqual([
    { name: 'Safety', cards: 2, recalled: 1 },
    { name: 'Trials', cards: 1, recalled: 0 },
    { name: '', cards: 1, recalled: 1 },
  ]);
});
