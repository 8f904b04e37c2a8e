import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import { minutesLeft, type Why } from '../../../src/domain/exam/day/day-plan.ts';
import { dayPlanOf } from '../../../src/domain/exam/day/day-plan-of.ts';
import { breakOn, shareOfPile, spreadOn } from '../../../src/domain/exam/spread.ts';
import { isFresh, isReviewDue, learningCards } from '../../../src/domain/exam/day/today-cards.ts';
import { mostValuableFirst } from '../../../src/domain/exam/day/value.ts';
import { whyInWords } from '../../../src/domain/exam/day/why-in-words.ts';
import { forgettingCurve } from '../../../src/domain/memory/scheduler.ts';
import type { DeckId, OverlayId } from '../../../src/kernel/ids.ts';
import { type Exam, NO_CARDS } from '../../../src/domain/overlay/overlay.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { A_DECK, aCard, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';
import { aBreak, aCatchUp, anExam, dayInput, everyDay, reviewCards } from './exams.ts';

test('[EXAM-15] a card is due from its day on, new ones at once, and neither while it is buried', () => {
  const due = (day: number, buriedUntil = 0) =>
    isReviewDue(aCard('a/1', { schedule: inReview(day), buriedUntil }), TODAY);
  expect([due(TODAY - 1), due(TODAY), due(TODAY + 1)]).toEqual([true, true, false]);
  expect([due(TODAY, TODAY), due(TODAY, TODAY + 1)]).toEqual([true, false]);
  expect(isReviewDue(aCard('a/1'), TODAY)).toBe(false);
  const fresh = (buriedUntil: number) => isFresh(aCard('a/1', { buriedUntil }), TODAY);
  expect([fresh(0), fresh(TODAY), fresh(TODAY + 1)]).toEqual([true, true, false]);
  expect(isFresh(aCard('a/1', { schedule: inReview(TODAY) }), TODAY)).toBe(false);
});

test('[EXAM-17] cards in steps are those in study, not buried, learning or learning again', () => {
  const { memory, lapses: _lapses, ...step } = { ...inLearning(NOW), lapses: 0 };
  const again = { ...step, memory, lapses: 1, state: 'relearning', intervalDays: 3 } as never;
  const cards = [
    aCard('a/1', { schedule: inLearning(NOW) }),
    aCard('b/1', { schedule: again }),
    aCard('c/1', { schedule: inLearning(NOW), buriedUntil: TODAY }),
    aCard('d/1', { schedule: inLearning(NOW), buriedUntil: TODAY + 1 }),
    aCard('e/1', { schedule: inLearning(NOW), suspended: true }),
    aCard('f/1', { schedule: inReview(TODAY) }),
    aCard('g/1'),
  ];
  expect(learningCards(cards, TODAY).map(({ id }) => id)).toEqual(['a/1', 'b/1', 'c/1']);
});

test('[EXAM-18] the most valuable second comes first; alike ones by their ids', () => {
  const cards = reviewCards(30, -40);
  const valued = mostValuableFirst(cards, TODAY, DEFAULT_STUDENT);
  expect(valued.map(({ card }) => card.id).sort()).toEqual(cards.map(({ id }) => id).sort());
  const rates = valued.map(({ gain, seconds }) => gain / seconds);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  expect(rates[0]).toBeGreaterThan(rates.at(-1) ?? 1);
  expect(mostValuableFirst([], TODAY, DEFAULT_STUDENT)).toEqual([]);
  const twins = ['b/1', 'a/1'].map((id) => aCard(id, { schedule: inReview(TODAY) }));
  expect(mostValuableFirst(twins, TODAY, DEFAULT_STUDENT).map(({ card }) => card.id)).toEqual([
    'a/1',
    'b/1',
  ]);
});

