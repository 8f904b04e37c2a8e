import { expect, test } from 'vitest';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  schedulerOptions,
} from '../../../src/domain/collection/deck.ts';
import { retrievability } from '../../../src/domain/memory/scheduler.ts';
import { quantile } from '../../../src/domain/statistics/figures/distribution.ts';
import { shareOf } from '../../../src/domain/statistics/figures/share.ts';
import { stretchesOf } from '../../../src/domain/statistics/stretches.ts';
import type { Exam, Overlay, StudyBreak } from '../../../src/domain/overlay/overlay.ts';
import type { OverlayId } from '../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY, MILLIS_PER_HOUR } from '../../../src/kernel/time.ts';
import { inReview } from '../../support/collection.ts';
import { sampleExam } from '../../support/exams.ts';
import { aLine, aLog, anAnswer, insightsIn, NOW, TODAY, toTell, told } from './answers.ts';

const OPTIONS = schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS);
const YEAR = { scope: { kind: 'all' }, period: 'year' } as const;

test('[STATS-20] the interval is that of Wilson, and whole shares reach the end', () => {
  // By hand: z² = 2.7055, the middle 1.03528 / 1.27055, the half 0.20652 / 1.27055.
  const nine = shareOf(9, 10);
  expect([nine.low, nine.high].map((x) => x.toFixed(4))).toEqual(['0.6523', '0.9774']);
  expect(shareOf(10, 10)).toMatchObject({ share: 1, high: 1 });
  expect(shareOf(0, 10)).toMatchObject({ share: 0, low: 0 });
  expect(shareOf(0, 0)).toEqual({ of: 0, count: 0, share: undefined, low: 0, high: 1 });
  expect(shareOf(900, 1000).high - shareOf(900, 1000).low).toBeLessThan(nine.high - nine.low);
});

test('[STATS-9] a usual day is the mean of those with an answer, and needs seven', () => {
  const on = (days: readonly number[]) => days.map((ago) => anAnswer(`c${ago}/1`, ago));
  const few = insightsIn({ reviews: on([0, 1, 2, 3, 4, 5, 6]) });
  expect(told(few.recent).usualDay).toBeUndefined();
  const twice = [...on([1, 2, 3, 4, 5, 10, 28]), anAnswer('x/1', 10), ...on([29])];
  const { usualDay, usualWeek } = told(insightsIn({ reviews: twice }).recent);
  expect(usualDay?.answers).toBeCloseTo(8 / 7);
  expect(usualWeek?.answers).toBeCloseTo(2 / 3);
});

test('[STATS-10] the calendar has answers of a year back and what is due in a year ahead', () => {
  const cards = [
    toTell('late/1', { schedule: inReview(TODAY - 9) }),
    toTell('now/1', { schedule: inReview(TODAY) }),
    toTell('buried/1', { schedule: inReview(TODAY), buriedUntil: TODAY + 1 }),
    toTell('out/1', { schedule: inReview(TODAY), suspended: true }),
    toTell('then/1', { schedule: inReview(TODAY + 40) }),
  ];
  const reviews = [anAnswer('now/1', 364), anAnswer('now/1', 500)];
  const { days, from, to } = told(insightsIn({ reviews, cards }).calendar);
  expect([TODAY - from, to - TODAY, days.length]).toEqual([364, 364, 729]);
  expect(days[0]).toMatchObject({ studyDay: from, answers: 1, due: 0 });
  const due = days.filter((day) => day.due > 0).map((day) => [day.studyDay - TODAY, day.due]);
  expect(due).toEqual([
    [0, 2],
    [1, 1],
    [40, 1],
  ]);
  const all = told(
    insightsIn({ reviews, cards, asked: { scope: { kind: 'all' }, period: 'all' } }).calendar,
  );
  expect(all.days[0]).toMatchObject({ studyDay: TODAY - 500, answers: 1 });
});

