import { expect, test } from 'vitest';
import { AnswerColumns } from '../../../src/domain/statistics/columns/answer-columns.ts';
import type { AnswerRow } from '../../../src/domain/statistics/columns/answer.ts';
import { predictedAmong, trainingSetFrom } from '../../../src/domain/training/from-columns.ts';

const DAY = 86_400_000;

function row(day: number, grade: number, part: Partial<AnswerRow> = {}): AnswerRow {
  return {
    atMillis: day * DAY,
    studyDay: day,
    grade,
    kind: 'review',
    millis: 5000,
    intervalDays: 1,
    isAnew: false,
    ...part,
  };
}

/** What training sees of a card: [grade, days] of each answer. */
function seen(rows: readonly AnswerRow[]): number[][] {
  const columns = new AnswerColumns();
  columns.put('n/1', rows);
  const { starts, grades, days } = trainingSetFrom(columns.arrays, columns.histories);
  expect(starts.length).toBeLessThanOrEqual(2);
  const predicted = days.filter((each) => each > 0).length;
  expect(predictedAmong(columns.arrays, columns.histories)).toBe(predicted);
  return [...grades].map((grade, index) => [grade, days[index] ?? 0]);
}

const first = (day: number, grade = 3) => row(day, grade, { kind: 'new', isAnew: true });

test('[TRAIN-2] a history begins with the first answer, and counts study days', () => {
  expect(seen([first(100), row(104, 1), row(104, 3, { kind: 'learning' }), row(110, 4)])).toEqual([
    [3, 0],
    [1, 4],
    [3, 0],
    [4, 6],
  ]);
});

test('[TRAIN-2] what came before a card was forgotten on request counts no more', () => {
  const again = row(150, 2, { kind: 'learning', isAnew: true });
  expect(seen([first(100), row(104, 3), again, row(153, 3)])).toEqual([
    [2, 0],
    [3, 3],
  ]);
});

test('[TRAIN-2] a card whose beginning is not known is left out', () => {
  expect(seen([row(100, 3), row(120, 3)])).toEqual([]);
  // As imported: the first line that there is follows others.
  expect(seen([row(100, 3, { isAnew: true }), row(120, 3)])).toEqual([]);
});

test('[TRAIN-2] a clock that was set back counts as the same day', () => {
  expect(seen([first(100), row(98, 3), row(101, 3)])).toEqual([
    [3, 0],
    [3, 0],
    [3, 3],
  ]);
});
