import { expect, test } from 'vitest';
import { type ExamOutlook, verdictOf } from '../../../../src/domain/exam/outlook/outlook.ts';

const OUTLOOK = {
  cards: 100,
  daysLeft: 10,
  minutesADay: 20,
  isUneven: false,
  predicted: { expected: 0.7, low: 0.6, high: 0.8 },
  withoutStudy: 0.4,
  curve: [],
};
const say = (more: object = {}) => verdictOf({ ...OUTLOOK, ...more } as unknown as ExamOutlook);
const curve = (...points: readonly (readonly [minutesADay: number, expected: number])[]) =>
  points.map(([minutesADay, expected]) => ({ minutesADay, recall: expected, expected }));

test('[EXAM-11] without cards, on the day and without minutes, the verdict says just that', () => {
  expect(say({ cards: 0, daysLeft: 0 })).toBe('No card in study is about this exam yet.');
  for (const daysLeft of [0, -1]) {
    expect(say({ daysLeft })).toBe('Predicted recall on the day is 70 %.');
  }
  expect(say({ daysLeft: 1 })).toBe(
    'Predicted: 20 minutes a day gives about 70 %; without study 40 %.',
  );
  expect(say({ minutesADay: 0 })).toBe(
    'No day before the exam has any minutes: nothing is planned; predicted without study 40 %.',
  );
});

test('[EXAM-11] minutes are whole, one is one, and uneven ones are an average', () => {
  expect(say({ minutesADay: 1.4 })).toMatch(/^Predicted: 1 minute a day gives about 70 %;/);
  expect(say({ minutesADay: 1.5 })).toMatch(/^Predicted: 2 minutes a day gives/);
  expect(say({ isUneven: true })).toMatch(/^Predicted: 20 minutes a day on average gives/);
});

test('[EXAM-11] the next mark is named with the minutes it takes, where it takes more', () => {
  expect(say({ curve: curve([0, 0.4], [20, 0.7], [36, 0.8]) })).toBe(
    'Predicted: 20 minutes a day gives about 70 %; 36 would give 80 %; without study 40 %.',
  );
  // A mark that the curve does not reach is not promised.
  expect(say({ curve: curve([0, 0.4], [20, 0.7], [40, 0.72]) })).toBe(
    'Predicted: 20 minutes a day gives about 70 %; without study 40 %.',
  );
});

test('[EXAM-11] fewer minutes are named where they give as much, and none where no study does', () => {
  const flat = { predicted: { expected: 0.7, low: 0.6, high: 0.8 } };
  expect(say({ ...flat, curve: curve([0, 0.4], [10, 0.7], [20, 0.7]) })).toBe(
    'Predicted: 20 minutes a day gives about 70 %; 10 would give about as much; without study 40 %.',
  );
  expect(say({ ...flat, curve: curve([0, 0.4], [18, 0.7], [20, 0.7]) })).not.toContain('as much');
  // From four fifths of the minutes on it is not worth it.
  expect(say({ ...flat, curve: curve([0, 0.4], [16, 0.7], [20, 0.7]) })).toContain('; 16 would');
  expect(say({ ...flat, curve: curve([0, 0.4], [17, 0.7], [20, 0.7]) })).not.toContain('as much');
  const none = { withoutStudy: 0.7, curve: curve([0, 0.7], [20, 0.7]) };
  expect(say({ ...flat, ...none })).toBe(
    'Predicted: 20 minutes a day gives about 70 %; without study 70 %.',
  );
});
