import { expect, test } from 'vitest';
import { daysKept } from '../../../src/domain/overlay/days-kept.ts';
import { MOST_DAYS, type Overlay } from '../../../src/domain/overlay/overlay.ts';
import { streakOf } from '../../../src/domain/study/today/streak.ts';
import { TODAY } from '../../support/collection.ts';
import { aBreak, aCatchUp, anExam } from '../exam/exams.ts';

const kept = (overlays: readonly Overlay[], ...days: readonly number[]) => {
  const isKept = daysKept(overlays);
  return days.filter((day) => isKept(TODAY + day));
};
const DAYS = [-3, -2, -1, 0, 1, 2, 3];

test('[TODAY-4] days of a break and days off of an exam are kept, switched on and while it is ahead', () => {
  expect(kept([aBreak(-2, 1)], ...DAYS)).toEqual([-2, -1, 0, 1]);
  const exam = anExam(2, { daysOff: [TODAY - 2, TODAY + 1, TODAY + 3] });
  expect(kept([exam], ...DAYS)).toEqual([-2, 1]);
  expect(kept([{ ...exam, isOn: false }, aBreak(3, 3, { isOn: false })], ...DAYS)).toEqual([]);
  // A weekday without minutes; of a day long before the exam nothing was planned.
  const free = anExam(20, { minutes: [20, 20, 20, 20, 20, 20, 0] });
  const weekdays = DAYS.filter((day) => (TODAY + day + 3) % 7 === 6);
  expect(weekdays).toHaveLength(1);
  expect(kept([free], ...DAYS)).toEqual(weekdays);
  expect(kept([free], (weekdays[0] ?? 0) - 7 * 100)).toEqual([]);
});

test('[TODAY-4] a day off of one exam is none while another has minutes', () => {
  const one = anExam(5, { daysOff: [TODAY - 1, TODAY - 2] });
  const other = { ...anExam(9, { daysOff: [TODAY - 2] }), id: 'other' as typeof one.id };
  expect(kept([one, other], ...DAYS)).toEqual([-2]);
  expect(kept([one, other, aBreak(-1, -1)], ...DAYS)).toEqual([-2, -1]);
});

test('[TODAY-4] a streak goes on over days off as over a break', () => {
  const studied = [0, 1, 4, 5, 6].map((ago) => TODAY - ago);
  const exam = anExam(8, { daysOff: [TODAY - 2, TODAY - 3] });
  expect(streakOf(studied, TODAY)).toBe(2);
  expect(streakOf(studied, TODAY, daysKept([exam]))).toBe(5);
  expect(streakOf(studied, TODAY, daysKept([aBreak(-3, -2)]))).toBe(5);
  expect(
    streakOf(studied, TODAY, daysKept([aBreak(-3, -3), { ...exam, daysOff: [TODAY - 2] }])),
  ).toBe(5);
});

test('[TODAY-4] only what is a break keeps its days, and only within the days that are planned', () => {
  expect(kept([aCatchUp(-3, 7)], ...DAYS)).toEqual([]);
  const off = (day: number) => anExam(day, { minutes: [0, 0, 0, 0, 0, 0, 0] });
  expect(kept([off(MOST_DAYS)], 0)).toEqual([0]);
  expect(kept([off(MOST_DAYS + 1)], 0)).toEqual([]);
  expect(kept([off(1)], 0, 1)).toEqual([0]);
});