test('[STATS-11] streaks pass over days of a break and are counted alike, now and before', () => {
  const pause: StudyBreak = {
    kind: 'break',
    id: 'p' as OverlayId,
    name: 'Away',
    isOn: true,
    fromDay: TODAY - 3,
    toDay: TODAY - 2,
    spreadDays: 1,
  };
  const reviews = [0, 1, 4, 5, 10, 11, 12, 13, 14].map((ago) => anAnswer('a/1', ago));
  const { currentStreakDays, longestStreak, studiedDays, possibleDays } = told(
    insightsIn({ reviews, overlays: [pause] }).calendar,
  );
  expect(currentStreakDays).toBe(4);
  expect(longestStreak).toEqual({ days: 5, from: TODAY - 14, to: TODAY - 10 });
  expect([studiedDays, possibleDays]).toEqual([9, 15]);
  const none = told(insightsIn({ reviews: [], cards: [toTell('a/1')] }).calendar);
  expect([none.currentStreakDays, none.longestStreak, none.possibleDays]).toEqual([
    0,
    undefined,
    0,
  ]);
});

test('[STATS-12] retention is told by age, stretch and the calendar’s weeks, months and years', () => {
  const reviews = [
    anAnswer('a/1', 60, { intervalDays: 30 }),
    anAnswer('a/1', 30, { grade: 1, intervalDays: 0 }),
    anAnswer('b/1', 1, { grade: 3 }),
    anAnswer('c/1', 0, { grade: 1 }),
  ];
  const { inPeriod, table, course, desired } = told(insightsIn({ reviews, asked: YEAR }).retention);
  expect(inPeriod.young).toMatchObject({ of: 3, count: 2 });
  expect(inPeriod.mature).toMatchObject({ of: 1, count: 0 });
  expect(table.map(({ span, all }) => [span, all.count, all.of])).toEqual([
    ['today', 0, 1],
    ['yesterday', 1, 1],
    ['week', 1, 2],
    ['month', 1, 2],
    ['quarter', 2, 4],
    ['year', 2, 4],
    ['all', 2, 4],
  ]);
  expect(course.day.map(({ from }) => TODAY - from)).toEqual([60, 30, 1, 0]);
  // 2 March 2026 is a Monday: yesterday was another week.
  expect(course.week.map(({ all }) => all.of)).toEqual([1, 1, 1, 1]);
  expect(course.month.map(({ all }) => all.of)).toEqual([2, 2]);
  expect(course.year.map(({ all }) => all.of)).toEqual([4]);
  expect(desired).toBe(DEFAULT_PRESET.desiredRetention);
});

test('[STATS-12] stretches leave no gap, and end with their weeks, months and years', () => {
  for (const grain of ['day', 'week', 'month', 'year'] as const) {
    const stretches = stretchesOf({ from: TODAY - 800, to: TODAY }, grain);
    expect(stretches[0]?.from).toBe(TODAY - 800);
    expect(stretches.at(-1)?.to).toBe(TODAY);
    for (const [index, { from }] of stretches.slice(1).entries()) {
      expect(from).toBe((stretches[index]?.to ?? 0) + 1);
    }
  }
  const dates = stretchesOf({ from: TODAY - 40, to: TODAY }, 'month').map(({ from }) =>
    new Date(from * MILLIS_PER_DAY).toISOString().slice(0, 10),
  );
  expect(dates).toEqual(['2026-01-21', '2026-02-01', '2026-03-01']);
});

test('[STATS-13] a section counts what lies below it, a card in two counts in both', () => {
  const reviews = ['a/1', 'b/1', 'c/1', 'd/1'].map((id) => anAnswer(id, 1));
  const cards = [
    toTell('a/1', { sections: ['Safety::PML', 'Dose'] }),
    toTell('b/1', { sections: ['safety'] }),
    toTell('c/1', { sections: [] }),
    toTell('d/1', { sections: ['Safety'] }, {}, { id: 'other' as never, name: 'Other' }),
  ];
  const { bySection } = told(insightsIn({ reviews, cards }).retention);
  expect(bySection.map(({ deckName, section, all }) => [deckName, section, all.of])).toEqual([
    ['Neurology', '', 1],
    ['Neurology', 'Dose', 1],
    ['Neurology', 'Safety', 2],
    ['Neurology', 'Safety::PML', 1],
    ['Other', 'Safety', 1],
  ]);
  expect(bySection[2]?.search).toBe('deck:Neurology tag:Safety');
  expect(bySection[0]?.search).toBe('deck:Neurology tag:none');
});

