import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import { DEFAULT_PRESET } from '../../../../src/domain/collection/deck.ts';
import { emptyDay } from '../../../../src/domain/collection/review.ts';
import { dayPlanOf } from '../../../../src/domain/exam/day/day-plan-of.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { A_DECK, aCard, inLearning, inReview, NOW, TODAY } from '../../../support/collection.ts';
import { aBreak, aCatchUp, anExam, dayInput, everyDay, newCards, reviewCards } from '../exams.ts';

const OTHER = 'other' as DeckId;
const DECKS = [A_DECK, { ...A_DECK, id: OTHER, name: 'Other' }];

const planned = (...args: Parameters<typeof dayInput>) => dayPlanOf(dayInput(...args));
const dayOf = (...args: Parameters<typeof dayInput>) => planned(...args).day;
const kinds = (...args: Parameters<typeof dayInput>) =>
  dayOf(...args).cards.map(({ why }) => why.kind);

test('[EXAM-18] without an exam or minutes a day has no limit, and cards in steps beside its own', () => {
  const steps = aCard('s/1', { schedule: inLearning(NOW) });
  expect(planned([...reviewCards(2, -5), ...newCards(1), steps], [])).toMatchObject({
    plan: undefined,
    day: {
      studyDay: TODAY,
      budget: undefined,
      break: undefined,
      catchUp: undefined,
      learning: { cards: 1, seconds: 10 },
    },
  });
  expect(kinds([...reviewCards(2, -5), ...newCards(1), steps], [])).toEqual(['due', 'due', 'new']);
});

test('[EXAM-18] only active cards whose day has come are asked for', () => {
  const [due, later, suspended, absent, buried] = reviewCards(5, -9) as [
    Card,
    Card,
    Card,
    Card,
    Card,
  ];
  const cards = [
    due,
    { ...later, schedule: inReview(TODAY + 1) },
    { ...suspended, suspended: true },
    { ...absent, absent: true },
    { ...buried, buriedUntil: TODAY + 1 },
  ];
  expect(dayOf(cards, []).cards.map(({ cardId }) => cardId)).toEqual([due.id]);
});

test('[EXAM-18] so many minutes are the day’s, whatever was studied before, less those of steps', () => {
  const steps = newCards(3, { schedule: inLearning(NOW) }, 'step');
  const cards = [...reviewCards(60, -80), ...steps];
  const day = dayOf(cards, [], { minutes: 2, spentSeconds: 900 });
  expect(day.budget).toEqual({ minutes: 2, spentMinutes: 0 });
  expect(day.learning).toEqual({ cards: 3, seconds: 30 });
  const seconds = day.cards.reduce((sum, card) => sum + card.seconds, 0);
  expect(seconds).toBeGreaterThanOrEqual(90);
  expect(seconds - (day.cards.at(-1)?.seconds ?? 0)).toBeLessThan(90);
  // Steps that take it all leave nothing, and no less than nothing.
  const full = newCards(20, { schedule: inLearning(NOW) }, 'step');
  expect(dayOf([...reviewCards(9, -20), ...full], [], { minutes: 2 }).cards).toEqual([]);
  expect(dayOf(reviewCards(9, -20), [], { minutes: 0 })).toMatchObject({
    cards: [],
    budget: { minutes: 0, spentMinutes: 0 },
  });
});

test('[EXAM-18] with an exam ahead the minutes at hand are shared as the day’s were', () => {
  const cards = [...reviewCards(40, -30), ...reviewCards(40, -60, { deckId: OTHER }, 'other')];
  const exam = anExam(4);
  const usual = planned(cards, [exam], { decks: DECKS }).scene;
  const { scene, day } = planned(cards, [exam], { decks: DECKS, minutes: 5 });
  expect(day.budget).toEqual({ minutes: 5, spentMinutes: 0 });
  expect([...usual.daySeconds]).toEqual([1200, 1200, 1200, 1200]);
  const share = (usual.otherSeconds[0] ?? 0) / 1200;
  expect(share).toBeGreaterThan(0.2);
  expect([...scene.daySeconds]).toEqual([300, 1200, 1200, 1200]);
  expect(scene.otherSeconds[0]).toBeCloseTo(300 * share, 6);
  expect(scene.input.budgetSeconds[0]).toBeCloseTo(300 * (1 - share), 6);
  expect(scene.input.budgetSeconds[1]).toBe(usual.input.budgetSeconds[1]);
});

test('[EXAM-18] on a day off the minutes at hand are all for the exam', () => {
  const cards = [...reviewCards(9, -30), ...reviewCards(9, -60, { deckId: OTHER }, 'other')];
  const off = anExam(4, { daysOff: [TODAY] });
  const { scene } = planned(cards, [off], { decks: DECKS, minutes: 5 });
  expect(scene.daySeconds[0]).toBe(300);
  expect([scene.otherSeconds[0], scene.input.budgetSeconds[0]]).toEqual([0, 300]);
});

