import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generatedHistories, historiesOfLog, memoryRows } from '../../../bench/memory.ts';
import { cardCount } from '../../../src/domain/training/training-set.ts';

const log = () => historiesOfLog(readFileSync('bench/review-logs/py-fsrs.txt', 'utf8'));

describe('the table of docs/memory.md', () => {
  test('[TRAIN-16] the log has as many answers and cards as it is said to have', () => {
    const histories = log();
    expect([histories.grades.length, cardCount(histories)]).toEqual([12_580, 1205]);
    expect([...histories.grades].every((grade) => grade >= 1 && grade <= 4)).toBe(true);
  });

  test('[TRAIN-16] on real answers trained weights predict better than the defaults, and those than a constant', () => {
    const losses = memoryRows(log()).map(({ error }) => error.logLoss);
    expect(losses).toHaveLength(3);
    expect(losses.toSorted((a, b) => b - a)).toEqual(losses);
  });

  test('[TRAIN-16] every model is measured on the same answers, none of them of the first part', () => {
    for (const { histories } of generatedHistories(true)) {
      const of = histories();
      const predicted = of.days.filter((days) => days > 0).length;
      const answers = memoryRows(of).map(({ error }) => error.answers);
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
      expect(Math.abs((answers[0] ?? 0) - predicted * 0.8)).toBeLessThan(5);
    }
  });

  test('[TRAIN-16] a log as it is kept is read to the minute, by study days in UTC', () => {
    // 03:50 and 04:10 of the next day: two study days; twice within one: none between.
    const { days, atMillis, grades } = historiesOfLog('28529510:3 5:1 15:4\n28529510:2\n');
    expect([...grades]).toEqual([3, 1, 4, 2]);
    expect([...days]).toEqual([0, 0, 1, 0]);
    expect(new Date(atMillis[2] ?? 0).toISOString()).toBe('2024-03-30T04:10:00.000Z');
  });
});
