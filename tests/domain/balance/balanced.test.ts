import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenDaysOf, type Shown } from '../../../src/domain/balance/balanced.ts';
import { previewInRange } from '../../../src/domain/balance/ranged-schedule.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  schedulerOptions,
} from '../../../src/domain/collection/deck.ts';
import { GRADES, type Schedule } from '../../../src/domain/memory/schedule.ts';
import { answer, preview } from '../../../src/domain/memory/scheduler.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { studyDayOf } from '../../../src/kernel/study-day.ts';
import { NOW, TODAY } from '../../support/collection.ts';
import { promised } from './promised.ts';

const now = { atMillis: NOW, utcOffsetMinutes: 0 };
const moment = { atMillis: NOW, studyDay: studyDayOf(now, DEFAULT_STUDY_SETTINGS.rolloverHour) };

const lastReview = (days: number) => ({
  atMillis: NOW - days * 86_400_000,
  studyDay: TODAY - days,
});
const memory = fc.record({
  stability: fc.double({ min: 0.1, max: 900, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const inReview = fc
  .record({ memory, intervalDays: fc.integer({ min: 1, max: 400 }), reps: fc.nat({ max: 40 }) })
  .map(
    ({ memory, intervalDays, reps }): Schedule => ({
      state: 'review',
      memory,
      intervalDays,
      reps,
      lapses: 0,
      dueDay: TODAY,
      lastReview: lastReview(intervalDays),
    }),
  );
const inSteps = fc.record({ memory, step: fc.nat({ max: 2 }) }).map(
  ({ memory, step }): Schedule => ({
    state: 'learning',
    memory,
    step,
    reps: 1,
    lapses: 0,
    dueAtMillis: NOW,
    lastReview: lastReview(0),
  }),
);
const schedule = fc.oneof(
  inReview,
  inSteps,
  fc.constant<Schedule>({ state: 'new', reps: 0, lapses: 0 }),
);
const options = fc.record({
  evenOut: fc.boolean(),
  easyDays: fc.array(fc.constantFrom('normal', 'reduced', 'minimum'), { maxLength: 7 }),
  maximumIntervalDays: fc.constantFrom(3, 40, 36_500),
  relearningStepsMinutes: fc.constantFrom<number[]>([10], [], [2880]),
  learningStepsMinutes: fc.constantFrom<number[]>([1, 10], [], [10, 4320]),
});
const shown = fc
  .record({
    schedule,
    options,
    id: fc.uuid(),
    due: fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat({ max: 90 }))),
    siblings: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
  })
  .map(({ schedule, options, id, due, siblings }) =>
    aShown(
      schedule,
      options as Partial<Preset>,
      due.map(([day, count]) => [TODAY + day, count]),
      siblings.map((day) => TODAY + day),
      `${id}/1` as CardId,
    ),
  );

function aShown(
  schedule: Schedule,
  options: Partial<Preset> = {},
  due: readonly (readonly [number, number])[] = [],
  siblings: readonly number[] = [],
  id = 'note/1' as CardId,
): Shown {
  return {
    card: { id, schedule },
    preset: { ...DEFAULT_PRESET, ...options },
    settings: DEFAULT_STUDY_SETTINGS,
    daysAhead: { due: new Map(due), siblings },
  };
}

test('[BALANCE-1] every grade keeps within its fuzz, and the grades keep the order that they had', () => {
  fc.assert(
    fc.property(shown, (shown) => {
      const { card, preset, settings } = shown;
      const of = schedulerOptions(preset, settings);
      const ranges = previewInRange(of, card.id, card.schedule, moment);
      const { schedules } = promised(shown, now);
      let before: number | undefined;
      let plainBefore: number | undefined;
      for (const [at, { schedule: plain, range }] of ranges.entries()) {
        const given = schedules[GRADES[at] ?? 1];
        if (!range) expect(given).toEqual(plain);
        if (given.state !== 'review' || plain.state !== 'review') continue;
        const { intervalDays, dueDay } = given;
        expect(dueDay).toBe(moment.studyDay + intervalDays);
        if (range) {
          expect(intervalDays).toBeGreaterThanOrEqual(range[0]);
          expect(intervalDays).toBeLessThanOrEqual(range[1]);
        }
        if (before !== undefined && plainBefore !== undefined) {
          const least = plain.intervalDays > plainBefore && at > 1 ? before + 1 : before;
          if (plain.intervalDays >= plainBefore) {
            expect(intervalDays).toBeGreaterThanOrEqual(least);
          }
        }
        [before, plainBefore] = [intervalDays, plain.intervalDays];
      }
    }),
    { numRuns: 2000 },
  );
});

test('[BALANCE-2] an answer that says what was chosen gives exactly what was told', () => {
  let chosen = 0;
  fc.assert(
    fc.property(shown, (shown) => {
      const { card, preset, settings } = shown;
      const of = schedulerOptions(preset, settings);
      const { schedules } = promised(shown, now);
      for (const grade of GRADES) {
        const days = chosenDaysOf(shown, now)[grade];
        if (days !== undefined) chosen++;
        expect(answer(of, card.id, card.schedule, grade, moment, undefined, days)).toEqual(
          schedules[grade],
        );
      }
    }),
    { numRuns: 1000 },
  );
  expect(chosen).toBeGreaterThan(100);
});

const aMonth: Schedule = {
  state: 'review',
  memory: { stability: 30, difficulty: 5 },
  intervalDays: 30,
  reps: 4,
  lapses: 0,
  dueDay: TODAY,
  lastReview: lastReview(30),
};

test('[BALANCE-2] an interval outside of the range counts for nothing', () => {
  const of = schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS);
  const id = 'note/1' as CardId;
  const plain = preview(of, id, aMonth, moment)[3];
  const [shortest = 0, longest = 0] = previewInRange(of, id, aMonth, moment)[2]?.range ?? [];
  const given = (days: number) => answer(of, id, aMonth, 3, moment, undefined, days);
  expect(given(longest)).toMatchObject({ intervalDays: longest });
  expect(given(shortest)).toMatchObject({ intervalDays: shortest });
  for (const days of [shortest - 1, longest + 1, 0, 36_500]) expect(given(days)).toEqual(plain);
});

test('[BALANCE-1][BALANCE-7] without fuzz, with nothing to balance, or without the days ahead, fuzz alone decides', () => {
  const due = Array.from({ length: 200 }, (_, day): [number, number] => [TODAY + day, day % 5]);
  const { schedules } = promised(aShown(aMonth, {}, due), now);
  const told = (options: Partial<Preset>, days?: Shown['daysAhead']) =>
    promised({ ...aShown(aMonth, options, due), ...(days ?? {}) }, now).schedules;
  const plain = preview(
    schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS),
    'note/1' as CardId,
    aMonth,
    moment,
  );
  expect(schedules).not.toEqual(plain);
  expect(told({ evenOut: false })).toEqual(plain);
  expect(told({ evenOut: false, easyDays: ['normal', 'normal'] })).toEqual(plain);
  const { daysAhead: _, ...unknown } = aShown(aMonth, {}, due);
  expect(promised(unknown, now).schedules).toEqual(plain);
  const of = { ...DEFAULT_PRESET, fuzz: false };
  const still = preview(
    schedulerOptions(of, DEFAULT_STUDY_SETTINGS),
    'note/1' as CardId,
    aMonth,
    moment,
  );
  expect(told({ fuzz: false, easyDays: ['minimum'] })).toEqual(still);
});

test('[BALANCE-3] a card that is answered early does not stand in its own way', () => {
  const range = previewInRange(
    schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS),
    'note/1' as CardId,
    aMonth,
    moment,
  )[2]?.range;
  const ownDay = TODAY + (range?.[0] ?? 0);
  const early = { ...aMonth, dueDay: ownDay };
  const alone = promised(aShown(early, {}, [[ownDay, 1]]), now).schedules;
  expect(alone).toEqual(promised(aShown(early), now).schedules);
});
