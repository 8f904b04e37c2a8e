import { expect, test } from 'vitest';
import { examLines } from '../../../src/domain/exam/day/exam-lines.ts';
import { dayPlanOf } from '../../../src/domain/exam/day/day-plan-of.ts';
import { outlookOf } from '../../../src/domain/exam/outlook/outlook-of.ts';
import { verdictOf } from '../../../src/domain/exam/outlook/outlook.ts';
import { recallsIn } from '../../../src/domain/exam/outlook/recalls.ts';
import { TODAY } from '../../support/collection.ts';
import { anExam, dayInput, everyDay, newCards, reviewCards, sceneInput } from './exams.ts';

const CARDS = [...reviewCards(200, -20), ...newCards(30)];
const SOON = anExam(8, { id: 'soon' as never, minutes: everyDay(15) });
const LATE = anExam(40, { id: 'late' as never, minutes: everyDay(15) });

test('[EXAM-4] a card in two exams has a predicted recall for each, later and alone', () => {
  const both = outlookOf(LATE, sceneInput(CARDS, [SOON]), false);
  const { plan, scene } = both;
  if (!plan) throw new Error('there are cards');
  const soon = recallsIn(plan, scene, 0);
  const late = recallsIn(plan, scene, 1);
  expect(soon).toHaveLength(230);
  expect(late).toHaveLength(230);
  for (let row = 0; row < 230; row++) {
    const one = soon[row];
    const other = late[row];
    if (!one || !other) throw new Error('a row each');
    // Without study, recall only falls.
    expect(other.without).toBeLessThanOrEqual(one.without + 1e-9);
    expect(other.with).toBeGreaterThanOrEqual(0);
    expect(other.with).toBeLessThanOrEqual(1);
  }
  const alone = outlookOf(LATE, sceneInput(CARDS, []), false).outlook;
  expect(Math.abs(both.outlook.predicted.expected - alone.predicted.expected)).toBeLessThan(0.03);
  expect(both.outlook.withoutStudy).toBeCloseTo(alone.withoutStudy, 6);
});

test('[EXAM-4] the weighted mean of both exams’ recalls is what the plan predicts in all', () => {
  const { plan, scene } = outlookOf(LATE, sceneInput(CARDS, [SOON]), false);
  if (!plan) throw new Error('there are cards');
  const all = [...recallsIn(plan, scene, 0), ...recallsIn(plan, scene, 1)];
  const mean = all.reduce((sum, recall) => sum + recall.with, 0) / all.length;
  expect(mean).toBeCloseTo(plan.predicted, 3);
});

test('[EXAM-4] each exam has its own line on Today', () => {
  const planned = dayPlanOf(dayInput(CARDS, [LATE, SOON]));
  const { exams, forecasts } = examLines(planned, TODAY, new Map());
  expect(exams.map(({ name, daysLeft }) => [name, daysLeft])).toEqual([
    ['Neurology', 8],
    ['Neurology', 40],
  ]);
  expect(forecasts[1]?.withoutStudy).toBeLessThan(forecasts[0]?.withoutStudy ?? 0);
});

test('[EXAM-11] what is said of minutes goes by those of the days that exams share', () => {
  const few = anExam(8, { id: 'few' as never, minutes: everyDay(5) });
  const look = (...others: Parameters<typeof anExam>[]) =>
    outlookOf(
      few,
      sceneInput(
        CARDS,
        others.map((other) => anExam(...other)),
      ),
      true,
    ).outlook;
  const alone = look();
  expect(alone).toMatchObject({ minutesADay: 5, isUneven: false });
  // The plan has half an hour a day: five minutes would not give what it predicts.
  const shared = look([8, { id: 'more' as never, minutes: everyDay(30) }]);
  expect(shared.predicted.expected).toBeGreaterThan(alone.predicted.expected + 0.02);
  expect(shared).toMatchObject({ minutesADay: 30, isUneven: false });
  expect(verdictOf(shared)).toMatch(
    /^Predicted: 30 minutes a day, shared with other exams, (is|gives) /,
  );
  expect(verdictOf(alone)).toMatch(/^Predicted: 5 minutes a day (is|gives) /);
  const soon = look([4, { id: 'soon' as never, minutes: everyDay(30) }]);
  expect(soon).toMatchObject({ minutesADay: 17.5, isUneven: true });
  // Off by itself, it has the time of the other.
  const off = { ...few, daysOff: Array.from({ length: 8 }, (_, day) => TODAY + day) };
  const beside = outlookOf(off, sceneInput(CARDS, [anExam(8, { id: 'more' as never })]), true);
  expect(verdictOf(beside.outlook)).not.toContain('nothing is planned');
});

test('[EXAM-9] the quick tier has both exams too', () => {
  const rough = outlookOf(LATE, sceneInput(CARDS, [SOON]), true).outlook;
  const alone = outlookOf(LATE, sceneInput(CARDS, []), true).outlook;
  expect(rough.withoutStudy).toBeCloseTo(alone.withoutStudy, 6);
});
