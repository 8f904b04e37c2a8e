import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
} from '../../../src/domain/collection/deck.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import {
  decksByPreset,
  joined,
  workloadChangeInWords,
  summaryOfWorkload,
} from '../../../src/domain/workload/compare-workloads.ts';
import { simulateWorkload } from '../../../src/domain/workload/simulate.ts';
import { A_DECK, aCard, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';
import { toTheEnd } from '../../support/to-the-end.ts';

const pace = { new: 30, learning: 10, review: 12 };
const preset = (more: Partial<Preset> = {}): Preset => ({
  ...DEFAULT_PRESET,
  fuzz: false,
  ...more,
});
const run = (cards: readonly Card[], options: Preset, days = 30) =>
  toTheEnd(played(cards, options, days));
const played = (cards: readonly Card[], options: Preset, days: number) =>
  simulateWorkload(options, {
    cards,
    settings: DEFAULT_STUDY_SETTINGS,
    today: TODAY,
    days,
    due: dueOf(cards),
    pace,
  });
const dueOf = (cards: readonly Card[]) => {
  const due = new Map<number, number>();
  for (const { schedule } of cards) {
    if (schedule.state !== 'review') continue;
    due.set(schedule.dueDay, (due.get(schedule.dueDay) ?? 0) + 1);
  }
  return due;
};
const fresh = (count: number) =>
  Array.from({ length: count }, (_, index) => aCard(`deck:n${index}/1`, { position: index }));
const learnt = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aCard(`deck:r${index}/1`, {
      schedule: inReview(TODAY + 1 + (index % 20), { intervalDays: 12 }),
    }),
  );

