import { expect, test } from 'vitest';
import type { Review } from '../../../src/domain/collection/review.ts';
import { SessionTotal } from '../../../src/domain/study/session-total.ts';

const answer = (operationId: string, cardId: string, grade: number, durationMillis: number) =>
  ({ operationId, cardId, grade, durationMillis }) as Review;

test('[REVIEW-8] a session is summed up by answers, different cards, what was recalled, and time', () => {
  const total = new SessionTotal();
  expect(total.summary).toEqual({ answers: 0, cards: 0, recalled: 0, millis: 0 });
  total.add(answer('1', 'a', 1, 4000));
  total.add(answer('2', 'a', 3, 2000));
  total.add(answer('3', 'b', 2, 1000));
  expect(total.summary).toEqual({ answers: 3, cards: 2, recalled: 2, millis: 7000 });
});

test('[LOG-18] an answer taken back no longer counts, and one done again counts once', () => {
  const total = new SessionTotal();
  const [first, again] = [answer('1', 'a', 3, 4000), answer('2', 'a', 3, 2000)] as const;
  total.add(first);
  total.add(again);
  total.remove(again.operationId);
  total.remove('9' as never);
  expect([...total.answered]).toEqual(['a']);
  total.remove(first.operationId);
  expect([...total.answered]).toEqual([]);
  total.add(first);
  total.add({ ...first, grade: 1 });
  expect(total.summary).toEqual({ answers: 1, cards: 1, recalled: 0, millis: 4000 });
});
