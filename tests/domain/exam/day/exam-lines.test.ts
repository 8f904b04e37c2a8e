import { expect, test } from 'vitest';
import type { PlannedCard, Why } from '../../../../src/domain/exam/day/day-plan.ts';
import { type DayPlanned, dayPlanOf } from '../../../../src/domain/exam/day/day-plan-of.ts';
import { examGains } from '../../../../src/domain/exam/day/exam-gains.ts';
import { examLines } from '../../../../src/domain/exam/day/exam-lines.ts';
import { outlookOf } from '../../../../src/domain/exam/outlook/outlook-of.ts';
import { sceneOf } from '../../../../src/domain/exam/scene.ts';
import type { CardId, OverlayId } from '../../../../src/kernel/ids.ts';
import { TODAY } from '../../../support/collection.ts';
import { anExam, dayInput, newCards, reviewCards, sceneInput } from '../exams.ts';

const EXAM = anExam(5, { name: 'Heart', daysOff: [TODAY] });
const NO_ONE: Parameters<typeof examLines>[2] = new Map();

function planned(id: string, why: Why, seconds: number, isNew = false): PlannedCard {
  return { cardId: id as CardId, seconds, isNew, why };
}
const ofExam = (overlayId: OverlayId): Why => ({ kind: 'exam', overlayId, gain: 0.1 });

/** A day that asks for `cards`, with one exam ahead about nothing yet. */
function aDay(cards: readonly PlannedCard[], change: Partial<DayPlanned['day']> = {}): DayPlanned {
  const { scene } = dayPlanOf(dayInput([], [EXAM]));
  return {
    scene,
    plan: undefined,
    day: {
      studyDay: TODAY,
      cards,
      learning: { cards: 0, seconds: 0 },
      budget: undefined,
      break: undefined,
      catchUp: undefined,
      ...change,
    },
  };
}

const CARDS = [
  planned('a/1', ofExam(EXAM.id), 60),
  planned('b/1', { kind: 'floor', overlayId: EXAM.id, gain: 0 }, 30, true),
  planned('c/1', ofExam('other' as OverlayId), 600, true),
  planned('d/1', { kind: 'due', gain: 0 }, 120),
  planned('e/1', { kind: 'new', gain: 0 }, 90, true),
];
const todayOf = (change: Partial<DayPlanned['day']> = {}, cards = CARDS) =>
  examLines(aDay(cards, change), TODAY, NO_ONE).exams[0]?.today;

test('[EXAM-15] of what the day asks for, an exam’s part is that of its cards and of those below its floor', () => {
  expect(todayOf()).toEqual({ minutes: 1.5, new: 1 });
});

test('[EXAM-15] where less time is left than all take, its part is smaller by as much', () => {
  // Fifteen minutes of cards, five of them in steps: half of the ten that are left.
  expect(todayOf({ budget: { minutes: 20, spentMinutes: 12.5 } })).toEqual({
    minutes: 0.75,
    new: 1,
  });
  const learning = { cards: 9, seconds: 900 };
  expect(todayOf({ learning })).toEqual({ minutes: 1.5, new: 1 });
  expect(todayOf({ learning, budget: { minutes: 15, spentMinutes: 0 } })).toEqual({
    minutes: 0.75,
    new: 1,
  });
});

test('[EXAM-15] where no time is left, on a break or of nothing it has no part', () => {
  expect(todayOf({ budget: { minutes: 5, spentMinutes: 5 } })).toEqual({ minutes: 0, new: 0 });
  expect(todayOf({ break: { name: 'Easter', toDay: TODAY } })).toEqual({ minutes: 0, new: 0 });
  expect(todayOf({}, [])).toEqual({ minutes: 0, new: 0 });
});

test('[EXAM-6] an exam without a card has a line and a forecast of nothing', () => {
  const { exams, forecasts } = examLines(aDay([]), TODAY, NO_ONE);
  const predicted = { expected: 0, low: 0, high: 0 };
  expect(exams).toEqual([
    {
      overlayId: EXAM.id,
      name: 'Heart',
      daysLeft: 5,
      predicted,
      cards: 0,
      today: { minutes: 0, new: 0 },
      change: undefined,
    },
  ]);
  expect(forecasts).toEqual([
    {
      overlayId: EXAM.id,
      studyDay: TODAY,
      predicted,
      withoutStudy: 0,
      cards: 0,
      unseen: 0,
      daysLeft: 5,
      minutesToday: 0,
      minutesAWeek: 140,
      weights: 0,
      givenMinutes: [0, 20, 20, 20, 20],
      others: [],
      rules: 'up-to-half ',
    },
  ]);
});

