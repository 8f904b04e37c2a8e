import { expect, test } from 'vitest';
import { daysUntil, isOver, isPlanOn, overlaysAsOf } from '../../../src/domain/overlay/active.ts';
import { examDay, type Overlay } from '../../../src/domain/overlay/overlay.ts';
import { type ClockReading, studyDayOf } from '../../../src/kernel/study-day.ts';
import { TODAY } from '../../support/collection.ts';
import { aBreak, aCatchUp, anExam } from '../exam/exams.ts';

const isOn = (...overlays: readonly Overlay[]) => isPlanOn(overlays, TODAY, at(TODAY));

/** An hour of a calendar day, in a place so many minutes ahead of UTC. */
function at(day: number, hour = 0, utcOffsetMinutes = 0): ClockReading {
  return {
    atMillis: day * 86_400_000 + hour * 3_600_000 - utcOffsetMinutes * 60_000,
    utcOffsetMinutes,
  };
}

test('[EXAM-15] an exam has a say until the day before it', () => {
  expect([isOn(anExam(1)), isOn(anExam(0)), isOn(anExam(-1))]).toEqual([true, false, false]);
});

test('[EXAM-19] a break has a say on its days and while its pile is spread', () => {
  const days = (from: number, to: number) => isOn(aBreak(from, to, { spreadDays: 2 }));
  expect([days(1, 3), days(-3, 0), days(-4, -2), days(-4, -3)]).toEqual([false, true, true, false]);
});

test('[EXAM-19] a catch-up has a say on its days', () => {
  expect([isOn(aCatchUp(1, 3)), isOn(aCatchUp(-2, 3)), isOn(aCatchUp(-3, 3))]).toEqual([
    false,
    true,
    false,
  ]);
});

test('[EXAM-1] switched off, none has a say; one of several is enough', () => {
  expect(isOn()).toBe(false);
  expect(isOn({ ...anExam(5), isOn: false })).toBe(false);
  expect(isOn({ ...anExam(5), isOn: false }, aBreak(0, 1))).toBe(true);
});

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

test('[EXAM-5] at every hour at which days begin, and of an exam, it is asked for until it begins', () => {
  const wrong: object[] = [];
  for (const rolloverHour of HOURS) {
    for (const hour of HOURS) {
      const exam = { ...anExam(0), at: at(TODAY, hour) };
      for (let before = -60; before <= 6; before++) {
        const now = at(TODAY, hour + before + 0.5);
        const today = studyDayOf(now, rolloverHour);
        // A study day that began on the exam's own day is not planned for it, nor what comes after it.
        const isAhead = before < 0 && today < TODAY;
        const days = examDay(exam) - today;
        const isRight =
          isPlanOn([exam], today, now) === isAhead &&
          isOver(exam, today, now) !== isAhead &&
          daysUntil(exam, now) === TODAY - studyDayOf(now, 0) &&
          // The evening before is among the days that are planned, whenever a day begins.
          (!isAhead || days >= 1);
        if (!isRight) wrong.push({ rolloverHour, hour, before });
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('[EXAM-5] whoever travels has the eve of the place where they are; summer time moves none', () => {
  // At 22:00 on the west coast is 20:00 of the day after, far in the east.
  const west = { ...anExam(0), at: at(TODAY, 22, -480) };
  const seen = (now: ClockReading, rolloverHour = 4) => {
    const today = studyDayOf(now, rolloverHour);
    const [exam] = overlaysAsOf([west], now);
    const days = exam?.kind === 'exam' ? examDay(exam) - today : undefined;
    return { days, isOver: isOver(west, today, now), until: daysUntil(west, now) };
  };
  expect(seen(at(TODAY - 1, 20, -480))).toEqual({ days: 1, isOver: false, until: 1 });
  expect(seen(at(TODAY, 20, 840))).toEqual({ days: 1, isOver: false, until: 1 });
  expect(seen(at(TODAY + 1, 12, 840))).toEqual({ days: 0, isOver: true, until: 0 });
  // An exam at half past midnight in summer time, entered in winter.
  const early = { ...anExam(0), at: at(TODAY, 0.5, 120) };
  const winter = at(TODAY - 1, 20, 60);
  expect(overlaysAsOf([early], winter)).toEqual([early]);
  expect(daysUntil(early, winter)).toBe(1);
});

test('[EXAM-19] a catch-up has a say from its first day to its last, and on no other', () => {
  const on = (from: number, spread: number) => isOn(aCatchUp(from, spread));
  expect([on(0, 1), on(-1, 1), on(-1, 2), on(1, 1)]).toEqual([true, false, true, false]);
});