test('[STATS-14] hours are those of the clock as it is set now', () => {
  const reviews = [
    anAnswer('a/1', 1, { atMillis: (TODAY - 1) * MILLIS_PER_DAY + 23 * MILLIS_PER_HOUR }),
  ];
  const { byHour } = told(
    insightsIn({ reviews, now: { ...NOW, utcOffsetMinutes: 120 } }).retention,
  );
  expect(byHour.length).toBe(24);
  expect(byHour.filter(({ answers }) => answers > 0)).toMatchObject([{ hour: 1, answers: 1 }]);
});

test('[STATS-15] what is known now is the sum of retrievability', () => {
  const schedules = [inReview(TODAY + 3), inReview(TODAY - 40, { intervalDays: 5 })];
  const cards = schedules.map((schedule, index) => toTell(`c${index}/1`, { schedule }));
  const { expected, learned, overTime } = told(
    insightsIn({
      cards: [...cards, toTell('new/1', { schedule: { state: 'new', reps: 0, lapses: 0 } })],
    }).known,
  );
  const sum = schedules.reduce((all, each) => all + (retrievability(OPTIONS, each, TODAY) ?? 0), 0);
  expect(expected).toBeCloseTo(sum, 5);
  expect(learned).toBe(2);
  expect(overTime.at(-1)).toEqual({ studyDay: TODAY, expected, learned });
});

test('[STATS-16] its course forgets from one answer to the next', () => {
  const reviews = [anAnswer('a/1', 20), anAnswer('a/1', 10), anAnswer('gone/1', 20)];
  const { overTime } = told(insightsIn({ reviews, cards: [toTell('a/1')] }).known);
  const at = (ago: number) => overTime.find(({ studyDay }) => studyDay === TODAY - ago);
  expect(at(21)).toMatchObject({ expected: 0, learned: 0 });
  expect(at(20)).toMatchObject({ expected: 1, learned: 1 });
  expect(at(11)?.expected).toBeCloseTo(0.91, 1);
  expect(at(10)?.expected).toBe(1);
  expect(overTime.length).toBe(30);
});

test('[STATS-17] [STATS-18] each card is in one state, and distributions are of learned cards', () => {
  const cards = [
    toTell('a/1', { schedule: { state: 'new', reps: 0, lapses: 0 } }),
    toTell('b/1', { schedule: inReview(TODAY + 1, { intervalDays: 20 }) }),
    toTell('c/1', { schedule: inReview(TODAY + 1, { intervalDays: 21 }) }),
    toTell('d/1', { schedule: inReview(TODAY + 1), suspended: true }),
    toTell('e/1', { schedule: inReview(TODAY), buriedUntil: TODAY + 1 }),
  ];
  const { byState, interval, stability } = told(insightsIn({ cards }).known);
  const counts = {
    new: 1,
    learning: 0,
    relearning: 0,
    young: 1,
    mature: 1,
    suspended: 1,
    buried: 1,
  };
  expect(byState).toEqual(counts);
  expect([interval.cards, interval.median, stability.cards]).toEqual([4, 15, 4]);
  expect(interval.bins.reduce((sum, bin) => sum + bin.cards, 0)).toBe(4);
  expect([quantile([1, 2, 3, 4, 5], 0.05), quantile([], 0.5)]).toEqual([1.2, 0]);
});

test('[STATS-19] cards added in the period are counted by when their note was', () => {
  const at = (ago: number) => ({ addedAtMillis: NOW.atMillis - ago * MILLIS_PER_DAY });
  const cards = [toTell('a/1', {}, at(0)), toTell('b/1', {}, at(29)), toTell('c/1', {}, at(30))];
  const { added } = told(insightsIn({ cards }).known);
  expect(added.length).toBe(30);
  expect([added[0]?.cards, added.at(-1)?.cards]).toEqual([1, 1]);
  expect(added.reduce((sum, each) => sum + each.cards, 0)).toBe(2);
});

