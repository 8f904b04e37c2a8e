import { expect, test } from 'vitest';
import { DEFAULT_PRESET, type Preset } from '../../../../src/domain/collection/deck.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { A_DECK, aCard, inLearning, inReview, NOW } from '../../../support/collection.ts';
import { anAnswer, insightsIn, told, toTell } from '../../statistics/answers.ts';
import { inSum } from '../../../../src/domain/workload/simulator/simulator.ts';
import { fresh, learned, simulationOf, sum, TODAY, triedOut } from './collections.ts';

const CARDS = [...learned(200), ...fresh(300)];
const preset = (more: Partial<Preset> = {}): Preset => ({ ...DEFAULT_PRESET, ...more });
const reason = (given: Parameters<typeof triedOut>[0]) => {
  const { figure } = triedOut(given);
  return figure.is === 'absent' ? figure.because.reason : 'there';
};

test('[SIM-1] the same values give the same days on both sides, and every time', () => {
  const one = simulationOf({ cards: CARDS, days: 30 });
  expect(one.changed).toEqual(one.now);
  expect(one.tomorrow).toBe(TODAY + 1);
  expect(one.now.answers).toHaveLength(30);
  expect(simulationOf({ cards: CARDS, days: 30 })).toEqual(one);
});

test('[SIM-1] cards in another order have the same days', () => {
  const one = simulationOf({ cards: learned(200), days: 30 }).now;
  const other = simulationOf({ cards: learned(200).reverse(), days: 30 }).now;
  expect(other.answers).toEqual(one.answers);
  for (const [day, known] of one.known.entries()) expect(other.known[day]).toBeCloseTo(known, 6);
});

test('[SIM-1] what is left of today is done today under today’s limits, what was done counts', () => {
  const cards = fresh(100);
  const reviews = Array.from({ length: 15 }, (_, at) => anAnswer(`n${at}/1`, 0, { kind: 'new' }));
  const of = (given: object) => simulationOf({ cards, days: 90, ...given }).changed.newCards;
  // 20 of 100 are begun today, whatever is tried out.
  expect(sum(of({ changed: { newPerDay: 50 } }))).toBe(80);
  expect(simulationOf({ cards, days: 1 }).newLeft).toBe(80);
  expect(sum(of({ reviews, changed: { newPerDay: 50 } }))).toBe(95);
});

test('[SIM-1] it tells how much of the work is done', () => {
  const { shares } = triedOut({ cards: learned(4000), days: 5 });
  // Ten days twice over, as so few cards are played twice.
  expect(shares).toHaveLength(20);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(shares.at(-1)).toBe(1);
});

test('[SIM-2] without limits a year is what is coming with so many new cards a day', () => {
  const cards = [...learned(400), ...fresh(2000)];
  const reviews = Array.from({ length: 90 }, (_, at) =>
    anAnswer(`gone${at}/1`, at % 30, { kind: 'new' }),
  );
  const ofThese = reviews.map((review, at) => ({ ...review, cardId: cards[at]?.id as never }));
  const coming = told(
    insightsIn({ reviews: ofThese, cards: cards.map((card) => toTell(card.id, card)) }).coming,
  );
  expect(coming.newPerDay).toBe(3);
  const { now } = simulationOf({
    cards,
    reviews: ofThese,
    presets: [preset({ newPerDay: 3, reviewsPerDay: 9999 })],
    days: 365,
  });
  const expected = coming.means[2]?.withNew.minutes ?? 0;
  expect(sum(now.newCards)).toBe(3 * 365);
  expect(Math.abs(sum(now.minutes) / 365 / expected - 1)).toBeLessThan(0.04);
});

test('[SIM-2] new cards come so many a day until they run out', () => {
  const { changed } = simulationOf({ cards: fresh(90), changed: { newPerDay: 30 }, days: 30 });
  expect([...changed.newCards.slice(0, 5)]).toEqual([30, 30, 10, 0, 0]);
});

test('[SIM-2] a limit of reviews holds, and what is over waits', () => {
  const { now, changed } = simulationOf({
    cards: learned(300, 20),
    changed: { reviewsPerDay: 4 },
    days: 30,
  });
  expect([...changed.answers].every((each) => each <= 4)).toBe(true);
  expect(changed.waiting.at(-1)).toBeGreaterThan(100);
  expect(Math.max(...now.waiting)).toBe(0);
  expect(changed.known.at(-1)).toBeLessThan((now.known.at(-1) ?? 0) - 20);
});

