import { expect, test } from 'vitest';
import { DEFAULT_PRESET, type Preset } from '../../../../src/domain/collection/deck.ts';
import { emptyDay } from '../../../../src/domain/collection/review.ts';
import { minutesOfPlan } from '../../../../src/domain/exam/day/day-plan.ts';
import { APART } from '../../../../src/domain/study/queue/siblings-apart.ts';
import { dayPlanOf } from '../../../../src/domain/exam/day/day-plan-of.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { A_DECK, aCard, inLearning, inReview, NOW, TODAY } from '../../../support/collection.ts';
import { aBreak, aCatchUp, anExam, dayInput, everyDay, newCards, reviewCards } from '../exams.ts';

const OTHER = 'other' as DeckId;
const DECKS = [A_DECK, { ...A_DECK, id: OTHER, name: 'Other' }];

function plan(...args: Parameters<typeof dayInput>) {
  return dayPlanOf(dayInput(...args)).day;
}

test('[EXAM-15] the exam’s cards fill the day’s time, and go over it by less than one card', () => {
  const day = plan(reviewCards(400, -20), [anExam(10, { minutes: everyDay(15) })]);
  const seconds = day.cards.reduce((sum, card) => sum + card.seconds, 0);
  const last = day.cards.at(-1)?.seconds ?? 0;
  expect(seconds).toBeGreaterThanOrEqual(15 * 60);
  expect(seconds - last).toBeLessThan(15 * 60);
  expect(day.cards.every(({ why }) => why.kind === 'exam')).toBe(true);
  expect(day.budget).toEqual({ minutes: 15, spentMinutes: 0 });
});

test('[EXAM-15] what was studied today is taken off the day’s time', () => {
  const cards = reviewCards(400, -20);
  const exam = anExam(10, { minutes: everyDay(15) });
  const day = plan(cards, [exam], { spentSeconds: 10 * 60 });
  expect(minutesOfPlan(day)).toBeLessThan(5 + 1);
  expect(day.budget).toEqual({ minutes: 15, spentMinutes: 10 });
  expect(plan(cards, [exam], { spentSeconds: 15 * 60 }).cards).toEqual([]);
});

test.each([
  ['up-to-half', 0.4, 0.6],
  ['first', 0.95, 1.1],
  ['when-time-is-left', 0, 0],
] as const)(
  '[EXAM-15] other reviews, %s, take their share of the time',
  (otherReviews, least, most) => {
    const own = reviewCards(300, -10);
    const others = reviewCards(300, -300, { deckId: OTHER }, 'other');
    const exam = anExam(10, { otherReviews });
    const day = plan([...own, ...others], [exam], { decks: DECKS });
    const seconds = day.cards.filter(({ why }) => why.kind === 'due');
    const share = seconds.reduce((sum, card) => sum + card.seconds, 0) / (20 * 60);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  },
);

test('[EXAM-15] exam’s cards and other reviews are mixed, so that a session cut short has both', () => {
  const own = reviewCards(300, -10);
  const others = reviewCards(300, -300, { deckId: OTHER }, 'other');
  const day = plan([...own, ...others], [anExam(10)], { decks: DECKS });
  const first = day.cards.slice(0, 20).filter(({ why }) => why.kind === 'due').length;
  expect(first).toBeGreaterThan(5);
  expect(first).toBeLessThan(15);
});

test('[EXAM-21] an exam asks for siblings on one day, others between them; one answered today keeps none away', () => {
  const siblings = reviewCards(40, -10).flatMap((card, note) => [
    { ...card, id: `n${note}/1` as typeof card.id },
    { ...card, id: `n${note}/2` as typeof card.id },
  ]);
  const answered = inReview(TODAY + 9, { lastReview: { atMillis: NOW, studyDay: TODAY } });
  const cards = siblings.map((card) => {
    if (card.id === 'n3/1') return { ...card, schedule: answered };
    return card.id === 'n3/2' ? { ...card, buriedUntil: TODAY + 1 } : card;
  });
  const notes = plan(cards, [anExam(5)]).cards.map(({ cardId }) => cardId.split('/')[0]);
  expect(notes).toHaveLength(79);
  expect(notes).toContain('n3');
  for (const [at, note] of notes.entries()) {
    expect(notes.slice(at + 1, at + 1 + APART)).not.toContain(note);
  }
});

test('[EXAM-21] siblings of too few notes take turns', () => {
  const cards = newCards(24).map((card, index) => ({
    ...card,
    id: `n${Math.floor(index / 8)}/${index % 8}` as typeof card.id,
  }));
  const notes = plan(cards, [anExam(1)]).cards.map(({ cardId }) => cardId.split('/')[0]);
  expect(notes.slice(0, 6)).toEqual(['n0', 'n1', 'n2', 'n0', 'n1', 'n2']);
});