const SECTIONS = [
  ...reviewCards(6, -3, { sections: ['A'] }, 'a'),
  ...reviewCards(6, -40, { sections: ['B'] }, 'b'),
  ...newCards(2),
];
const WEIGHED = anExam(6, {
  weights: [
    { section: 'A', weight: 0 },
    { section: 'B', weight: 3 },
  ],
});

test('[EXAM-7] a line predicts what the exam’s page does, by the weights of its sections', () => {
  const { exams, forecasts } = examLines(dayPlanOf(dayInput(SECTIONS, [WEIGHED])), TODAY, NO_ONE);
  const { outlook } = outlookOf(WEIGHED, sceneInput(SECTIONS, [WEIGHED]), false);
  expect(exams[0]?.predicted).toEqual(outlook.predicted);
  expect(forecasts[0]?.predicted).toEqual(outlook.predicted);
  expect(forecasts[0]?.withoutStudy).toBe(outlook.withoutStudy);
  expect(forecasts[0]).toMatchObject({ cards: 14, unseen: 2, weights: 3 });
});

test('[EXAM-12] a change is told of the exam whose forecast is known, and of no other', () => {
  const day = dayPlanOf(dayInput(SECTIONS, [WEIGHED]));
  const [forecast] = examLines(day, TODAY, NO_ONE).forecasts;
  if (!forecast) throw new Error('a forecast');
  const predicted = { ...forecast.predicted, expected: 0.05 };
  const known = { older: { ...forecast, predicted, weights: 9 }, studiedMinutes: 0 };
  const told = (id: string) => examLines(day, TODAY, new Map([[id, known]])).exams[0]?.change;
  expect(told('exam')).toMatch(/^Predicted recall went from 5 % to .+: sections count differently/);
  expect(told('other')).toBeUndefined();
});

test('[EXAM-16] what a card gives its first exam does not depend on a later one', () => {
  const soon = anExam(4);
  const late = anExam(30, { id: 'late' as OverlayId });
  const alone = examGains(sceneOf(sceneInput(SECTIONS, [soon])));
  const both = examGains(sceneOf(sceneInput(SECTIONS, [soon, late])));
  const rows = SECTIONS.map((_, row) => row);
  expect(rows.map((row) => both(row))).toEqual(rows.map((row) => alone(row)));
  expect(rows.map((row) => alone(row)).every((gain) => gain > 0)).toBe(true);
});

test('[EXAM-16] cards that count for nothing give nothing, and others the more', () => {
  const plain = examGains(sceneOf(sceneInput(SECTIONS, [anExam(6)])));
  const scene = sceneOf(sceneInput(SECTIONS, [WEIGHED]));
  const weighed = examGains(scene);
  scene.cards.forEach(({ sections }, row) => {
    if (sections[0] === 'A') expect(weighed(row)).toBe(0);
    if (sections[0] === 'B') expect(weighed(row) / plain(row)).toBeCloseTo((3 * 14) / 20, 6);
    if (sections[0] === 'General') expect(weighed(row) / plain(row)).toBeCloseTo(14 / 20, 6);
  });
  expect(weighed(99)).toBe(0);
  expect(examGains(sceneOf(sceneInput([], [anExam(6)])))(0)).toBe(0);
});

test('[EXAM-16] leeches out of study share in the mean of their own exam, each as a card of it', () => {
  const leeches = reviewCards(7, -3, { suspended: true }, 'leech').map((card) => ({
    ...card,
    schedule: { ...card.schedule, lapses: 8 },
  }));
  const exam = anExam(6);
  const alone = examGains(sceneOf(sceneInput(SECTIONS, [exam])));
  const shared = examGains(sceneOf(sceneInput([...SECTIONS, ...leeches], [exam])));
  // Fourteen cards in study, half as many leeches: a card raises the mean by two thirds of it.
  for (const row of SECTIONS.keys()) expect(shared(row) / alone(row)).toBeCloseTo(14 / 21, 9);
});
