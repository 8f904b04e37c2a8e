import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import { daysLater, dueChange, dueChanges } from '../../../src/domain/cram/due-change.ts';
import { asReview, settled } from '../../../src/domain/cram/settle.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { answer, DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';
import { aCard, inLearning, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';
import { aCramAnswer } from '../../support/cram.ts';

const DAY = 86_400_000;

test('[CRAM-5] accepting counts each answer on its own day, as if it had been given in study', () => {
  const grades = fc.array(
    fc.record({ grade: fc.constantFrom<Grade>(1, 2, 3, 4), wait: fc.integer({ min: 1, max: 20 }) }),
    { minLength: 1, maxLength: 8 },
  );
  const starts = fc.constantFrom(NEW, inReview(TODAY - 3), inLearning(NOW - 9000));
  fc.assert(
    fc.property(starts, grades, (schedule, given) => {
      const card = aCard('n/1', { schedule });
      let day = TODAY;
      let expected: Card['schedule'] = schedule;
      const answers = given.map(({ grade, wait }, index) => {
        day += wait - 1;
        const moment = { atMillis: NOW + (day - TODAY) * DAY + index * 1000, studyDay: day };
        expected = answer(DEFAULT_OPTIONS, card.id, expected, grade, moment);
        return aCramAnswer('n/1', grade, moment);
      });
      const { after, answers: taken, tooLate } = settled(card, answers, DEFAULT_OPTIONS);
      expect(after).toEqual({ ...card, schedule: expected });
      expect(taken.map(({ state }) => state)).toEqual(answers.map(() => 'accepted'));
      expect(tooLate).toEqual([]);
    }),
  );
});

test('[CRAM-5] answers from before the card’s last ordinary one are left out', () => {
  const card = aCard('n/1', {
    schedule: inReview(TODAY + 10, { lastReview: { atMillis: NOW, studyDay: TODAY } }),
  });
  const before = aCramAnswer('n/1', 1, { atMillis: NOW - DAY, studyDay: TODAY - 1 });
  const after = aCramAnswer('n/1', 3, { atMillis: NOW + DAY, studyDay: TODAY + 1 });
  const result = settled(card, [after, before], DEFAULT_OPTIONS);
  expect(result.tooLate).toEqual([{ ...before, state: 'dropped' }]);
  expect(result.answers.map(({ id }) => id)).toEqual([after.id]);
  expect(settled(card, [before], DEFAULT_OPTIONS).after).toEqual(card);
});

test('[CRAM-5] an accepted answer stands in the history under which its card’s answers are logged', () => {
  const card = aCard('n/2', { schedule: inReview(TODAY - 4), historyId: 'n/1' as CardId });
  const [taken] = settled(card, [aCramAnswer('n/2', 3)], DEFAULT_OPTIONS).answers;
  if (!taken) throw new Error('not taken');
  expect(asReview(taken)).toMatchObject({
    cardId: 'n/1',
    kind: 'review',
    grade: 3,
    elapsedDays: 14,
  });
  expect(asReview(aCramAnswer('n/2', 3))).toBeUndefined();
});

test('[CRAM-5] later, sooner and first dates are told as the person will see them', () => {
  const at = { today: TODAY, utcOffsetMinutes: 0, rolloverHour: 4 };
  const change = (before: Card['schedule'], grade: Grade) =>
    settled(aCard('n/1', { schedule: before }), [aCramAnswer('n/1', grade)], DEFAULT_OPTIONS);
  const overdue = inReview(TODAY - 10);
  // An overdue card is asked for today: from there it is counted.
  expect(daysLater(change(overdue, 3), at)).toBeGreaterThan(0);
  expect(dueChange(change(overdue, 3), at)).toBe('later');
  expect(dueChange(change(overdue, 1), at)).toBe('same');
  expect(dueChange(change(inReview(TODAY + 5), 1), at)).toBe('sooner');
  expect(dueChange(change(NEW, 3), at)).toBe('begun');
  expect(dueChanges([change(overdue, 3), change(NEW, 3), change(NEW, 4)], at)).toEqual({
    later: 1,
    sooner: 0,
    same: 0,
    begun: 2,
  });
});
