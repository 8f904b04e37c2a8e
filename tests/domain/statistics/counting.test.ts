import { expect, test } from 'vitest';
import { absenceInWords } from '../../../src/domain/statistics/absence.ts';
import { searchOfScope, searchWithin } from '../../../src/domain/statistics/scope.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import { aLine, aLog, anAnswer, insightsIn, NOW, TODAY, toTell, told } from './answers.ts';

test('[STATS-1] answers given here and brought by an import are one history, each counted once', () => {
  const back = anAnswer('a/1', 3);
  const { answers, recent } = insightsIn({
    reviews: [back, anAnswer('a/1', 1)],
    logs: [
      aLog('a/1', [aLine(20), { ...aLine(3), atMillis: back.atMillis, durationMillis: 9000 }]),
    ],
  });
  expect(answers).toEqual({ inPeriod: 3, ever: 3 });
  expect(told(recent).week.minutes).toBeCloseTo(10 / 60);
});

test('[STATS-2] cramming counts in no figure, and is told', () => {
  const crammed = aLine(4, { type: 3, factor: 0 });
  const { answers, leftOut } = insightsIn({
    logs: [aLog('a/1', [aLine(9), crammed, aLine(2)])],
    crammed: new Map([['a/1', 5]]),
  });
  expect(answers.ever).toBe(2);
  expect(leftOut.crammed).toBe(6);
});

test('[STATS-2] an answer in a filtered deck that reschedules counts', () => {
  const { answers } = insightsIn({ logs: [aLog('a/1', [aLine(9), aLine(4, { type: 3 })])] });
  expect(answers.ever).toBe(2);
});

test('[STATS-3] resets, dates by hand, broken dates and answers ahead are left out and told', () => {
  const { answers, leftOut } = insightsIn({
    reviews: [anAnswer('b/1', -2), anAnswer('b/1', 0)],
    logs: [
      aLog('a/1', [
        { ...aLine(9), atMillis: 1_600_000_000 },
        { ...aLine(9), atMillis: -5 },
        aLine(9),
        aLine(8, { grade: 0, type: 4, factor: 0 }),
        aLine(7, { grade: 0, type: 5 }),
        aLine(6),
      ]),
    ],
  });
  expect(answers.ever).toBe(3);
  expect(leftOut).toEqual({ crammed: 0, byHand: 2, broken: 2, ahead: 1 });
});

test('[STATS-3] after a reset the memory begins anew: nothing is predicted for the next answer', () => {
  const reset = aLine(20, { grade: 0, type: 4, factor: 0 });
  const lines = Array.from({ length: 60 }, (_, index) => aLine(200 - index * 3));
  const without = insightsIn({
    asked: { scope: { kind: 'all' }, period: 'all' },
    logs: [aLog('a/1', [...lines, aLine(10)])],
  });
  const withReset = insightsIn({
    asked: { scope: { kind: 'all' }, period: 'all' },
    logs: [aLog('a/1', [...lines, reset, aLine(10)])],
  });
  expect(told(without.calibration).reviews - told(withReset.calibration).reviews).toBe(1);
});

test('[STATS-4] every figure that is absent says why, in a sentence of its own', () => {
  const none = insightsIn({
    cards: [],
    asked: { scope: { kind: 'search', text: 'x' }, period: 'week' },
  });
  const figures = [none.recent, none.calendar, none.coming, none.known, none.retention];
  for (const figure of [...figures, none.answering, none.calibration]) {
    expect(figure).toEqual({ is: 'absent', because: { reason: 'no-cards' } });
  }
  const fresh = insightsIn({
    cards: [toTell('a/1', { schedule: { state: 'new', reps: 0, lapses: 0 } })],
  });
  expect(fresh.known).toEqual({ is: 'absent', because: { reason: 'nothing-learned' } });
  expect(fresh.answering).toEqual({ is: 'absent', because: { reason: 'no-answers' } });
  expect(fresh.coming.is).toBe('there');
  const away = insightsIn({ reviews: [anAnswer('a/1', 365)] });
  const because = { reason: 'no-answers-in-period', daysAgo: 365 } as const;
  expect(away.answering).toEqual({ is: 'absent', because });
  expect(away.recent.is).toBe('there');
  const once = insightsIn({ reviews: [anAnswer('a/1', 0, { kind: 'new' })] });
  expect(once.retention).toEqual({ is: 'absent', because: { reason: 'no-reviews' } });
  const twice = insightsIn({ reviews: [anAnswer('a/1', 5), anAnswer('a/1', 0)] });
  expect(twice.calibration).toEqual({
    is: 'absent',
    because: { reason: 'too-few-answers', there: 1, needed: 50 },
  });
  const sentences = [
    { reason: 'no-cards' } as const,
    { reason: 'nothing-learned' } as const,
    { reason: 'no-answers' } as const,
    { reason: 'no-reviews' } as const,
    because,
    { reason: 'none-counts', ahead: 1, broken: 2 } as const,
    { reason: 'too-few-answers', there: 1, needed: 50 } as const,
  ].map(absenceInWords);
  expect(new Set(sentences).size).toBe(7);
  expect(sentences[5]).toBe(
    'No answer here counts: 1 is dated later than today, 2 are broken lines of an imported history.',
  );
  expect(sentences[4]).toContain('365 days ago');
});

