import { daysKept } from '../../../src/domain/overlay/days-kept.ts';
import { aBreak } from '../exam/exams.ts';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import { ALL_DECKS, emptyDay, type KindTotals } from '../../../src/domain/collection/review.ts';
import { EMPTY_TALLY, type Tally, tallyKey } from '../../../src/domain/study/tally.ts';
import { minutesOf, paceOf } from '../../../src/domain/study/today/day-pace.ts';
import { type TodayInput, todayView } from '../../../src/domain/study/today/today.ts';
import { A_DECK, aCard, DECK, inLearning, NOW, TODAY } from '../../support/collection.ts';

function anInput(more: Partial<TodayInput> = {}): TodayInput {
  return {
    today: TODAY,
    decks: [A_DECK],
    presets: [DEFAULT_PRESET],
    tallies: new Map(),
    doneToday: new Map(),
    recentDays: [],
    studiedDays: [],
    learning: [],
    cardsOfNotesInSteps: [],
    firstInterval: () => 3,
    ...more,
  };
}
function tallies(tally: Partial<Tally>, section = '') {
  return new Map([[tallyKey(DECK, section), { ...EMPTY_TALLY, ...tally }]]);
}
function dayOf(kinds: Partial<Record<'new' | 'learning' | 'review', KindTotals>>, deckId = DECK) {
  const day = emptyDay(deckId, TODAY);
  return { ...day, byKind: { ...day.byKind, ...kinds } };
}

describe('what is left', () => {
  test('[TODAY-1] is counted by kind, deck and section, a section with its subsections', () => {
    const deck = { ...A_DECK, sections: ['A', 'A::x'] };
    const learning = [
      aCard('a/1', { sections: ['A::x'], schedule: inLearning(NOW) }),
      aCard('b/1', { sections: ['B'], schedule: inLearning(NOW) }),
    ];
    const view = todayView(
      anInput({
        decks: [deck],
        learning,
        tallies: new Map([
          ...tallies({ newNotes: { 0: 30 }, reviewNotes: { [TODAY]: 4 } }),
          ...tallies({ newNotes: { 0: 7 } }, 'A'),
        ]),
      }),
    );
    expect(view.total.left).toEqual({ new: 20, learning: 2, review: 4 });
    expect(view.decks[0]?.sections.map(({ name, left }) => [name, left])).toEqual([
      ['A', { new: 7, learning: 1, review: 0 }],
      ['A::x', { new: 0, learning: 1, review: 0 }],
    ]);
  });

  test('[TODAY-5] is nothing once the limits are reached, however many cards the deck still has', () => {
    const done = { answers: 20, recalled: 20, millis: 0 };
    const view = todayView(
      anInput({
        tallies: tallies({ newNotes: { 0: 500 }, newCards: { 0: 500 } }),
        doneToday: new Map([[DECK, dayOf({ new: done })]]),
      }),
    );
    expect(view.total).toMatchObject({ left: { new: 0, learning: 0, review: 0 }, minutes: 0 });
    expect(view.forecast[0]).toMatchObject({ studyDay: TODAY + 1, new: 20 });
  });

  test('[TODAY-2] takes the expected seconds of its kind, then the person’s own pace', () => {
    const usual = paceOf([]);
    expect(minutesOf({ new: 10, learning: 6, review: 0 }, usual)).toBeCloseTo(5.3);
    const own = paceOf([
      dayOf({ review: { answers: 30, recalled: 20, millis: 300_000 } }),
      dayOf({ review: { answers: 20, recalled: 20, millis: 200_000 } }),
    ]);
    expect(own).toEqual({ ...usual, review: 10 });
    const few = paceOf([dayOf({ review: { answers: 49, recalled: 20, millis: 1 } })]);
    expect(few).toEqual(usual);
  });

  test('[TODAY-1] what was done today is added up over its kinds', () => {
    const kind = { answers: 2, recalled: 1, millis: 30_000 };
    const day = dayOf({ new: kind, learning: kind, review: kind }, ALL_DECKS);
    const view = todayView(anInput({ doneToday: new Map([[ALL_DECKS, day]]) }));
    expect(view.done).toEqual({ answers: 6, recalled: 3, minutes: 1.5 });
  });
});

