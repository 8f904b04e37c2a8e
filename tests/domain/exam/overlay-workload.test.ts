import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlayWorkload } from '../../../src/domain/exam/overlay-workload.ts';
import { breakOn, shareOfPile, spreadOn } from '../../../src/domain/exam/spread.ts';
import { studentOf } from '../../../src/domain/exam/student-of.ts';
import type { OverlayId } from '../../../src/kernel/ids.ts';
import type { CatchUp, StudyBreak } from '../../../src/domain/overlay/overlay.ts';
import { DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';
import { aCard, inReview, TODAY } from '../../support/collection.ts';

const BREAK: StudyBreak = {
  kind: 'break',
  id: 'b' as OverlayId,
  name: 'Easter',
  isOn: true,
  fromDay: TODAY + 1,
  toDay: TODAY + 7,
  spreadDays: 4,
};
const CATCH_UP: CatchUp = {
  kind: 'catch-up',
  id: 'c' as OverlayId,
  name: 'Catch-up',
  isOn: true,
  fromDay: TODAY,
  spreadDays: 5,
};
const STUDENT = studentOf([], DEFAULT_OPTIONS.weights);

function workload(overlay: StudyBreak | CatchUp, dueDays: readonly number[]) {
  const cards = dueDays.map((day, index) =>
    aCard(`n${index}/1`, { schedule: inReview(TODAY + day, { intervalDays: 40 }) }),
  );
  return overlayWorkload(overlay, [], cards, TODAY, STUDENT);
}

test('[EXAM-19] nothing is asked on days of a break, from its first to its last; its spread begins after', () => {
  const asked = (day: number) => breakOn([BREAK], TODAY + day)?.name;
  expect([0, 1, 7, 8].map(asked)).toEqual([undefined, 'Easter', 'Easter', undefined]);
  expect(breakOn([{ ...BREAK, isOn: false }], TODAY + 1)).toBeUndefined();
  expect([7, 8, 11, 12].map((day) => spreadOn([BREAK], TODAY + day)?.day)).toEqual([
    undefined,
    1,
    4,
    undefined,
  ]);
});

test('[EXAM-19] each day does an equal share of what waits, and a missed day makes the next ones longer', () => {
  const spread = { name: 'x', days: 5 };
  expect(shareOfPile({ pile: 100, own: 0 }, 0, { ...spread, day: 1 })).toBe(20);
  expect(shareOfPile({ pile: 90, own: 0 }, 10, { ...spread, day: 1 })).toBe(10);
  expect(shareOfPile({ pile: 100, own: 0 }, 0, { ...spread, day: 2 })).toBe(25);
  expect(shareOfPile({ pile: 7, own: 0 }, 0, { ...spread, day: 5 })).toBe(7);
  expect(shareOfPile({ pile: 0, own: 0 }, 30, { ...spread, day: 3 })).toBe(0);
});

test('[EXAM-19] what falls due meanwhile is done on its day, so that no day of a spread is heavier', () => {
  const asked: number[] = [];
  let pile = 100;
  for (let day = 1; day <= 5; day++) {
    const share = shareOfPile({ pile, own: 10 }, 0, { name: '', day, days: 5 });
    asked.push(share);
    pile += 10 - share;
  }
  expect(asked).toEqual([30, 30, 30, 30, 30]);
  expect(pile).toBe(0);
});

test('[EXAM-19] done as asked, the last day of a spread leaves nothing over', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 30 }), (pile, days) => {
      let waiting = pile;
      for (let day = 1; day <= days; day++)
        waiting -= shareOfPile({ pile: waiting, own: 0 }, 0, { name: '', day, days });
      expect(waiting).toBe(0);
    }),
  );
});

test('[EXAM-20] a backlog of one day becomes equal days, and no minute is lost', () => {
  const days = workload(CATCH_UP, Array(100).fill(-10));
  const [first] = days;
  expect(days.slice(1).every((day) => day.minutesBefore === 0)).toBe(true);
  for (const day of days.slice(0, 5)) {
    expect(day.minutesAfter).toBeCloseTo((first?.minutesBefore ?? 0) / 5, 1);
  }
  expect(total(days, 'minutesAfter')).toBeCloseTo(total(days, 'minutesBefore'), 6);
});

test('[EXAM-20] a break asks for nothing on its days, and for all of it in the days after', () => {
  const days = workload(BREAK, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(days.slice(1, 8).map((day) => day.minutesAfter)).toEqual(Array(7).fill(0));
  expect(days.slice(1, 8).every((day) => day.minutesBefore > 0)).toBe(true);
  expect(total(days, 'minutesAfter')).toBeCloseTo(total(days, 'minutesBefore'), 6);
  expect(days.slice(12).every((day) => day.minutesAfter === 0)).toBe(true);
});

test('[EXAM-20] one that is changed is compared with what there would be without it', () => {
  const cards = [aCard('n/1', { schedule: inReview(TODAY - 3) })];
  const alone = overlayWorkload(CATCH_UP, [], cards, TODAY, STUDENT);
  expect(overlayWorkload(CATCH_UP, [CATCH_UP], cards, TODAY, STUDENT)).toEqual(alone);
  expect(overlayWorkload({ ...CATCH_UP, isOn: false }, [CATCH_UP], cards, TODAY, STUDENT)).toEqual(
    alone,
  );
});

function total(days: ReturnType<typeof workload>, part: 'minutesBefore' | 'minutesAfter'): number {
  return days.reduce((sum, day) => sum + day[part], 0);
}