test('[STATS-21] [STATS-22] buttons and seconds are counted of the period alone', () => {
  const reviews = [
    anAnswer('a/1', 5, { kind: 'new', grade: 1, durationMillis: 20_000 }),
    anAnswer('b/1', 5, { grade: 3, durationMillis: 4000, intervalDays: 25 }),
    anAnswer('b/1', 1, { grade: 3, durationMillis: 8000 }),
    anAnswer('b/1', 40, { grade: 4 }),
  ];
  const { buttons, secondsByButton, secondsBySection } = told(insightsIn({ reviews }).answering);
  expect(buttons).toEqual({ learning: [1, 0, 0, 0], young: [0, 0, 1, 0], mature: [0, 0, 1, 0] });
  expect(secondsByButton.map(({ answers }) => answers)).toEqual([1, 0, 2, 0]);
  expect(secondsByButton[2].mean).toBe(6);
  expect(secondsByButton[2].median).toBeCloseTo(4, 0);
  expect(secondsByButton[1]).toEqual({
    answers: 0,
    mean: undefined,
    median: undefined,
    minutes: 0,
  });
  expect(secondsBySection[0]).toMatchObject({ section: 'General', answers: 3 });
});

test('[STATS-23] [STATS-24] [STATS-25] the slowest, the most failed and the leeches are named', () => {
  const slow = [1, 2, 3].map((ago) => anAnswer('slow/1', ago, { durationMillis: 30_000 }));
  const failed = [1, 2, 3].map((ago) => anAnswer('bad/1', ago, { grade: ago < 3 ? 1 : 3 }));
  const once = [anAnswer('once/1', 1, { grade: 1, durationMillis: 50_000 })];
  const cards = [
    toTell('slow/1'),
    toTell(
      'bad/1',
      { schedule: inReview(TODAY, { lapses: 9 }), suspended: true },
      { tags: ['leech'] },
    ),
    toTell('once/1'),
  ];
  const { slowest, mostFailed, leeches, leechCount } = told(
    insightsIn({ reviews: [...slow, ...failed, ...once], cards }).answering,
  );
  expect(slowest.map(({ text, meanSeconds }) => [text, meanSeconds])).toEqual([
    ['asks slow/1', 30],
    ['asks bad/1', 5],
  ]);
  expect(mostFailed).toMatchObject([{ cardId: 'bad/1', failed: 2, reviews: 3, lapses: 9 }]);
  expect(leeches).toMatchObject([{ cardId: 'bad/1', failed: 2, isSuspended: true }]);
  expect(leechCount).toBe(1);
});

/** Reviews every five days of many cards, each grade given by `grade` of card and round. */
function manyReviews(grade: (card: number, round: number) => 1 | 2 | 3 | 4) {
  return Array.from({ length: 60 }, (_, card) =>
    Array.from({ length: 6 }, (_, round) =>
      anAnswer(`c${card}/1`, 28 - round * 5, {
        grade: grade(card, round),
        memory: { stability: 2, difficulty: 5 },
      }),
    ),
  ).flat();
}

test('[STATS-26] Hard in place of Again is suspected with its reasons, honest answers are not', () => {
  const misused = told(
    insightsIn({ reviews: manyReviews((card) => (card % 5 === 0 ? 2 : 3)) }).answering,
  );
  expect(misused.hardUse.isSuspected).toBe(true);
  expect(misused.hardUse.reasons.map(({ is }) => is)).toContain('hardly-any-again');
  expect(misused.hardUse.hardCards).toBe(12);
  // Hard after Hard is no sign of recall.
  const afterHard = misused.hardUse.reasons.find(({ is }) => is === 'not-recalled-after-hard');
  expect(afterHard).toMatchObject({ recalledNext: { count: 0 } });
  const honest = told(
    insightsIn({
      reviews: manyReviews((card, round) =>
        (card + round) % 6 === 0 ? 1 : card % 9 === 0 ? 2 : 3,
      ),
    }).answering,
  );
  expect(honest.hardUse.isSuspected).toBe(false);
  const few = told(insightsIn({ reviews: [anAnswer('a/1', 1, { grade: 2 })] }).answering);
  expect(few.hardUse).toMatchObject({ isSuspected: false, reasons: [] });
});

