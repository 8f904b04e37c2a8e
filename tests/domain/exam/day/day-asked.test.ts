import { expect, test } from 'vitest';
import { askedOf } from '../../../../src/domain/exam/day/day-asked.ts';
import type { DayPlan } from '../../../../src/domain/exam/day/day-plan.ts';
import type { CardId } from '../../../../src/kernel/ids.ts';

const card = (id: string, isNew: boolean, seconds: number) => ({
  cardId: id as CardId,
  isNew,
  seconds,
  why: { kind: 'due', gain: 0 } as const,
});
const PLAN: Parameters<typeof askedOf>[0] = {
  studyDay: 20_000,
  cards: [card('a/1', true, 60), card('b/1', false, 90), card('c/1', false, 30)],
  learning: { cards: 4, seconds: 120 },
  budget: undefined,
  break: undefined,
};
const NOTHING = { new: 0, learning: 0, review: 0 };
const BREAK: DayPlan['break'] = { name: 'Holiday', toDay: 20_003 };

test('[EXAM-18] a day asks for its cards by kind, and those in steps, and their minutes', () => {
  expect(askedOf(PLAN)).toEqual({
    studyDay: 20_000,
    left: { new: 1, learning: 4, review: 2 },
    minutes: 5,
    break: undefined,
  });
});

test('[EXAM-18] it asks for no more minutes than are left of the day, and then for nothing', () => {
  const with_ = (minutes: number, spentMinutes: number) =>
    askedOf({ ...PLAN, budget: { minutes, spentMinutes } });
  expect(with_(30, 10)).toMatchObject({ minutes: 5, left: { new: 1 } });
  expect(with_(30, 27)).toMatchObject({ minutes: 3, left: { new: 1, learning: 4, review: 2 } });
  expect(with_(30, 30)).toMatchObject({ minutes: 0, left: NOTHING });
  expect(with_(30, 45)).toMatchObject({ minutes: 0, left: NOTHING });
});

test('[EXAM-19] on a break it asks for nothing and names the break', () => {
  expect(askedOf({ ...PLAN, break: BREAK })).toEqual({
    studyDay: 20_000,
    left: NOTHING,
    minutes: 0,
    break: BREAK,
  });
});