test('[EXAM-16] below the floor is a reason of its own, and only where there is a floor', () => {
  const weak = aCard('weak/1', {
    schedule: inReview(TODAY - 60, { intervalDays: 5 }),
  });
  const strong = aCard('strong/1', { schedule: inReview(TODAY + 1, { intervalDays: 200 }) });
  const reasons = (retentionFloor?: number) => {
    const exam = anExam(10, {
      minutes: everyDay(60),
      ...(retentionFloor === undefined ? {} : { retentionFloor }),
    });
    const { cards } = dayPlanOf(dayInput([weak, strong], [exam])).day;
    return Object.fromEntries(cards.map(({ cardId, why }) => [cardId, why.kind]));
  };
  expect(reasons(0.8)['weak/1']).toBe('floor');
  expect(reasons()['weak/1']).toBe('exam');
  expect(reasons(0.8)['strong/1']).not.toBe('floor');
  // At the floor is not below it.
  if (weak.schedule.state !== 'review') throw new Error('in review');
  const recall = forgettingCurve(DEFAULT_STUDENT, weak.schedule.memory, 65);
  expect(reasons(recall)['weak/1']).toBe('exam');
  expect(reasons(recall + 1e-9)['weak/1']).toBe('floor');
});

test('[EXAM-16] a floor is of the exam that sets it: another exam’s cards know none', () => {
  const schedule = inReview(TODAY - 60, { intervalDays: 5 });
  const deckOf = (deckId: string, name: string) => ({ ...A_DECK, id: deckId as DeckId, name });
  const cards = ['own/1', 'both/1', 'other/1'].map((id) =>
    aCard(id, { schedule, deckId: id as DeckId }),
  );
  const about = (...ids: string[]) => ({ ...NO_CARDS, deckIds: ids as DeckId[] });
  const minutes = everyDay(60);
  const soon = anExam(10, { minutes, cards: about('other/1', 'both/1') });
  const id = 'held' as OverlayId;
  const held = { retentionFloor: 0.8, cards: about('own/1', 'both/1') };
  const decks = cards.map((card) => deckOf(card.deckId, card.id));
  const plan = (...exams: Exam[]) => {
    const day = dayPlanOf({ ...dayInput(cards, exams), decks }).day;
    return new Map(day.cards.map(({ cardId, why }) => [cardId as string, why]));
  };
  const alone = plan(anExam(30, { minutes, id, ...held }));
  const found = plan(soon, anExam(30, { minutes, id, ...held }));
  expect(found.get('own/1')).toMatchObject({ kind: 'floor', overlayId: 'held' });
  expect(found.get('other/1')).toMatchObject({ kind: 'exam', overlayId: 'exam' });
  // It counts for the nearer exam too, but what it is below is the floor of the other, and what it
  // gives is said of that one.
  expect(found.get('both/1')).toMatchObject({ kind: 'floor', overlayId: 'held' });
  expect(gainOf(found, 'both/1')).toBeCloseTo(gainOf(alone, 'both/1'), 9);
  expect(gainOf(found, 'both/1')).not.toBeCloseTo(gainOf(found, 'other/1'), 3);
});

function gainOf(whys: ReadonlyMap<string, Why>, id: string): number {
  const why = whys.get(id);
  return why && 'gain' in why ? why.gain : Number.NaN;
}

test('[EXAM-15] a deck’s limits hold for its own cards, with what was done of them today', () => {
  const cards = reviewCards(20, -200);
  const limited = { ...DEFAULT_PRESET, reviewsPerDay: 7 };
  const day = dayPlanOf(dayInput(cards, [], { presets: [limited], minutes: 60 })).day;
  expect(day.cards).toHaveLength(7);
});