describe('the week', () => {
  test('[TODAY-3] begins tomorrow, leaves out what today asks for, and keeps to the limits', () => {
    const counts = { [TODAY - 4]: 90, [TODAY]: 9, [TODAY + 1]: 300, [TODAY + 7]: 2 };
    const { forecast } = todayView(
      anInput({ tallies: tallies({ reviewCards: counts, reviewNotes: counts }) }),
    );
    expect(forecast.map(({ studyDay }) => studyDay - TODAY)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    // What a day's limit leaves over waits for the next.
    expect(forecast.map(({ reviews }) => reviews)).toEqual([200, 100, 0, 0, 0, 0, 2]);
  });

  test('[TODAY-3] a backlog beyond today’s limit comes tomorrow', () => {
    const counts = { [TODAY - 4]: 250 };
    const done = { answers: 200, recalled: 200, millis: 0 };
    const { forecast, tomorrow, total } = todayView(
      anInput({
        tallies: tallies({ reviewCards: counts, reviewNotes: counts }),
        doneToday: new Map([[DECK, dayOf({ review: done })]]),
      }),
    );
    expect(total.left.review).toBe(0);
    expect(tomorrow).toMatchObject({ studyDay: TODAY + 1, left: { review: 200 } });
    expect(forecast.map(({ reviews }) => reviews)).toEqual([200, 50, 0, 0, 0, 0, 0]);
  });

  test('[TODAY-3] brings in new cards up to the limit, and each once more at its first interval', () => {
    const preset = { ...DEFAULT_PRESET, newPerDay: 10, burySiblings: false };
    const { forecast } = todayView(
      anInput({
        presets: [preset],
        tallies: tallies({ newCards: { 0: 25 }, newNotes: { 0: 25 } }),
      }),
    );
    expect(forecast.map((day) => day.new)).toEqual([10, 5, 0, 0, 0, 0, 0]);
    expect(forecast.map((day) => day.reviews)).toEqual([0, 0, 10, 10, 5, 0, 0]);
  });
});

describe('the streak', () => {
  const streak = (...daysAgo: number[]) =>
    todayView(anInput({ studiedDays: daysAgo.map((ago) => TODAY - ago) })).streakDays;

  test('[TODAY-4] counts study days in a row that end today or yesterday', () => {
    expect(streak(0, 1, 2, 4)).toBe(3);
    expect(streak(1, 2, 3)).toBe(3);
    expect(streak(2, 3, 4)).toBe(0);
    expect(streak(0)).toBe(1);
    expect(streak()).toBe(0);
  });

  test('[TODAY-4] days of a break are kept: they neither end the row nor count', () => {
    const withBreaks = (breaks: readonly (readonly [number, number])[], ...daysAgo: number[]) =>
      todayView(
        anInput({
          studiedDays: daysAgo.map((ago) => TODAY - ago),
          isKept: daysKept(breaks.map(([from, to]) => aBreak(-from, -to))),
        }),
      ).streakDays;
    const seven = [5, 6, 7, 8, 9, 10, 11];
    expect(withBreaks([[4, 2]], 0, 1, ...seven)).toBe(9);
    // In the break, on its first day back before and after studying, and a day too late.
    expect(withBreaks([[4, -2]], ...seven)).toBe(7);
    expect(withBreaks([[4, 1]], ...seven)).toBe(7);
    expect(withBreaks([[4, 1]], 0, ...seven)).toBe(8);
    expect(withBreaks([[4, 2]], ...seven)).toBe(0);
    expect(withBreaks([[4, 2]], 0, ...seven)).toBe(1);
    // Two breaks end to end, one of them studied in.
    expect(
      withBreaks(
        [
          [4, 3],
          [2, 1],
        ],
        0,
        2,
        ...seven,
      ),
    ).toBe(9);
    expect(withBreaks([], 0, 1, ...seven)).toBe(2);
  });
});

describe('a first run', () => {
  test('[TODAY-6] is not said of a collection that was studied, whatever the day totals say', () => {
    expect(todayView(anInput()).isFirstRun).toBe(true);
    expect(todayView(anInput({ studiedDays: [TODAY - 3] })).isFirstRun).toBe(false);
    expect(todayView(anInput({ hasStudied: true })).isFirstRun).toBe(false);
    const reviewCards = { [TODAY + 40]: 1 };
    expect(todayView(anInput({ tallies: tallies({ reviewCards }) })).isFirstRun).toBe(false);
    const step = aCard('a/1', { schedule: inLearning(NOW) });
    expect(todayView(anInput({ cardsOfNotesInSteps: [step] })).isFirstRun).toBe(false);
  });
});