test('[QUEUE-7] of other cards at most one of a note comes where siblings are buried, none beside an exam’s', () => {
  const inExam = reviewCards(2, -5, { sections: ['Mine'] }, 'mixed');
  const others = reviewCards(4, -5, { sections: ['Not mine'] }, 'mixed').map((card, index) => ({
    ...card,
    id: `mixed-${index}/2` as typeof card.id,
  }));
  const pair = others.map((card) => ({
    ...card,
    id: card.id.replace('/2', '/3') as typeof card.id,
  }));
  const exam = anExam(5, { cards: { deckIds: [], sections: ['Mine'], search: '' } });
  const ids = (presets: readonly Preset[]) =>
    plan([...inExam, ...others, ...pair], [exam], { presets }).cards.map(({ cardId }) => cardId);
  expect(
    ids([DEFAULT_PRESET])
      .map((id) => id.split('/')[0])
      .sort(),
  ).toEqual(['mixed-0', 'mixed-1', 'mixed-2', 'mixed-3']);
  expect(ids([{ ...DEFAULT_PRESET, burySiblings: false }])).toHaveLength(10);
});

test('[EXAM-15] new cards of an exam come in the order of their deck, whatever their ids', () => {
  const cards = newCards(40).map((card, index) => ({ ...card, position: 100 - index }));
  const day = plan(cards, [anExam(10, { minutes: everyDay(5) })]);
  const positions = day.cards.map(
    ({ cardId }) => cards.find(({ id }) => id === cardId)?.position ?? 0,
  );
  expect(positions.length).toBeGreaterThan(4);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(positions[0]).toBe(61);
});

test('[EXAM-15] new cards outside the exam come within their deck’s limit, when time is left', () => {
  const others = newCards(50, { deckId: OTHER }, 'other');
  const day = plan([...reviewCards(3, 5), ...others], [anExam(10)], { decks: DECKS });
  expect(day.cards.filter(({ why }) => why.kind === 'new')).toHaveLength(DEFAULT_PRESET.newPerDay);
  const full = plan([...reviewCards(400, -20), ...others], [anExam(10)], { decks: DECKS });
  expect(full.cards.filter(({ why }) => why.kind === 'new')).toEqual([]);
});

test('[EXAM-15] cards in steps take their time from the day before others do', () => {
  const learning = Array.from({ length: 30 }, (_, index) =>
    aCard(`step-${index}/1`, { schedule: inLearning(NOW) }),
  );
  const day = plan([...reviewCards(400, -20), ...learning], [anExam(10)]);
  expect(day.learning).toEqual({ cards: 30, seconds: 300 });
  expect(minutesOfPlan(day)).toBeLessThan(20 + 1);
});

test('[EXAM-15] cards buried by hand, suspended and absent ones are not asked for', () => {
  const [a, b, c, d] = reviewCards(4, -5);
  if (!a || !b || !c || !d) throw new Error('four cards');
  const cards = [
    { ...a, buriedUntil: TODAY + 1, putAwayUntil: TODAY + 1 },
    { ...b, suspended: true },
    { ...c, absent: true },
    d,
  ];
  expect(plan(cards, [anExam(10)]).cards.map(({ cardId }) => cardId)).toEqual([d.id]);
});

test('[EXAM-6] an exam that is over, off, on a day off or without cards asks for nothing by itself', () => {
  const cards = reviewCards(50, 3);
  expect(plan(cards, [anExam(0)]).budget).toBeUndefined();
  expect(plan(cards, [anExam(-3)]).cards).toEqual([]);
  expect(plan(cards, [anExam(5, { isOn: false })]).budget).toBeUndefined();
  const off = plan(cards, [anExam(5, { daysOff: [TODAY] })]);
  expect(off.budget).toEqual({ minutes: 0, spentMinutes: 0 });
  expect(off.cards).toEqual([]);
  expect(plan([], [anExam(5)]).cards).toEqual([]);
});

test('[EXAM-6] an exam tomorrow with 5,000 unseen cards gets the day’s minutes of new cards', () => {
  const day = plan(newCards(5000), [anExam(1, { minutes: everyDay(60) })]);
  expect(day.cards.length).toBeGreaterThan(100);
  expect(day.cards.every(({ isNew }) => isNew)).toBe(true);
  expect(minutesOfPlan(day)).toBeLessThan(60 + 1);
});

test('[EXAM-4] two exams share the minutes of the one that has more', () => {
  const own = reviewCards(300, -10);
  const others = reviewCards(300, -10, { deckId: OTHER }, 'other');
  const second = anExam(6, {
    id: 'second' as never,
    minutes: everyDay(30),
    cards: { deckIds: [OTHER], sections: [], search: '' },
  });
  const day = plan([...own, ...others], [anExam(8), second], { decks: DECKS });
  expect(day.budget?.minutes).toBe(30);
  expect(minutesOfPlan(day)).toBeLessThan(30 + 1);
  const exams = new Set(day.cards.map(({ why }) => ('overlayId' in why ? why.overlayId : '')));
  expect(exams).toEqual(new Set(['exam', 'second']));
});