test('[EXAM-19] of several breaks, and of several piles, the one that ends last rules the day', () => {
  const short = aBreak(-2, 1, { id: 'short' as OverlayId });
  const long = aBreak(-1, 4, { id: 'long' as OverlayId });
  const on = (day: number) => breakOn([short, long], TODAY + day)?.id;
  expect([-3, -2, -1, 1, 2, 4, 5].map(on)).toEqual([
    undefined,
    'short',
    'long',
    'long',
    'long',
    'long',
    undefined,
  ]);
  expect(breakOn([{ ...long, isOn: false }], TODAY)).toBeUndefined();
  expect(breakOn([anExam(5), aCatchUp(0, 5)], TODAY)).toBeUndefined();

  const spread = (day: number) => spreadOn([aCatchUp(0, 2), aBreak(-3, 0)], TODAY + day);
  expect(spread(-1)).toBeUndefined();
  expect(spread(0)).toEqual({ name: 'Catch up', day: 1, days: 2 });
  // The three days after the break end later than the catch-up.
  expect(spread(1)).toEqual({ name: 'Easter', day: 1, days: 3 });
  expect(spread(3)).toEqual({ name: 'Easter', day: 3, days: 3 });
  expect(spread(4)).toBeUndefined();
  expect(spreadOn([aCatchUp(0, 5, { isOn: false }), anExam(3)], TODAY)).toBeUndefined();
});

test('[EXAM-19] an equal share of the pile, with what is due on the day, less what was answered', () => {
  const days = (day: number) => ({ name: '', day, days: 5 });
  expect(shareOfPile({ pile: 100, own: 0 }, 0, days(1))).toBe(20);
  expect(shareOfPile({ pile: 101, own: 3 }, 0, days(1))).toBe(24);
  expect(shareOfPile({ pile: 90, own: 0 }, 10, days(1))).toBe(10);
  expect(shareOfPile({ pile: 40, own: 10 }, 10, days(1))).toBe(12);
  expect(shareOfPile({ pile: 100, own: 0 }, 0, days(5))).toBe(100);
  expect(shareOfPile({ pile: 100, own: 0 }, 0, days(9))).toBe(100);
  expect(shareOfPile({ pile: 10, own: 0 }, 90, days(1))).toBe(0);
  expect(shareOfPile({ pile: 0, own: 0 }, 5, days(1))).toBe(0);
});

test('[EXAM-16] each kind of reason has its words', () => {
  const card = { cardId: 'a/1' as never, seconds: 0.2, isNew: false };
  const overlayId = 'exam' as OverlayId;
  const say = (why: Parameters<typeof whyInWords>[0]['why'], name?: string) =>
    whyInWords({ ...card, why }, name);
  expect(say({ kind: 'exam', overlayId, gain: 0.0999 })).toBe(
    'Exam: +10 points of predicted recall on the day for 1 second.',
  );
  expect(say({ kind: 'floor', overlayId, gain: 0.031 }, 'Finals')).toBe(
    'Finals: below the floor you set; +3.1 points of predicted recall on the day for 1 second.',
  );
  expect(say({ kind: 'due', gain: 0.104 })).toBe(
    'Due by its own date: +10 points of predicted recall a month from now for 1 second.',
  );
  expect(say({ kind: 'new', gain: 0.5 })).toBe(
    'New: +50 points of predicted recall a month from now for 1 second.',
  );
  const pointsOf = (gain: number) => say({ kind: 'new', gain }).slice(5, 12);
  expect([0.000095, 0.00009499].map(pointsOf)).toEqual(['+0.01 p', '+0.009 ']);
  expect([0.00095, 0.00094].map(pointsOf)).toEqual(['+0.1 po', '+0.09 p']);
  expect(say({ kind: 'learning', gain: 0 })).toBe(
    'In learning: the time of its next step has come.',
  );
});

test('[EXAM-18] minutes left are never below none, and unlimited without a budget', () => {
  expect(minutesLeft({ budget: { minutes: 20, spentMinutes: 5 } })).toBe(15);
  expect(minutesLeft({ budget: { minutes: 20, spentMinutes: 25 } })).toBe(0);
  expect(minutesLeft({ budget: undefined })).toBeUndefined();
});
