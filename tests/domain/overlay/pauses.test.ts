import { expect, test } from 'vitest';
import type { OverlayId } from '../../../src/kernel/ids.ts';
import {
  bearableDays,
  heaviest,
  type Pause,
  phaseOf,
  spreadAfterBreak,
} from '../../../src/domain/overlay/pauses.ts';
import { TODAY } from '../../support/collection.ts';

const named = { id: 'x' as OverlayId, name: 'x', isOn: true, fromDay: TODAY };
const BREAK: Pause = { ...named, kind: 'break', toDay: TODAY + 6, spreadDays: 3 };
const CATCH_UP: Pause = { ...named, kind: 'catch-up', spreadDays: 3 };

test('[EXAM-19] a break is over when the days of its spread are, a catch-up with its last day', () => {
  const phases = (pause: Pause, days: number[]) => days.map((day) => phaseOf(pause, TODAY + day));
  expect(phases(BREAK, [-1, 0, 6, 9, 10])).toEqual(['ahead', 'now', 'now', 'now', 'over']);
  expect(phases(CATCH_UP, [-1, 0, 2, 3])).toEqual(['ahead', 'now', 'now', 'over']);
});

test('[EXAM-20] as a start, a break is spread over half its length, a backlog so that days are bearable', () => {
  expect([1, 6, 7, 30, 2000].map(spreadAfterBreak)).toEqual([3, 3, 4, 15, 400]);
  expect(bearableDays(0, 0)).toBe(2);
  expect(bearableDays(90, 5)).toBe(6);
  expect(bearableDays(90, 30)).toBe(3);
  expect(bearableDays(10_000, 10)).toBe(60);
});

test('[EXAM-20] the heaviest day is told without and with it', () => {
  const days = [
    { studyDay: 1, minutesBefore: 94, minutesAfter: 31 },
    { studyDay: 2, minutesBefore: 5, minutesAfter: 30 },
  ];
  expect(heaviest(days)).toEqual({ before: 94, after: 31 });
  expect(heaviest([])).toEqual({ before: 0, after: 0 });
});
