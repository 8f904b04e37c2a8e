import { expect, test } from 'vitest';
import { checkedOverlay } from '../../../src/domain/overlay/check-overlay.ts';
import { checkedSearch } from '../../../src/domain/overlay/check-search.ts';
import type { Exam, Overlay } from '../../../src/domain/overlay/overlay.ts';
import { NO_CARDS } from '../../../src/domain/overlay/overlay.ts';
import { inSentences } from '../../support/effects.ts';
import { aBreak, aCatchUp, anExam, everyDay } from '../exam/exams.ts';

/** What is wrong with it; undefined where nothing is. */
function wrong(overlay: Overlay): string | undefined {
  const checked = checkedOverlay(overlay);
  if (checked.ok) return void expect(checked.value).toBe(overlay);
  expect(checked.problem.kept).toBe('Nothing was saved.');
  return inSentences(checked.problem).what;
}
const examWith = (change: Partial<Exam>) => wrong(anExam(20, change));
const cardsOf = (change: Partial<Exam['cards']>) => ({ ...NO_CARDS, ...change });

test('[EXAM-6] what has a name, days and cards makes sense', () => {
  expect([anExam(20), aBreak(1, 3), aCatchUp(1, 3)].map(wrong)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('[EXAM-6] each needs a name', () => {
  for (const each of [anExam(20), aBreak(1, 3), aCatchUp(1, 3)]) {
    expect(wrong({ ...each, name: ' ' })).toBe('It has no name.');
  }
});

test('[EXAM-6] an exam needs a date, and minutes from 0 to a whole day on seven days', () => {
  const at = { atMillis: Number.NaN, utcOffsetMinutes: 0 };
  expect(examWith({ at })).toBe('The exam has no date.');
  const range = 'Minutes a day are numbers from 0 to 1440.';
  expect(examWith({ minutes: everyDay(20).slice(1) })).toBe(range);
  expect(examWith({ minutes: everyDay(20).with(3, -1) })).toBe(range);
  expect(examWith({ minutes: everyDay(20).with(6, 1441) })).toBe(range);
  expect(examWith({ minutes: everyDay(20).with(6, Number.NaN) })).toBe(range);
  expect(examWith({ minutes: everyDay(1440) })).toBeUndefined();
  expect(examWith({ minutes: everyDay(0).with(2, 1) })).toBeUndefined();
  expect(examWith({ minutes: everyDay(0) })).toMatch(/^The exam has no minutes on any day/);
});

test('[EXAM-6] an exam is about a deck, a section or what a search finds', () => {
  expect(examWith({ cards: cardsOf({ search: '  ' }) })).toBe('The exam is about no cards.');
  expect(examWith({ cards: cardsOf({ sections: ['Heart'] }) })).toBeUndefined();
  expect(examWith({ cards: cardsOf({ search: 'tag:x' }) })).toBeUndefined();
});

test('[EXAM-6] weights, floor and mark keep to their bounds', () => {
  const weighing = (...weights: number[]) =>
    examWith({ weights: weights.map((weight, at) => ({ section: `s${at}`, weight })) });
  expect([weighing(0), weighing(1e9), weighing(1, 2)]).toEqual([undefined, undefined, undefined]);
  for (const weight of [-1, 1.1e9, Number.NaN]) {
    expect(weighing(1, weight)).toBe('Weights are numbers from 0 to 1,000,000,000.');
  }
  for (const retentionFloor of [0, 1, Number.NaN]) {
    expect(examWith({ retentionFloor })).toBe('The floor is a recall between 0 and 1.');
  }
  expect(examWith({ retentionFloor: 0.8 })).toBeUndefined();
  expect([0, 0.5, 1].map((achieved) => examWith({ mark: { achieved } }))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  for (const achieved of [-0.1, 1.1, Number.NaN]) {
    expect(examWith({ mark: { achieved } })).toBe('A mark is from 0 to 100 %.');
  }
});

test('[EXAM-6] a break ends no day before it begins, and lasts 400 days at most', () => {
  expect(wrong(aBreak(3, 2))).toBe('The break ends before it begins.');
  expect(wrong(aBreak(3, Number.NaN))).toBe('The break ends before it begins.');
  expect([aBreak(3, 3), aBreak(1, 400)].map(wrong)).toEqual([undefined, undefined]);
  expect(wrong(aBreak(1, 401))).toBe('The break is longer than 400 days.');
});

test('[EXAM-6] days to spread over are whole, from 1 to 400', () => {
  const spread = 'The days to spread over are a whole number from 1 to 400.';
  for (const spreadDays of [0, 401, 1.5]) {
    expect(wrong(aBreak(1, 3, { spreadDays }))).toBe(spread);
    expect(wrong(aCatchUp(1, 3, { spreadDays }))).toBe(spread);
  }
  for (const spreadDays of [1, 400]) {
    expect(wrong(aBreak(1, 3, { spreadDays }))).toBeUndefined();
    expect(wrong(aCatchUp(1, 3, { spreadDays }))).toBeUndefined();
  }
  const fromDay = Number.NaN;
  expect(wrong(aCatchUp(1, 3, { fromDay }))).toBe('The catch-up has no first day.');
});

test('[EXAM-6] the search of an exam can be read before it is saved', () => {
  const searching = (search: string) => checkedSearch(anExam(20, { cards: cardsOf({ search }) }));
  expect(searching('tag:x').ok).toBe(true);
  const unread = searching('(');
  expect(unread.ok ? '' : inSentences(unread.problem).kept).toBe('Nothing was saved.');
  expect(checkedSearch(aBreak(1, 3)).ok).toBe(true);
});
