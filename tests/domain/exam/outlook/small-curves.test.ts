import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../../src/domain/collection/deck.ts';
import { examCurve } from '../../../../src/domain/exam/outlook/exam-curve.ts';
import { outlookOf, sceneWith } from '../../../../src/domain/exam/outlook/outlook-of.ts';
import type { OverlayId } from '../../../../src/kernel/ids.ts';
import { inReview, TODAY } from '../../../support/collection.ts';
import { anExam, everyDay, newCards, reviewCards, sceneInput } from '../exams.ts';

const EXAM = anExam(5, { minutes: everyDay(1) });
const SEEN = [
  ...reviewCards(6, -9, { sections: ['A'] }, 'a'),
  ...reviewCards(6, -60, { sections: ['B'] }, 'b'),
];
const CARDS = [...SEEN, ...newCards(4, { sections: ['B'] })];
const INPUT = sceneInput(CARDS, []);
const none = new Float64Array(0);

test('[EXAM-6] an exam without cards, or that is over, has a curve of nothing', () => {
  for (const at of [
    examCurve(EXAM, sceneInput([], [])),
    examCurve(anExam(0), INPUT),
    examCurve(EXAM, sceneInput([], []), { prices: none, recall: 0.9 }),
  ]) {
    expect([0, 1, 3].map(at)).toEqual([0, 0, 0]);
  }
});

test('[EXAM-25] with its own minutes the curve gives what the plan predicts', () => {
  const { outlook, plan } = outlookOf(EXAM, INPUT, false);
  if (!plan) throw new Error('there are cards');
  expect(examCurve(EXAM, INPUT)(1)).toBeCloseTo(outlook.predicted.expected, 12);
  const known = { prices: plan.prices, recall: 0.4321 };
  expect(examCurve(EXAM, INPUT, known)(1)).toBeCloseTo(0.4321, 12);
});

test('[EXAM-25] what is known moves the curve as a whole, within none and all', () => {
  const { plan } = outlookOf(EXAM, INPUT, false);
  if (!plan) throw new Error('there are cards');
  const curve = (recall: number) => {
    const at = examCurve(EXAM, INPUT, { prices: plan.prices, recall });
    return [0, 0.5, 2, 4].map((factor) => at(factor));
  };
  const [low, high] = [curve(0.4), curve(0.5)];
  high.forEach((point, at) => {
    expect(point - (low[at] ?? 0)).toBeCloseTo(0.1, 9);
  });
  expect(low).toEqual([...low].sort((a, b) => a - b));
  expect(curve(1).slice(2)).toEqual([1, 1]);
  expect(curve(0).slice(0, 2)).toEqual([0, 0]);
});

test('[EXAM-25] no minutes, or fewer than none, are a hundredth of a second', () => {
  const at = examCurve(EXAM, INPUT);
  expect(at(0)).toBe(at(1e-5));
  expect(at(-1)).toBe(at(0));
  expect(at(0)).toBeLessThan(at(0.5));
  expect(at(0)).toBeCloseTo(outlookOf(EXAM, INPUT, false).outlook.withoutStudy, 1);
});

/** By how much the curve rises from its own minutes to four times as many. */
function rise(change: object, cards = CARDS, presets = [DEFAULT_PRESET]): number {
  const input = { ...sceneInput(cards, []), presets };
  const at = examCurve({ ...EXAM, ...change }, input, {
    prices: new Float64Array(5).fill(0.004),
    recall: 0.3,
  });
  return at(4) - at(1);
}

test('[EXAM-7] a section that counts for nothing gives the curve nothing', () => {
  const weights = [{ section: 'B', weight: 0 }];
  const withoutB = SEEN.slice(0, 6);
  expect(rise({ weights })).toBeGreaterThan(0);
  expect(rise({ weights })).toBeLessThan(rise({}));
  expect(rise({ weights })).toBeCloseTo(rise({}, withoutB), 2);
});

const leech = (id: number, isNew = false) =>
  ({
    ...newCards(1, { suspended: true }, `leech-${id}`)[0],
    ...(isNew ? {} : { schedule: inReview(TODAY - 3, { lapses: 8 }) }),
  }) as (typeof CARDS)[number];

