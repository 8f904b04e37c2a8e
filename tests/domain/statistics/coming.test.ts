import { expect, test } from 'vitest';
import { ReviewFlow } from '../../../src/domain/statistics/ahead/flow.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  schedulerOptions,
} from '../../../src/domain/collection/deck.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import { answer, retrievability } from '../../../src/domain/memory/scheduler.ts';
import { memoryModel } from '../../../src/domain/planner/model/memory-model.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/model/student-model.ts';
import { seededFraction } from '../../../src/kernel/seeded.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import { inReview } from '../../support/collection.ts';
import { anAnswer, insightsIn, TODAY, toTell, told } from './answers.ts';

const OPTIONS = schedulerOptions({ ...DEFAULT_PRESET, fuzz: false }, DEFAULT_STUDY_SETTINGS);
const NEW = { state: 'new', reps: 0, lapses: 0 } as const;

function fresh(count: number) {
  return Array.from({ length: count }, (_, index) => toTell(`new${index}/1`, { schedule: NEW }));
}

test('[STATS-31] every card is reviewed on its day, what waits and what is buried when it is back', () => {
  const cards = [
    toTell('late/1', { schedule: inReview(TODAY - 5) }),
    toTell('then/1', { schedule: inReview(TODAY + 2) }),
    toTell('buried/1', { schedule: inReview(TODAY), buriedUntil: TODAY + 1 }),
    toTell('out/1', { schedule: inReview(TODAY), suspended: true }),
  ];
  const { days } = told(insightsIn({ cards }).coming);
  expect(days.length).toBe(365);
  expect(days.slice(0, 3).map(({ scheduled }) => scheduled)).toEqual([1, 1, 1]);
  expect(days[0]?.withNew.reviews).toBe(1);
  const year = days.reduce((sum, { withNew }) => sum + withNew.reviews, 0);
  expect(year).toBeGreaterThan(6);
});

test('[STATS-31] the flow is what many chances come to, card by card under the scheduler', () => {
  const days = 120;
  const model = memoryModel(OPTIONS.weights);
  const student = { ...DEFAULT_STUDENT, passGrades: [0, 1, 0] as const };
  const flow = new ReviewFlow({ today: TODAY, days }, OPTIONS, model, student);
  const review = { inDays: 0, elapsedDays: 10, stability: 10, difficulty: 5 };
  const { reviews, recalled } = flow.ofReviews([review]);
  const expected = reviews.reduce((sum, each) => sum + each, 0);
  const cards = 4000;
  let played = 0;
  for (let card = 0; card < cards; card++) {
    let schedule: Schedule = inReview(TODAY);
    for (let day = TODAY; day < TODAY + days; day++) {
      if (schedule.state !== 'review' || schedule.dueDay > day) continue;
      const recall = retrievability(OPTIONS, schedule, day) ?? 0;
      const grade = seededFraction(`${card} ${day}`) < recall ? 3 : 1;
      for (let given: 1 | 3 = grade; ; given = 3) {
        const moment = { atMillis: day * MILLIS_PER_DAY, studyDay: day };
        schedule = answer(OPTIONS, `c${card}/1` as CardId, schedule, given, moment);
        if (schedule.state === 'review') break;
      }
      played++;
    }
  }
  expect(Math.abs(expected - played / cards)).toBeLessThan(0.03 * expected);
  expect(recalled[0]).toBeCloseTo(model.recall(10, 10), 9);
});

test('[STATS-32] new cards come at the present rate until none is left', () => {
  const shown = Array.from({ length: 60 }, (_, index) =>
    anAnswer(`n${index}/1`, index % 30, { kind: 'new' }),
  );
  const { newPerDay, newLeft, newLastDays, days, oneMoreNew } = told(
    insightsIn({ reviews: shown, cards: fresh(5) }).coming,
  );
  expect([newPerDay, newLeft, newLastDays]).toEqual([2, 5, 3]);
  expect(days.slice(0, 4).map(({ withNew }) => withNew.newCards)).toEqual([2, 2, 1, 0]);
  expect(days.every(({ withoutNew }) => withoutNew.reviews === 0)).toBe(true);
  expect(oneMoreNew.answersPerDay).toBeGreaterThan(2);
  expect(oneMoreNew.minutesPerDay).toBeGreaterThan(0.5);
});

test('[STATS-32] one more new card a day costs what one a day costs in a year', () => {
  const reviews = Array.from({ length: 30 }, (_, ago) =>
    anAnswer(`n${ago}/1`, ago, { kind: 'new' }),
  );
  const { means, newPerDay, oneMoreNew } = told(insightsIn({ reviews, cards: fresh(400) }).coming);
  const year = means[2];
  expect(newPerDay).toBe(1);
  const answers = (year?.withNew.reviews ?? 0) + 1 - (year?.withoutNew.reviews ?? 0);
  expect(oneMoreNew.answersPerDay).toBeCloseTo(answers, 9);
  const minutes = (year?.withNew.minutes ?? 0) - (year?.withoutNew.minutes ?? 0);
  expect(oneMoreNew.minutesPerDay).toBeCloseTo(minutes, 9);
});

test('[STATS-32] without a new card lately none is expected', () => {
  const { newPerDay, newLastDays, days } = told(
    insightsIn({ reviews: [anAnswer('a/1', 40, { kind: 'new' })], cards: fresh(5) }).coming,
  );
  expect([newPerDay, newLastDays]).toEqual([0, undefined]);
  expect(days[0]?.withNew).toEqual(days[0]?.withoutNew);
});

test('[STATS-33] the backlog is what waited since before today', () => {
  const cards = [
    toTell('late/1', { schedule: inReview(TODAY - 5) }),
    toTell('now/1', { schedule: inReview(TODAY) }),
    toTell('out/1', { schedule: inReview(TODAY - 50), suspended: true }),
    toTell('buried/1', { schedule: inReview(TODAY - 50), buriedUntil: TODAY + 1 }),
  ];
  const { backlog } = told(insightsIn({ cards }).coming);
  expect([backlog.cards, backlog.longestDays]).toEqual([1, 5]);
  expect(backlog.minutes).toBeGreaterThan(10 / 60);
});

test('[STATS-33] what is forgotten by now takes longer to catch up with', () => {
  const minutes = (stability: number) => {
    const schedule = inReview(TODAY - 5, { memory: { stability, difficulty: 5 } });
    return told(insightsIn({ cards: [toTell('late/1', { schedule })] }).coming).backlog.minutes;
  };
  expect(minutes(0.1)).toBeGreaterThan(minutes(1000) * 1.1);
});

test('[STATS-34] minutes follow the scope’s own pace, with the steps of the day', () => {
  const reviews = Array.from({ length: 1000 }, (_, index) => [
    anAnswer(`c${index}/1`, 1, { durationMillis: 2000 }),
    anAnswer(`d${index}/1`, 1, { grade: 1, durationMillis: 4000 }),
    anAnswer(`d${index}/1`, 1, { kind: 'learning', durationMillis: 6000, atMillis: 2e12 }),
  ]).flat();
  const { seconds } = told(insightsIn({ reviews }).coming);
  expect(seconds.recalled).toBeCloseTo((2 * 1000 + 100 * 13) / 1100, 6);
  expect(seconds.forgotten).toBeCloseTo((10 * 1000 + 100 * 31.7) / 1100, 6);
  expect(seconds.newCard).toBeCloseTo(25.8, 6);
});
