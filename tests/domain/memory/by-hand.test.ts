import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgotten, redated, setDue } from '../../../src/domain/memory/by-hand.ts';
import { inLearning, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';

const moment = { atMillis: NOW, studyDay: TODAY };

test('[CARD-1] setting the due date moves the date and leaves memory, counts and history alone', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.integer({ min: -50, max: 36_500 }), (ago, days) => {
      const before = inReview(TODAY - ago, { lapses: 2, memory: { stability: 7, difficulty: 3 } });
      const after = setDue(before, TODAY + days, moment);
      const dueDay = TODAY + Math.max(0, days);
      const intervalDays = Math.max(1, dueDay - before.lastReview.studyDay);
      expect(after).toEqual({ ...before, dueDay, intervalDays });
    }),
  );
});

test('[CARD-1] a card without memory gets a stability equal to the wait', () => {
  expect(setDue(NEW, TODAY + 12, moment)).toEqual({
    state: 'review',
    reps: 0,
    lapses: 0,
    memory: { stability: 12, difficulty: 5.5 },
    intervalDays: 12,
    dueDay: TODAY + 12,
    lastReview: moment,
  });
  expect(setDue(NEW, TODAY, moment)).toMatchObject({ memory: { stability: 1 }, dueDay: TODAY });
});

test('[CARD-1] a card in steps leaves them with the memory it has', () => {
  const before = inLearning(NOW + 60_000);
  const { memory, lastReview } = before;
  expect(setDue(before, TODAY + 4, moment)).toMatchObject({ state: 'review', memory, lastReview });
});

test('[CARD-1] a forgotten card is as new as one never shown', () => {
  expect(forgotten()).toEqual(NEW);
});

test('[CARD-7] an answer dated ahead counts as answered today, with its interval kept', () => {
  const ahead = inReview(TODAY + 375, { intervalDays: 10 });
  expect(redated(ahead, moment)).toEqual({ ...ahead, lastReview: moment, dueDay: TODAY + 10 });
  const learning = {
    ...inLearning(NOW + 86_400_000 * 300),
    lastReview: { atMillis: NOW + 86_400_000 * 300 - 600_000, studyDay: TODAY + 300 },
  };
  expect(redated(learning, moment)).toEqual({
    ...learning,
    lastReview: moment,
    dueAtMillis: NOW + 600_000,
  });
});

test('[CARD-7] what was answered today or before, and what is new, is left as it is', () => {
  for (const schedule of [NEW, inReview(TODAY + 10), inReview(TODAY - 3), inLearning(NOW)]) {
    expect(redated(schedule, moment)).toBe(schedule);
  }
});
