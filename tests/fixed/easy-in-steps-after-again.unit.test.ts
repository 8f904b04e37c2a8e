import { expect, test } from 'vitest';
import type { Card } from '../../src/domain/collection/card.ts';
import type { LearningSchedule } from '../../src/domain/memory/schedule.ts';
import type { CardId } from '../../src/kernel/ids.ts';
import { admitOperation } from '../../src/log/door.ts';
import { effectsOf } from '../../src/log/effects.ts';
import { aCard, aNote, anOperation, inReview, NOW, rowsOf, TODAY } from '../support/collection.ts';

// Easy on a card in its steps gave what FSRS says of Easy, and Good a step of ten minutes: after
// Again both were a day away. Now Easy is a day or more after the day that FSRS gives Good.

const note = aNote('a', [1]);
const cardId = `${note.id}/1` as CardId;
const afterAgain: LearningSchedule = {
  state: 'learning',
  reps: 1,
  lapses: 0,
  memory: { stability: 0.212, difficulty: 6.4133 },
  step: 0,
  dueAtMillis: NOW,
  lastReview: { atMillis: NOW - 60_000, studyDay: TODAY },
};

/** The card after Easy, as a program of before wrote it down (version 1) or as this one does. */
function easyOf(schedule: Card['schedule'], version: 1 | 2, grade: 3 | 4 = 4): Card['schedule'] {
  const card = aCard(cardId, { schedule });
  const body = { kind: 'answer', cardId, grade, durationMillis: 1000, repsBefore: schedule.reps };
  const written = { ...anOperation(body as never), version };
  const admitted = admitOperation(written);
  if (admitted.is !== 'known') throw new Error('the answer was not let in');
  const effects = effectsOf(admitted.operation, rowsOf([note], [card]));
  if (!effects.ok) throw new Error(effects.problem.what);
  const after = effects.value.changes.find(({ key }) => key === cardId)?.after;
  return (after as Card).schedule;
}

test('[MEMORY-11] Easy in steps after Again is a day or more after the day that FSRS gives Good', () => {
  expect(easyOf(afterAgain, 2)).toMatchObject({ state: 'review', intervalDays: 2 });
});

test('[MEMORY-23] an answer of before keeps the interval that it gave then', () => {
  expect(easyOf(afterAgain, 1)).toMatchObject({ state: 'review', intervalDays: 1 });
  const days = [3, 3.2, 3.4, 3.6, 4.6].map((stability) => {
    const review = { intervalDays: 6, reps: 5, memory: { stability, difficulty: 5 } };
    const of = (version: 1 | 2) => easyOf(inReview(TODAY, review), version, 3);
    return [of(1), of(2)].map((after) => (after.state === 'review' ? after.intervalDays : 0));
  });
  expect(days).toEqual([
    [15, 15],
    [15, 16],
    [15, 16],
    [16, 16],
    [17, 18],
  ]);
});