test('[SIM-2][QUEUE-15] new cards within the reviews have what those leave', () => {
  const options = preset({ newPerDay: 20, reviewsPerDay: 10, newWithinReviewLimit: true });
  const { now } = simulationOf({ cards: [...learned(300, 20), ...fresh(50)], presets: [options] });
  expect(sum(now.newCards.slice(0, 30))).toBe(0);
  expect([...now.answers].every((each) => each <= 10)).toBe(true);
});

test('[SIM-2][QUEUE-13] the limits of a deck hold for those below it, and theirs within it', () => {
  const decks = ['Medicine', 'Medicine::A', 'Medicine::B'].map((name, at) => ({
    ...A_DECK,
    id: name as DeckId,
    name,
    presetId: at === 1 ? 'few' : DEFAULT_PRESET.id,
  }));
  const presets = [preset({ newPerDay: 8 }), preset({ id: 'few', newPerDay: 3 })];
  const cards = decks
    .slice(1)
    .flatMap(({ id }, at) =>
      fresh(400).map((card) => ({ ...card, id: `${at}${card.id}` as never, deckId: id })),
    );
  const { now } = simulationOf({ cards, decks, presets, days: 30 });
  expect([...now.newCards].slice(0, 3)).toEqual([8, 8, 8]);
  const own = simulationOf({ cards, decks: decks.slice(1, 2), presets, days: 30 });
  expect([...own.now.newCards].slice(0, 3)).toEqual([3, 3, 3]);
});

test('[SIM-2][QUEUE-4] above a limit the order of reviews says which come', () => {
  const known = (reviewOrder: Preset['reviewOrder']) =>
    simulationOf({
      cards: learned(600, 60),
      presets: [preset({ reviewOrder, reviewsPerDay: 8 })],
      days: 45,
    }).now.known.at(-1) ?? 0;
  const orders = [
    'due-then-random',
    'least-retrievable-first',
    'most-retrievable-first',
    'most-overdue-first',
  ] as const;
  expect(new Set(orders.map(known)).size).toBe(4);
});

test('[SIM-2] a card that has waited longer comes first, by its own date', () => {
  const cards = Array.from({ length: 20 }, (_, at) =>
    aCard(`r${at}/1`, { schedule: inReview(TODAY - 20 + at, { intervalDays: 100 }) }),
  );
  const { now } = simulationOf({
    cards,
    presets: [preset({ reviewsPerDay: 5, fuzz: false })],
    days: 30,
  });
  expect([...now.waiting].slice(0, 3)).toEqual([10, 5, 0]);
});

test('[SIM-3] nothing is answered on days off, and what falls due waits', () => {
  // 3 March 2026 is a Tuesday.
  const { now, changed } = simulationOf({
    cards: CARDS,
    daysOff: { weekdays: [2], pause: { from: TODAY + 10, to: TODAY + 14 } },
    days: 30,
  });
  const off = [1, 8, 15, 22, 29, 9, 10, 11, 12, 13];
  for (const [day, answers] of changed.answers.entries()) {
    if (off.includes(day)) expect(answers, `${day}`).toBe(0);
    else expect(answers, `${day}`).toBeGreaterThan(0);
  }
  expect(changed.waiting[13]).toBeGreaterThan(changed.waiting[9] ?? 0);
  expect(changed.waiting[14]).toBe(0);
  expect(Math.min(...now.answers.slice(0, 10))).toBeGreaterThan(0);
});

test('[SIM-3] days that are planned without study are so on both sides, today among them', () => {
  const { now, changed } = simulationOf({
    cards: fresh(100),
    isKept: (day) => day <= TODAY + 2,
    changed: { newPerDay: 30 },
    days: 30,
  });
  expect([...now.newCards].slice(0, 4)).toEqual([0, 0, 20, 20]);
  expect([...changed.newCards].slice(0, 4)).toEqual([0, 0, 30, 30]);
});

test('[SIM-4] known are those shown by then, as predicted for the morning after', () => {
  const stability = 2000;
  const schedule = inReview(TODAY + 500, {
    intervalDays: 600,
    memory: { stability, difficulty: 5 },
  });
  const { now, knownToday, newLeft, cards } = simulationOf({
    cards: [aCard('r/1', { schedule }), aCard('n/1')],
    presets: [preset({ newPerDay: 0 })],
    days: 30,
  });
  expect([newLeft, cards]).toEqual([1, 2]);
  const weights = toTell('r/1').deck.options.weights[20] ?? 0;
  const recall = (days: number) =>
    (1 + ((0.9 ** (-1 / weights) - 1) * days) / stability) ** -weights;
  expect(knownToday).toBeCloseTo(recall(100), 3);
  expect(now.known[0]).toBeCloseTo(recall(102), 3);
  expect(now.known[29]).toBeCloseTo(recall(131), 3);
});