test('[EXAM-15] [EXAM-27] the day’s minutes are those that it was given, however many are spent', () => {
  const exam = anExam(4, { minutes: everyDay(10) });
  const budgetOf = (spentSeconds: number, own = exam) =>
    dayOf(reviewCards(2, -5), [own], { spentSeconds }).budget;
  expect(budgetOf(150)).toEqual({ minutes: 10, spentMinutes: 2.5 });
  // More was studied than the day had.
  expect(budgetOf(900)).toEqual({ minutes: 10, spentMinutes: 15 });
  // Studied on a day off, it is one still.
  const off = anExam(4, { daysOff: [TODAY] });
  expect(budgetOf(300, off)).toEqual({ minutes: 0, spentMinutes: 5 });
});

test('[EXAM-19] a break asks for nothing, steps neither; minutes asked for are given on it', () => {
  const cards = [...reviewCards(5, -9), aCard('s/1', { schedule: inLearning(NOW) })];
  const overlays = [aBreak(-1, 2), anExam(9)];
  const rest = dayOf(cards, overlays);
  expect(rest).toMatchObject({ cards: [], learning: { cards: 0, seconds: 0 } });
  expect(rest.break).toEqual({ name: 'Easter', toDay: TODAY + 2 });
  expect(rest.budget).toEqual({ minutes: 0, spentMinutes: 0 });
  const asked = dayOf(cards, overlays, { minutes: 10 });
  expect(asked.break).toBeUndefined();
  expect(asked.learning).toEqual({ cards: 1, seconds: 10 });
  expect(asked.cards.length).toBeGreaterThan(0);
});

test('[EXAM-15] an exam’s cards and others are mixed evenly, the exam’s first where they are alike', () => {
  const mixed = (own: number, others: number) =>
    kinds(
      [...reviewCards(own, -20), ...reviewCards(others, -30, { deckId: OTHER }, 'other')],
      [anExam(1, { minutes: everyDay(60) })],
      { decks: DECKS },
    )
      .map((kind) => kind[0])
      .join('');
  expect(mixed(3, 3)).toBe('ededed');
  expect(mixed(2, 4)).toBe('dedded');
  expect(mixed(1, 3)).toBe('dedd');
  expect(mixed(4, 0)).toBe('eeee');
});

test('[EXAM-6] an exam without a card has no plan, and leaves the day’s time to others', () => {
  const others = reviewCards(3, -9, { deckId: OTHER });
  const { plan, day } = planned(others, [anExam(4)], { decks: DECKS });
  expect(plan).toBeUndefined();
  expect(day.cards.map(({ why }) => why.kind)).toEqual(['due', 'due', 'due']);
  expect(day.budget).toEqual({ minutes: 20, spentMinutes: 0 });
});

const answeredToday = (answers: number) => {
  const day = emptyDay('' as DeckId, TODAY);
  const review = { ...day.byKind.review, answers };
  return new Map([['', { ...day, byKind: { ...day.byKind, review } }]]);
};

test('[EXAM-19] what is due on the day itself is no part of a pile', () => {
  // Nine left over and one due today, over three days.
  const cards = reviewCards(10, -9);
  const day = dayOf(cards, [aCatchUp(0, 3)]);
  expect(day.cards).toHaveLength(4);
  expect(day.catchUp).toEqual({ name: 'Catch up', day: 1, days: 3, left: 4 });
  expect(dayOf(cards, [aCatchUp(0, 3)], { doneToday: answeredToday(2) }).cards.length).toBeLessThan(
    4,
  );
  expect(dayOf(cards.slice(0, 9), [aCatchUp(0, 3)]).cards).toHaveLength(3);
});

test('[EXAM-19] what is left of a pile counts its own cards alone, and what is new waits', () => {
  const overlays = [aCatchUp(0, 3), anExam(2, { minutes: everyDay(60) })];
  const pile = reviewCards(9, -9, { deckId: OTHER }, 'other');
  const fresh = newCards(4, { deckId: OTHER }, 'fresh');
  const day = dayOf([...reviewCards(3, -20), ...pile, ...fresh], overlays, { decks: DECKS });
  expect(day.catchUp?.left).toBe(3);
  expect(day.cards.filter(({ why }) => why.kind === 'exam')).toHaveLength(3);
  expect(day.cards.some(({ isNew }) => isNew)).toBe(false);
});

test('[EXAM-15] new cards of no exam come last, as far as time and limits go', () => {
  const cards = [...newCards(5), ...reviewCards(2, -5)];
  expect(kinds(cards, [])).toEqual(['due', 'due', 'new', 'new', 'new', 'new', 'new']);
  const presets = [{ ...DEFAULT_PRESET, newPerDay: 2 }];
  expect(kinds(cards, [], { presets })).toEqual(['due', 'due', 'new', 'new']);
  expect(kinds(newCards(5), [], { minutes: 0.5 }).length).toBeLessThan(5);
});