describe('the coming workload', () => {
  test('[OPTIONS-1] it can be stopped after each day, so a screen that plays it never stands still', () => {
    expect([...played(fresh(20), preset(), 5)]).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  test('[OPTIONS-1] new cards come so many a day until they run out', () => {
    const days = run(fresh(50), preset({ newPerDay: 20 }), 5);
    expect(days.map((day) => day.new)).toEqual([20, 20, 10, 0, 0]);
    expect(days[0]).toMatchObject({ studyDay: TODAY + 1 });
    expect(days[0]?.minutes).toBeCloseTo((20 * 30 + 20 * 10) / 60, 5);
  });

  test('[OPTIONS-1] reviews come on their days and stay within the limit', () => {
    const cards = learnt(60);
    const free = run(cards, preset(), 3);
    expect(free[0]?.reviews).toBe(3);
    const limited = run(cards, preset({ reviewsPerDay: 1 }), 3);
    expect(limited.map((day) => day.reviews)).toEqual([1, 1, 1]);
  });

  test('[OPTIONS-1] limits hold deck by deck, as they do in study', () => {
    const halved = (cards: readonly Card[]) =>
      cards.map((card, index) => (index < 30 ? card : { ...card, deckId: 'other' as DeckId }));
    const days = run(halved(fresh(60)), preset({ newPerDay: 20 }), 3);
    expect(days.map((day) => day.new)).toEqual([40, 20, 0]);
    expect(
      run(halved(learnt(60)), preset({ reviewsPerDay: 1 }), 2).map((day) => day.reviews),
    ).toEqual([2, 2]);
  });

  test('[OPTIONS-1][QUEUE-15] new cards within the reviews a day have what the reviews leave', () => {
    const cards = [...fresh(60), ...learnt(60)];
    const options = preset({ newPerDay: 20, reviewsPerDay: 8 });
    expect(run(cards, options, 2).map((day) => day.new)).toEqual([20, 20]);
    const within = run(cards, { ...options, newWithinReviewLimit: true }, 2);
    expect(within.map((day) => [day.reviews, day.new])).toEqual([
      [3, 5],
      [3, 5],
    ]);
  });

  test('[OPTIONS-1] a limit holds in a sample too', () => {
    const many = summaryOfWorkload(run(learnt(30_000), preset({ reviewsPerDay: 25 }), 20));
    expect(many.reviewsADay).toBeGreaterThan(22);
    expect(many.reviewsADay).toBeLessThan(28);
  });

  test('[OPTIONS-1] a higher desired retention asks for more reviews, a longer limit for no fewer', () => {
    const cards = [...learnt(200), ...fresh(100)];
    const at = (desiredRetention: number) =>
      summaryOfWorkload(run(cards, preset({ desiredRetention }), 60)).reviewsADay;
    expect(at(0.8)).toBeLessThan(at(0.9));
    expect(at(0.9)).toBeLessThan(at(0.97));
    const short = summaryOfWorkload(run(cards, preset({ maximumIntervalDays: 5 }), 60));
    expect(short.reviewsADay).toBeGreaterThan(at(0.9));
  });

  test('[OPTIONS-1] the same question has the same answer, and cards out of study do not count', () => {
    const cards = [...learnt(50), ...fresh(20)];
    expect(run(cards, preset())).toEqual(run(cards, preset()));
    const aside = cards.map((card) => ({ ...card, suspended: true }));
    expect(summaryOfWorkload(run(aside, preset())).minutesADay).toBe(0);
  });

  test('[OPTIONS-1] a large collection is sampled, and its counts come out alike', () => {
    const some = summaryOfWorkload(run(learnt(3000), preset({ reviewsPerDay: 9999 }), 20));
    const many = summaryOfWorkload(run(learnt(30_000), preset({ reviewsPerDay: 9999 }), 20));
    expect(many.reviewsADay / some.reviewsADay).toBeGreaterThan(9);
    expect(many.reviewsADay / some.reviewsADay).toBeLessThan(11);
  });

  test('[OPTIONS-1] cards in steps, and steps that never end, are no trouble', () => {
    const cards = [aCard('deck:l/1', { schedule: inLearning(NOW) })];
    const endless = preset({ learningStepsMinutes: Array.from({ length: 50 }, () => 1) });
    expect(run(cards, endless, 3).every((day) => Number.isFinite(day.minutes))).toBe(true);
  });
});

test('[OPTIONS-2] what a change does is one sentence', () => {
  const side = (minutesADay: number) => ({
    minutesADay,
    reviewsADay: 0,
    newCards: 0,
    longestMinutes: 0,
  });
  const words = (before: number, after: number) =>
    workloadChangeInWords({ before: side(before), after: side(after) }, 30);
  expect(words(10, 14.2)).toBe(
    'About 14 minutes a day over the next 30 days, 4 minutes more than now.',
  );
  expect(words(2, 1)).toBe('About 1 minute a day over the next 30 days, 1 minute less than now.');
  expect(words(5.2, 4.9)).toBe('About 5 minutes a day over the next 30 days, the same as now.');
});

describe('decks of several options', () => {
  test('[OPTIONS-1] are told by the options they follow, options without a deck left out', () => {
    const deck = (id: string, presetId: string) => ({ ...A_DECK, id: id as DeckId, presetId });
    const [one, two, none] = ['one', 'two', 'none'].map((id) => preset({ id }));
    const decks = [deck('a', 'two'), deck('b', 'one'), deck('c', 'two'), deck('d', 'gone')];
    expect(decksByPreset(decks, [one, none, two] as Preset[])).toEqual([
      { deckIds: ['b'], before: one },
      { deckIds: ['a', 'c'], before: two },
    ]);
  });

  test('[OPTIONS-1] their days add up, each with its own', () => {
    const day = (studyDay: number, count: number) => ({
      studyDay,
      new: count,
      reviews: 2 * count,
      minutes: 3 * count,
    });
    const one = { before: [day(TODAY, 1), day(TODAY + 1, 2)], after: [day(TODAY, 3)] };
    const other = { before: [day(TODAY, 10)], after: [day(TODAY, 20)] };
    expect(joined(one, other)).toEqual({
      before: [day(TODAY, 11), day(TODAY + 1, 2)],
      after: [day(TODAY, 23)],
    });
  });

  test('[OPTIONS-2] a summary has the means, all new cards and the longest day; of no days, nothing', () => {
    const days = [1, 3].map((count) => ({
      studyDay: TODAY + count,
      new: count,
      reviews: 10 * count,
      minutes: 5 * count,
    }));
    expect(summaryOfWorkload(days)).toEqual({
      minutesADay: 10,
      reviewsADay: 20,
      newCards: 4,
      longestMinutes: 15,
    });
    expect(summaryOfWorkload([])).toEqual({
      minutesADay: 0,
      reviewsADay: 0,
      newCards: 0,
      longestMinutes: 0,
    });
    const change = (from: number, to: number) => ({
      before: { ...summaryOfWorkload([]), minutesADay: from },
      after: { ...summaryOfWorkload([]), minutesADay: to },
    });
    expect(workloadChangeInWords(change(10.4, 9.6), 30)).toBe(
      'About 10 minutes a day over the next 30 days, the same as now.',
    );
    expect(workloadChangeInWords(change(0, 0.4), 30)).toBe(
      'Less than a minute a day over the next 30 days, the same as now.',
    );
    expect(workloadChangeInWords(change(2, 1), 7)).toBe(
      'About 1 minute a day over the next 7 days, 1 minute less than now.',
    );
    expect(workloadChangeInWords(change(2, 12), 7)).toBe(
      'About 12 minutes a day over the next 7 days, 10 minutes more than now.',
    );
  });
});