test('[EXAM-23] leeches out of study share in the mean, and study raises none of them', () => {
  const leeches = Array.from({ length: 16 }, (_, id) => leech(id));
  expect(rise({}, [...CARDS, ...leeches])).toBeCloseTo(rise({}) / 2, 9);
  // One that was never seen is none.
  expect(rise({}, [...CARDS, leech(1, true)])).toBeCloseTo(rise({}), 9);
});

test('[EXAM-23] leeches of another exam do not share in it', () => {
  const cards = { deckIds: [], sections: ['A', 'B'], search: '' };
  const own = rise({ cards });
  expect(rise({ cards }, [...CARDS, leech(1)])).toBeCloseTo(own, 9);
});

test('[EXAM-4] beside an earlier exam the curve is of the exam asked about', () => {
  const soon = anExam(2, { id: 'soon' as OverlayId, minutes: everyDay(1) });
  const late = anExam(30, { minutes: everyDay(1) });
  const input = sceneInput(CARDS, [soon]);
  const { outlook } = outlookOf(late, input, false);
  const at = examCurve(late, input);
  expect(at(1)).toBeCloseTo(outlook.predicted.expected, 12);
  // Of the weeks after the earlier one most study is for the later.
  const other = examCurve(soon, sceneInput(CARDS, [late]));
  expect(at(0)).toBeLessThan(other(0) - 0.02);
  expect(at(4) - at(0)).toBeGreaterThan(other(4) - other(0));
});

test('[EXAM-8] an exam that is written stands in place of itself, switched on', () => {
  const input = sceneInput(CARDS, [
    anExam(9, { isOn: false }),
    anExam(3, { id: 'x' as OverlayId }),
  ]);
  const { scene, index } = sceneWith({ ...EXAM, isOn: false }, input);
  expect(scene.exams.map(({ exam, daysLeft }) => [exam.id, daysLeft])).toEqual([
    ['x', 3],
    ['exam', 5],
  ]);
  expect(index).toBe(1);
  expect(sceneWith(anExam(0), input).index).toBe(-1);
});

test('[EXAM-7] an exam that is over or has no card has an outlook of its days and sections', () => {
  const weighed = anExam(3, {
    minutes: [10, 20, 30, 0, 0, 0, 0],
    cards: { deckIds: [], sections: ['Lung', 'Heart'], search: '' },
    weights: [{ section: 'Kidney', weight: 2 }],
  });
  const { outlook, plan } = outlookOf(weighed, INPUT, false);
  expect(plan).toBeUndefined();
  // TODAY is a Monday.
  expect(outlook).toEqual({
    today: TODAY,
    examDay: TODAY + 3,
    daysLeft: 3,
    cards: 0,
    cardIds: [],
    leeches: 0,
    unseen: 0,
    predicted: { expected: 0, low: 0, high: 0 },
    withoutStudy: 0,
    sections: [],
    uncovered: ['Heart', 'Kidney', 'Lung'],
    lostDecks: 0,
    unfitting: { cardIds: [], sections: [] },
    curve: [],
    minutesADay: 20,
    isUneven: false,
    days: [],
    isRough: false,
  });
  expect(outlookOf(anExam(-2), INPUT, false).outlook).toMatchObject({
    daysLeft: -2,
    minutesADay: 0,
  });
});

test('[EXAM-7] sections stand by name, each with its weight and its own cards', () => {
  const exam = anExam(5, { weights: [{ section: 'A', weight: 3 }] });
  const { outlook } = outlookOf(exam, INPUT, true);
  expect(
    outlook.sections.map(({ section, cards, unseen, weight }) => [section, cards, unseen, weight]),
  ).toEqual([
    ['A', 6, 0, 3],
    ['B', 10, 4, 1],
  ]);
  expect(outlook).toMatchObject({ cards: 16, unseen: 4, leeches: 0, isRough: true, lostDecks: 0 });
  expect(outlook.cardIds).toHaveLength(16);
  expect(outlook.days.map(({ studyDay }) => studyDay - TODAY)).toEqual([0, 1, 2, 3, 4]);
});
