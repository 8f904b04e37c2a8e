import { expect, test } from 'vitest';
import { examCurve } from '../../../../src/domain/exam/outlook/exam-curve.ts';
import { anExam, newCards, reviewCards, sceneInput } from '../exams.ts';

/** How often the columns of the cards are read at a point, after the first. */
function readsAPoint(cards: number): number {
  const input = sceneInput([...reviewCards(cards, -20), ...newCards(cards / 5)], []);
  let reads = 0;
  const counted = input.cards.map((card) =>
    Object.defineProperty({ ...card }, 'schedule', {
      get: () => {
        reads++;
        return card.schedule;
      },
    }),
  );
  const at = examCurve(anExam(10), { ...input, cards: counted });
  at(1);
  expect(reads).toBeGreaterThan(cards);
  reads = 0;
  for (const factor of [0.5, 2, 0.8]) at(factor);
  return reads;
}

test('[EXAM-25] a point of the curve looks at no card again, however many there are', () => {
  expect(readsAPoint(500)).toBe(0);
  expect(readsAPoint(5000)).toBe(0);
});

test('[EXAM-25] a point is worked out once', () => {
  const at = examCurve(anExam(10), sceneInput(reviewCards(300, -20), []));
  const first = at(0.7);
  at(1.4);
  expect(at(0.7)).toBe(first);
});
