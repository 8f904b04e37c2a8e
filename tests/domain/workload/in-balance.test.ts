import { expect, test } from 'vitest';
import type { EasyDays } from '../../../src/domain/balance/easy-days.ts';
import type { Card } from '../../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
} from '../../../src/domain/collection/deck.ts';
import { DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';
import { memoryModel } from '../../../src/domain/planner/model/memory-model.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/model/student-model.ts';
import { ReviewFlow } from '../../../src/domain/statistics/ahead/flow.ts';
import { simulateWorkload } from '../../../src/domain/workload/simulate.ts';
import { weekdayOf } from '../../../src/kernel/study-day.ts';
import { aCard, inReview, TODAY } from '../../support/collection.ts';
import { mean, unevenness } from '../balance/sixty-days.ts';
import { simulationOf } from './simulator/collections.ts';
import { toTheEnd } from '../../support/to-the-end.ts';

const EASY: EasyDays = ['normal', 'normal', 'reduced', 'normal', 'normal', 'normal', 'minimum'];
const PACE = { new: 30, learning: 10, review: 12 };
/** Due within a week, all of a memory that gives some twelve days more. */
const CARDS: readonly Card[] = Array.from({ length: 700 }, (_, index) =>
  aCard(`deck:r${index}/1`, {
    schedule: inReview(TODAY + 1 + (index % 7), { intervalDays: 12 }),
  }),
);
const DUE = new Map(Array.from({ length: 7 }, (_, index) => [TODAY + 1 + index, 100]));

/** Reviews a day from the second week on, when they were given by what is told. */
const told = {
  preview: (change: Partial<Preset>, due: ReadonlyMap<number, number> = DUE): readonly number[] =>
    toTheEnd(
      simulateWorkload(
        { ...DEFAULT_PRESET, reviewsPerDay: 9999, ...change },
        { cards: CARDS, settings: DEFAULT_STUDY_SETTINGS, today: TODAY, days: 30, due, pace: PACE },
      ),
    ).map(({ reviews }) => reviews),
  simulator: (change: Partial<Preset>, others: readonly Card[] = []): readonly number[] => {
    const presets = [{ ...DEFAULT_PRESET, reviewsPerDay: 9999, ...change }];
    return [...simulationOf({ cards: CARDS, others, presets, days: 30 }).now.answers];
  },
};

/** Mean reviews on a weekday, Monday 0, among the days from the second week on. */
function onWeekdays(days: readonly number[], wanted: readonly number[]): number {
  return mean(days.filter((_, at) => at >= 7 && wanted.includes(weekdayOf(TODAY + 1 + at))));
}

test.each(['preview', 'simulator'] as const)(
  '[BALANCE-10] in the %s easy weekdays have as few as study would give them',
  (which) => {
    const [plain, easy] = [told[which]({ evenOut: false }), told[which]({ easyDays: EASY })];
    expect(onWeekdays(easy, [6])).toBeLessThan(onWeekdays(plain, [6]) * 0.5);
    expect(onWeekdays(easy, [2])).toBeLessThan(onWeekdays(easy, [0, 1, 3, 4, 5]) * 0.85);
    const [more, before] = [mean(easy), mean(plain)];
    expect(Math.abs(more / before - 1)).toBeLessThan(0.05);
  },
);

test('[BALANCE-10] in a preview days are evener where they are evened out', () => {
  const uneven = (change: Partial<Preset>) => unevenness(told.preview(change).slice(7));
  expect(uneven({})).toBeLessThan(uneven({ evenOut: false }) * 0.8);
});

test('[BALANCE-10] a day on which other decks have much is left to them', () => {
  const full = TODAY + 15;
  const others = Array.from({ length: 400 }, (_, index) =>
    aCard(`other:o${index}/1`, { schedule: inReview(full, { intervalDays: 20 }) }),
  );
  const [alone, beside] = [told.simulator({}), told.simulator({}, others)];
  expect(beside[full - TODAY - 1]).toBeLessThan((alone[full - TODAY - 1] ?? 0) * 0.6);
  const due = new Map([...DUE, [full, 400]]);
  const [before, after] = [told.preview({}), told.preview({}, due)];
  // Of the few that come so soon most were forgotten, and had hardly a choice.
  expect(after[full - TODAY - 1]).toBeLessThan(before[full - TODAY - 1] ?? 0);
});

test('[BALANCE-10] what is coming has easy weekdays, and as many reviews in all', () => {
  const model = memoryModel(DEFAULT_OPTIONS.weights);
  const reviews = Array.from({ length: 700 }, (_, index) => ({
    inDays: 1 + (index % 7),
    elapsedDays: 12,
    stability: 12,
    difficulty: 5,
  }));
  const flow = (easyDays: EasyDays) => {
    const span = { today: TODAY, days: 60 };
    const options = { ...DEFAULT_OPTIONS, easyDays };
    return [...new ReviewFlow(span, options, model, DEFAULT_STUDENT).ofReviews(reviews).reviews];
  };
  const [plain, easy] = [flow([]), flow(EASY)];
  const sundays = (days: readonly number[]) =>
    mean(days.filter((_, at) => at > 7 && weekdayOf(TODAY + at) === 6));
  expect(sundays(easy)).toBeLessThan(sundays(plain) * 0.5);
  expect(Math.abs(mean(easy) / mean(plain) - 1)).toBeLessThan(0.04);
});