test('[STATS-27] predictions stand beside what came of them, by bins', () => {
  const { calibration } = insightsIn({
    reviews: manyReviews((card, round) => ((card + round) % 5 === 0 ? 1 : 3)),
  });
  const { bins, reviews, recalled, predicted } = told(calibration);
  expect(reviews).toBe(300);
  expect(recalled.share).toBeCloseTo(0.8, 1);
  expect(bins.length).toBe(1);
  expect(bins[0]?.predicted).toBeCloseTo(predicted);
  expect((bins[0]?.from ?? 1) <= predicted && predicted < (bins[0]?.to ?? 0)).toBe(true);
});

test('[STATS-28] log loss and RMSE(bins) are those of a hand reckoning', () => {
  const { calibration } = insightsIn({
    reviews: manyReviews((card, round) => ((card + round) % 5 === 0 ? 1 : 3)),
  });
  const { logLoss, logLossOfMean, recalled, predicted, rmseBins } = told(calibration);
  const { share = 0 } = recalled;
  expect(logLoss).toBeCloseTo(
    -share * Math.log(predicted) - (1 - share) * Math.log(1 - predicted),
    5,
  );
  expect(logLossOfMean).toBeCloseTo(
    -share * Math.log(share) - (1 - share) * Math.log(1 - share),
    9,
  );
  // One stability and one interval: bins differ by their past, and so by chance alone.
  expect(rmseBins).toBeGreaterThanOrEqual(Math.abs(predicted - share) - 1e-9);
});

test('[STATS-29] a kept memory predicts as it stood, a log is replayed under the weights', () => {
  const kept = Array.from({ length: 60 }, (_, index) => [
    anAnswer(`k${index}/1`, 20, { memory: { stability: 1e4, difficulty: 5 } }),
    anAnswer(`k${index}/1`, 10),
  ]).flat();
  expect(told(insightsIn({ reviews: kept }).calibration).predicted).toBeGreaterThan(0.99);
  const logs = Array.from({ length: 60 }, (_, index) =>
    aLog(`k${index}/1`, [aLine(20, { type: 0 }), aLine(10)]),
  );
  const replayed = told(insightsIn({ logs }).calibration).predicted;
  // FSRS-6: a first Good leaves 2.3065 days.
  const { recall } = { recall: (1 + ((0.9 ** (-1 / 0.1542) - 1) * 10) / 2.3065) ** -0.1542 };
  expect(replayed).toBeCloseTo(recall, 4);
});

test('[STATS-30] exams with a mark stand with the prediction of their eve', () => {
  const exam: Exam = {
    ...sampleExam({ nowMillis: NOW.atMillis }, -10),
    mark: { achieved: 0.8, predicted: 0.85 },
  };
  const range = { expected: 0.85, low: 0.8, high: 0.9 };
  const forecast = { overlayId: exam.id, predicted: range, withoutStudy: 0, cards: 1, unseen: 0 };
  const more = { daysLeft: 1, minutesToday: 1, minutesAWeek: 7, weights: 1 };
  const overlays: Overlay[] = [
    exam,
    { ...sampleExam({ nowMillis: NOW.atMillis }, 10), id: 'next' as OverlayId },
  ];
  const { calibration } = insightsIn({
    reviews: [anAnswer('a/1', 1)],
    overlays,
    forecasts: [
      { ...forecast, ...more, studyDay: TODAY - 20, predicted: { ...range, low: 0 } },
      { ...forecast, ...more, studyDay: TODAY - 12 },
    ],
  });
  expect(told(calibration).exams).toMatchObject([
    { overlayId: exam.id, achieved: 0.8, predicted: 0.85, range },
  ]);
});
