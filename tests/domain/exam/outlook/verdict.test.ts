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
  expect(say({ cards: 0 })).toBe('No card in study is about this exam yet.');
  // The outlook of an exam that is today or over has no card in it: it may have them all the same.
  for (const daysLeft of [0, -1]) {
    expect(say({ cards: 0, daysLeft })).toBe(
      'No day is left before this exam: nothing is planned.',
    );
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
    'Predicted: about 70 %, with 20 minutes a day and without study.',
  );
});

test('[EXAM-11] minutes are not said to give what no study gives', () => {
  const at = (expected: number, withoutStudy: number) =>
    say({ predicted: { expected, low: 0, high: 1 }, withoutStudy });
  expect(at(0.984, 0.976)).toBe('Predicted: about 98 %, with 20 minutes a day and without study.');
  expect(at(0, 0)).toBe('Predicted: about 0 %, with 20 minutes a day and without study.');
  expect(at(1, 1)).toBe('Predicted: about 100 %, with 20 minutes a day and without study.');
  expect(at(0.985, 0.974)).toBe(
    'Predicted: 20 minutes a day is enough for about 99 %; without study 97 %.',
  );
});

test('[EXAM-11] a mean of seconds a day is less than a minute, and none is named as another', () => {
  expect(say({ minutesADay: 0.2, isUneven: true })).toBe(
    'Predicted: less than a minute a day on average gives about 70 %; without study 40 %.',
  );
  const flat = curve([0, 0.4], [0.9, 0.7], [1.3, 0.7]);
  expect(say({ minutesADay: 1.3, curve: flat })).toBe(
    'Predicted: 1 minute a day gives about 70 %; without study 40 %.',
  );
});

test('[EXAM-11] no more minutes are named than a day has', () => {
  const steep = (needed: number) => curve([0, 0.4], [600, 0.7], [needed, 0.8]);
  expect(say({ minutesADay: 600, curve: steep(1440) })).toContain('; 1440 would give 80 %;');
  expect(say({ minutesADay: 600, curve: steep(1500) })).not.toContain('would');
});

test('[EXAM-11] the curve of the exam as it was before tells nothing of it as it is now', () => {
  const before = curve([0, 0.2], [10, 0.5], [30, 0.8]);
  expect(say({ curve: before })).not.toContain('would');
  const others = curve([0, 0.2], [10, 0.69], [20, 0.9]);
  expect(say({ curve: others })).not.toContain('would');
});