test('[SIM-4] a card in steps is done today, has no limit, and counts once a day', () => {
  const cards = Array.from({ length: 30 }, (_, at) =>
    aCard(`l${at}/1`, { schedule: inLearning(NOW) }),
  );
  const { now, newLeft } = simulationOf({
    cards,
    presets: [preset({ newPerDay: 0, reviewsPerDay: 10 })],
    days: 30,
  });
  expect(newLeft).toBe(0);
  expect([...now.answers].every((each) => each <= 10)).toBe(true);
  expect(now.known[0]).toBeGreaterThan(20);
});

test('[SIM-9] without cards, or with none in study, there is no figure, and why', () => {
  expect(reason({ cards: [] })).toBe('no-cards');
  expect(reason({ cards: learned(5, 20, { suspended: true }) })).toBe('none-in-study');
  expect(reason({ cards: fresh(1) })).toBe('there');
});

test('[SIM-9] limits of 0, all weekdays off and retention at the edges are played out too', () => {
  const all = simulationOf({ cards: CARDS, daysOff: { weekdays: [0, 1, 2, 3, 4, 5, 6] } });
  expect(sum(all.changed.answers)).toBe(0);
  expect(all.changed.waiting.at(-1)).toBeGreaterThan(90);
  const none = simulationOf({ cards: CARDS, changed: { newPerDay: 0, reviewsPerDay: 0 } });
  expect(sum(none.changed.minutes)).toBe(0);
  for (const desiredRetention of [0.7, 0.99]) {
    const { changed } = simulationOf({ cards: CARDS, changed: { desiredRetention } });
    for (const values of Object.values(changed)) {
      for (const value of values) expect(Number.isFinite(value) && value >= 0).toBe(true);
    }
  }
});

test('[SIM-9] dates that cannot be, and a clock that ran ahead, are no trouble', () => {
  const cards = [
    aCard('far/1', { schedule: inReview(1e12) }),
    aCard('past/1', { schedule: inReview(-1e12) }),
    aCard('none/1', { schedule: inReview(Number.NaN) }),
    aCard('ahead/1', {
      schedule: inReview(TODAY + 3, { lastReview: { atMillis: NOW, studyDay: TODAY + 400 } }),
    }),
  ];
  const { now } = simulationOf({ cards, days: 30 });
  for (const known of now.known) expect(known).toBeLessThanOrEqual(4);
  expect(Number.isFinite(sum(now.known) + sum(now.minutes))).toBe(true);
});

test('[SIM-5] days in sum: means and sums of all, what is left and known at their end, the last new card', () => {
  const days = {
    answers: [4, 6, 2],
    newCards: [1, 2, 0],
    minutes: [3, 5, 1],
    waiting: [9, 8, 7],
    known: [10, 20, 30],
  };
  const columns = (of: Record<keyof typeof days, number[]>) => ({
    answers: Float64Array.from(of.answers),
    newCards: Float64Array.from(of.newCards),
    minutes: Float64Array.from(of.minutes),
    waiting: Float64Array.from(of.waiting),
    known: Float64Array.from(of.known),
  });
  expect(inSum(columns(days))).toEqual({
    minutesADay: 3,
    answers: 12,
    newCards: 3,
    waiting: 7,
    known: 30,
    newLast: 2,
  });
  const none = { answers: [], newCards: [], minutes: [], waiting: [], known: [] };
  const nothing = { minutesADay: 0, answers: 0, newCards: 0, waiting: 0, known: 0, newLast: 0 };
  expect(inSum(columns(none))).toEqual(nothing);
  expect(inSum(columns({ ...days, newCards: [0, 0, 0] })).newLast).toBe(0);
  expect(inSum(columns({ ...days, newCards: [0, 0, 0.5] })).newLast).toBe(3);
});

test('[SIM-2] new cards are begun under the options of their own deck, whichever place it has', () => {
  const others = preset({ id: 'other', desiredRetention: 0.97 });
  const presets = [preset({ desiredRetention: 0.8 }), others];
  const own = { ...A_DECK, id: 'own' as DeckId, name: 'Own', presetId: 'other' };
  const cards = fresh(200, { deckId: own.id });
  const answersOf = (more: Parameters<typeof simulationOf>[0]) =>
    sum(simulationOf({ presets, days: 60, ...more }).now.answers);
  const alone = answersOf({ cards, decks: [own] });
  // Before it in order stands a deck of one card, whose options ask far less often.
  const before = { ...A_DECK, name: 'A' };
  const second = answersOf({ cards: [aCard('one/1'), ...cards], decks: [before, own] });
  expect(alone).toBeGreaterThan(600);
  expect(Math.abs(second / alone - 1)).toBeLessThan(0.05);
});
