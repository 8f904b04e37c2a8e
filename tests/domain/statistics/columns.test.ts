import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  oneHistoryOfRows,
  rowOfReview,
  rowsOfLog,
} from '../../../src/domain/statistics/columns/answer.ts';
import { AnswerColumns } from '../../../src/domain/statistics/columns/answer-columns.ts';
import { AnswerIntake } from '../../../src/domain/statistics/columns/intake.ts';
import { insightsOf } from '../../../src/domain/statistics/insights-of.ts';
import type { StatisticsPeriod } from '../../../src/domain/statistics/period.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { aLine, aLog, anAnswer, NOW, ROLLOVER, TODAY, toTell } from './answers.ts';

const grades = fc.constantFrom<Grade>(1, 2, 3, 4);
const answers = fc
  .record({
    card: fc.integer({ min: 0, max: 4 }),
    ago: fc.integer({ min: -2, max: 420 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    grade: grades,
    kind: fc.constantFrom('new' as const, 'learning' as const, 'review' as const),
    interval: fc.integer({ min: 0, max: 400 }),
    stability: fc.double({ min: 0.01, max: 500, noNaN: true }),
    millis: fc.integer({ min: 0, max: 90_000 }),
  })
  .map((each): Review => {
    const review = anAnswer(`c${each.card}/1`, each.ago);
    return {
      ...review,
      atMillis: review.atMillis + each.minute * 60_000,
      grade: each.grade,
      kind: each.kind,
      intervalDays: each.interval,
      memory: { stability: each.stability, difficulty: 5 },
      durationMillis: each.millis,
    };
  });
const lines = fc.array(
  fc
    .record({
      ago: fc.integer({ min: 1, max: 900 }),
      grade: grades,
      lastInterval: fc.integer({ min: -90_000, max: 300 }),
    })
    .map(({ ago, ...more }) => aLine(ago, more)),
  { maxLength: 6 },
);

function everything(
  columns: AnswerColumns,
  periods: readonly StatisticsPeriod[] = ['week', 'all'],
) {
  const cards = [0, 1, 2, 3].map((index) => toTell(`c${index}/1`));
  return periods.map((period) =>
    insightsOf({
      asked: { scope: { kind: 'all' }, period },
      columns,
      cards,
      now: NOW,
      today: TODAY,
      rolloverHour: ROLLOVER,
      overlays: [],
      crammed: new Map(),
      forecasts: [],
    }),
  );
}

test('[STATS-35] columns kept up history by history tell what columns made anew tell', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(answers, { maxLength: 8 }), { maxLength: 6 }),
      lines,
      (batches, past) => {
        const kept = new AnswerColumns(1);
        const logs = past.length > 0 ? [aLog('c1/1', past)] : [];
        let given: Review[] = [];
        const put = (ids: Iterable<string>) => {
          for (const id of ids) {
            const own = given.filter(({ cardId }) => cardId === id).map(rowOfReview);
            const log = logs.find((each) => each.id === id);
            const told = log && rowsOfLog(log);
            kept.put(id, oneHistoryOfRows(own, told?.rows ?? []), told?.others);
          }
        };
        put(logs.map(({ id }) => id));
        for (const [index, batch] of batches.entries()) {
          // Every other batch takes the answers of a card back, as undo does.
          given =
            index % 2 === 1 ? given.filter(({ cardId }) => cardId !== batch[0]?.cardId) : given;
          given = [...given, ...(index % 2 === 1 ? [] : batch)];
          put(new Set(batch.map(({ cardId }) => cardId)));
          // Asked in between, so that what is predicted is there and must be done anew.
          everything(kept, ['all']);
        }
        const intake = new AnswerIntake();
        for (const review of given) intake.addReview(review);
        for (const log of logs) intake.addLog(log);
        expect(everything(kept)).toEqual(everything(intake.columns()));
        expect(kept.size).toBe(kept.histories.reduce((sum, { count }) => sum + count, 0));
      },
    ),
    { numRuns: 8 },
  );
});

test('[STATS-35] a history that grows a thousand times leaves no more behind than is kept', () => {
  const columns = new AnswerColumns(1);
  const rows = Array.from({ length: 300 }, (_, index) => rowOfReview(anAnswer('a/1', 300 - index)));
  columns.put('b/1', rows.slice(0, 3));
  for (let count = 1; count <= rows.length; count++) columns.put('a/1', rows.slice(0, count));
  expect(columns.size).toBe(303);
  expect(columns.arrays.day.length).toBeLessThan(40_000);
  const history = columns.histories[columns.indexOf('a/1') ?? -1];
  const { start = 0 } = history ?? {};
  expect([...columns.arrays.day.subarray(start, start + 300)]).toEqual(
    rows.map(({ studyDay }) => studyDay),
  );
});

test('[STATS-29] other weights make other predictions of logs, and the first ones come back', () => {
  const intake = new AnswerIntake();
  for (let card = 0; card < 60; card++)
    intake.addLog(aLog(`c${card}/1`, [aLine(40), aLine(20), aLine(5)]));
  const columns = intake.columns();
  const under = (weights: readonly number[]) => {
    const base = toTell('x/1').deck.options;
    const cards = Array.from({ length: 60 }, (_, card) =>
      toTell(`c${card}/1`, {}, {}, { options: { ...base, weights } }),
    );
    const asked = { scope: { kind: 'all' }, period: 'quarter' } as const;
    const { calibration } = insightsOf({
      ...{ asked, columns, cards, now: NOW, today: TODAY, rolloverHour: ROLLOVER },
      ...{ overlays: [], crammed: new Map(), forecasts: [] },
    });
    return calibration.is === 'there' ? calibration.value.predicted : Number.NaN;
  };
  const { weights } = toTell('x/1').deck.options;
  const first = under(weights);
  const other = under(weights.map((each, index) => (index === 2 ? 20 : each)));
  expect(other).toBeGreaterThan(first);
  expect(under(weights)).toBe(first);
});

test('[STATS-35] a memory at the edge of what there can be is sound, one beyond it is worked out again', () => {
  const of = (stability: number, difficulty: number) =>
    'memory' in rowOfReview(anAnswer('a/1', 1, { memory: { stability, difficulty } }));
  expect([of(0.01, 1), of(0.01, 10)]).toEqual([true, true]);
  expect([of(0, 5), of(-1, 5), of(Number.NaN, 5)]).toEqual([false, false, false]);
  expect([of(1, 0.99), of(1, 10.01), of(1, Number.NaN)]).toEqual([false, false, false]);
});

test('[STATS-35] a history of nothing takes no place, one of lines that are no answers does', () => {
  const columns = new AnswerColumns(16);
  columns.put('none/1', []);
  expect(columns.indexOf('none/1')).toBeUndefined();
  columns.put('crammed/1', [], { crammed: 1, byHand: 0, broken: 0 });
  expect(columns.indexOf('crammed/1')).toBe(0);
  columns.put('a/1', [rowOfReview(anAnswer('a/1', 1))]);
  columns.put('a/1', []);
  expect(columns.indexOf('a/1')).toBe(1);
  expect(columns.histories[1]?.count).toBe(0);
});