test('[EXAM-18] so many minutes are filled with the best there is, exam or not', () => {
  const cards = reviewCards(400, -200);
  const without = plan(cards, [], { minutes: 5 });
  expect(minutesOfPlan(without)).toBeGreaterThan(4.5);
  expect(minutesOfPlan(without)).toBeLessThan(5.6);
  const rates = without.cards.map(({ why, seconds }) => why.gain / seconds);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  const spent = { minutes: 5, spentSeconds: 3600 };
  const withExam = plan(cards, [anExam(10)], spent);
  expect(minutesOfPlan(withExam)).toBeGreaterThan(4.5);
  expect(withExam.budget).toEqual({ minutes: 5, spentMinutes: 0 });
});

test('[EXAM-18] the minutes at hand never bring in more new cards than the deck has for the day', () => {
  const day = plan(newCards(100), [], { minutes: 120 });
  expect(day.cards).toHaveLength(DEFAULT_PRESET.newPerDay);
});

test('[EXAM-19] on a day of a break nothing is asked, whatever else is on', () => {
  const cards = reviewCards(100, -50);
  const day = plan(cards, [aBreak(-1, 2), anExam(10)]);
  expect(day.cards).toEqual([]);
  expect(day.break).toEqual({ name: 'Easter', toDay: TODAY + 2 });
});

test('[EXAM-19] after a break, and in a catch-up, a day does an equal share of what waits', () => {
  const cards = reviewCards(100, -99);
  expect(plan(cards, [aBreak(-9, -1)]).cards).toHaveLength(34);
  // A fifth of the 99 left over, and the one due today.
  expect(plan(cards, [aCatchUp(0, 5)]).cards).toHaveLength(21);
  const last = plan(cards, [aCatchUp(-4, 5)]);
  expect(last.cards).toHaveLength(100);
  expect(last.catchUp).toMatchObject({ day: 5, days: 5 });
});

test('[EXAM-19] answers of the day count towards its share, and the most valuable come first', () => {
  const cards = reviewCards(90, -99);
  const done = emptyDay('' as DeckId, TODAY);
  const reviews = { answers: 10, recalled: 9, millis: 100_000 };
  const doneToday = new Map([['', { ...done, byKind: { ...done.byKind, review: reviews } }]]);
  const day = plan(cards, [aCatchUp(0, 5)], { doneToday });
  expect(day.cards).toHaveLength(10);
  const rates = day.cards.map(({ why, seconds }) => why.gain / seconds);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
});

test('[EXAM-19] new cards wait while a pile is worked off', () => {
  const cards = [...reviewCards(10, -20), ...newCards(10)];
  expect(plan(cards, [aCatchUp(0, 2)]).cards.some(({ isNew }) => isNew)).toBe(false);
});

test('[EXAM-18] a catch-up keeps nobody from the minutes asked for', () => {
  const cards = [...reviewCards(100, -120), ...newCards(20)];
  const asked = plan(cards, [aCatchUp(0, 10)], { minutes: 30 });
  expect(asked.cards.filter(({ why }) => why.kind === 'due').length).toBeGreaterThan(40);
  expect(asked.catchUp).toBeUndefined();
});

test('[EXAM-15] a note with a card in steps is not asked by another card of it', () => {
  const inSteps = aCard('n/1', { schedule: inLearning(NOW) });
  const sibling = aCard('n/2', { schedule: inReview(TODAY - 3) });
  const day = plan([inSteps, sibling], [aCatchUp(0, 1)]);
  expect(day.learning.cards).toBe(1);
  expect(day.cards).toEqual([]);
});

test('[EXAM-19] answers for an exam are not taken for those of the pile that is worked off', () => {
  const answered = reviewCards(40, 5).map((card) =>
    card.schedule.state === 'review'
      ? { ...card, schedule: { ...card.schedule, lastReview: { atMillis: NOW, studyDay: TODAY } } }
      : card,
  );
  const pile = reviewCards(100, -120, { deckId: OTHER }, 'other');
  const day = emptyDay('' as DeckId, TODAY);
  const review = { ...day.byKind.review, answers: 40 };
  const doneToday = new Map([['', { ...day, byKind: { ...day.byKind, review } }]]);
  const overlays = [anExam(10, { minutes: everyDay(60) }), aCatchUp(0, 10)];
  const due = plan([...answered, ...pile], overlays, { decks: DECKS, doneToday }).cards.filter(
    ({ why }) => why.kind === 'due',
  );
  expect(due).toHaveLength(10);
});
