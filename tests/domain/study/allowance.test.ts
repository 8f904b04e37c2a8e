import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import { emptyDay } from '../../../src/domain/collection/review.ts';
import { allowanceOf, leftToday } from '../../../src/domain/study/allowance.ts';
import { EMPTY_TALLY } from '../../../src/domain/study/tally.ts';
import { DECK, TODAY } from '../../support/collection.ts';

const preset = { ...DEFAULT_PRESET, newPerDay: 5, reviewsPerDay: 10 };

function dayWith(newAnswers: number, learning: number, review: number) {
  const kind = (answers: number) => ({ answers, recalled: answers, millis: 0 });
  return {
    ...emptyDay(DECK, TODAY),
    byKind: { new: kind(newAnswers), learning: kind(learning), review: kind(review) },
  };
}

test('[QUEUE-6] today’s answers use up the limits, learning answers do not, and nothing is below zero', () => {
  expect(allowanceOf(preset, undefined)).toEqual({ new: 5, review: 10 });
  expect(allowanceOf(preset, dayWith(2, 40, 3))).toEqual({ new: 3, review: 7 });
  expect(allowanceOf(preset, dayWith(9, 0, 99))).toEqual({ new: 0, review: 0 });
});

test('[TODAY-1] what is left is what is due by today within the limits, by note or by card', () => {
  const tally = {
    ...EMPTY_TALLY,
    newCards: { 0: 8 },
    newNotes: { 0: 3, [TODAY + 1]: 1 },
    reviewCards: { [TODAY - 9]: 4, [TODAY]: 2, [TODAY + 1]: 50 },
    reviewNotes: { [TODAY - 9]: 2, [TODAY]: 1, [TODAY + 1]: 50 },
  };
  const allowance = { new: 5, review: 5 };
  expect(leftToday(tally, preset, allowance, TODAY)).toEqual({ new: 3, review: 3 });
  expect(leftToday(tally, { ...preset, burySiblings: false }, allowance, TODAY)).toEqual({
    new: 5,
    review: 5,
  });
  expect(leftToday(undefined, preset, allowance, TODAY)).toEqual({ new: 0, review: 0 });
});