test('[STATS-5] a day begins at the rollover hour, and nobody looks at a card for days', () => {
  const night = NOW.atMillis - 10 * 3_600_000 + 3.5 * 3_600_000;
  const { recent } = insightsIn({
    logs: [aLog('a/1', [{ ...aLine(0), atMillis: night, durationMillis: 3 * MILLIS_PER_DAY }])],
  });
  const { today, week } = told(recent);
  expect([today.answers, week.answers, week.minutes]).toEqual([0, 1, 60]);
});

test('[STATS-6] all of the collection has the answers to cards that are gone, other scopes have not', () => {
  const reviews = [anAnswer('a/1', 2), anAnswer('gone/1', 2)];
  const cards = [toTell('a/1')];
  const all = insightsIn({ reviews, cards });
  expect(all.answers.ever).toBe(2);
  const scope = { kind: 'deck', path: 'Neurology' } as const;
  expect(insightsIn({ reviews, cards, asked: { scope, period: 'month' } }).answers.ever).toBe(1);
});

test('[STATS-6] a card moved to another slot keeps the answers of its history', () => {
  const cards = [toTell('a/2', { historyId: 'a/1' as CardId })];
  const scope = { kind: 'deck', path: 'Neurology' } as const;
  const asked = { scope, period: 'month' } as const;
  expect(insightsIn({ reviews: [anAnswer('a/1', 2)], cards, asked }).answers.ever).toBe(1);
});

test('[STATS-6] periods have 7, 30, 90 and 365 days, and all begins with the first answer', () => {
  const reviews = [0, 6, 7, 29, 30, 89, 90, 364, 365, 800].map((ago) => anAnswer('a/1', ago));
  const counted = (['week', 'month', 'quarter', 'year', 'all'] as const).map((period) => {
    const { answers, from } = insightsIn({ reviews, asked: { scope: { kind: 'all' }, period } });
    return [answers.inPeriod, TODAY - from + 1];
  });
  expect(counted).toEqual([
    [2, 7],
    [4, 30],
    [6, 90],
    [8, 365],
    [10, 801],
  ]);
});

test('[STATS-6] the search of a scope is one that a person could type', () => {
  expect(searchOfScope({ kind: 'all' })).toBe('');
  expect(searchOfScope({ kind: 'deck', path: 'Neuro::M S*' })).toBe('deck:"Neuro::M S\\*"');
  const section = searchOfScope({ kind: 'section', path: 'none', deckPath: 'A' });
  expect(section).toBe('deck:A tag:"none"');
  expect(searchWithin('a or b', 'is:due')).toBe('(a or b) is:due');
  expect(searchWithin('', 'is:due')).toBe('is:due');
});

test('[STATS-7] answers are new, learning, young and mature by the interval that came to its end', () => {
  const { recent } = insightsIn({
    reviews: [
      anAnswer('a/1', 6, { kind: 'new', intervalDays: 0 }),
      anAnswer('a/1', 6, { kind: 'learning', intervalDays: 20, atMillis: 6e14 }),
      anAnswer('a/1', 4, { intervalDays: 21, atMillis: 7e14 }),
      anAnswer('a/1', 2, { intervalDays: 50, atMillis: 8e14 }),
    ],
    logs: [
      aLog('b/1', [
        aLine(3, { type: 0 }),
        aLine(2, { lastInterval: 20 }),
        aLine(1, { lastInterval: 21 }),
      ]),
    ],
  });
  expect(told(recent).week.byKind).toEqual({ new: 2, learning: 1, young: 2, mature: 2 });
});

test('[STATS-8] the first answer of a day to a card in review is one review; Again is forgotten', () => {
  const later = (ago: number) => ({ atMillis: (TODAY - ago) * MILLIS_PER_DAY + 20 * 3_600_000 });
  const { recent } = insightsIn({
    reviews: [
      anAnswer('a/1', 3, { grade: 1, intervalDays: 0 }),
      anAnswer('a/1', 3, { ...later(3), kind: 'learning' }),
      anAnswer('a/1', 1, { grade: 2 }),
      anAnswer('a/1', 1, { ...later(1), grade: 1 }),
      anAnswer('b/1', 1, { kind: 'new' }),
    ],
    logs: [
      aLog('c/1', [
        aLine(5, { type: 0, lastInterval: -600 }),
        aLine(2, { type: 0, lastInterval: -86_400 }),
      ]),
    ],
  });
  expect(told(recent).week.recalled).toMatchObject({ of: 3, count: 2 });
});
