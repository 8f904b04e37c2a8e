import { expect, test } from 'vitest';
import { withMoreDue } from '../../../src/domain/balance/days-ahead.ts';
import { hasEasyDays } from '../../../src/domain/balance/easy-days.ts';
import { siblingDays } from '../../../src/domain/balance/sibling-days.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';

test('[BALANCE-5] siblings come back on their due days, those put off later, in order of days', () => {
  const review = (slot: number, day: number, more: object = {}) =>
    aCard(`n/${slot}`, { schedule: inReview(TODAY + day), ...more });
  const note = [
    review(1, 3),
    review(2, 9),
    review(3, -2, { buriedUntil: TODAY + 1 }),
    review(4, 5, { buriedUntil: TODAY }),
    review(5, 6, { suspended: true }),
    review(6, 7, { absent: true }),
    aCard('n/7'),
    aCard('n/8', { schedule: inLearning(NOW) }),
  ];
  const ahead = (of: string) => siblingDays(note, of as never).map((day) => day - TODAY);
  expect(ahead('n/1')).toEqual([1, 5, 9]);
  expect(ahead('n/2')).toEqual([1, 3, 5]);
  expect(ahead('n/7')).toEqual([1, 3, 5, 9]);
  expect(siblingDays([], 'n/1' as never)).toEqual([]);
});

test('[BALANCE-6] counts of days go up and down by each answer, and none is left at nothing', () => {
  const due = new Map([
    [TODAY, 2],
    [TODAY + 1, 1],
  ]);
  const more = [
    { [TODAY]: -1, [TODAY + 1]: -1 },
    { [TODAY]: 3, [TODAY + 9]: 2 },
  ];
  expect(withMoreDue(due, more)).toEqual(
    new Map([
      [TODAY, 4],
      [TODAY + 9, 2],
    ]),
  );
  expect(withMoreDue(due, [])).toEqual(due);
  // What was given stays as it was.
  expect(due.get(TODAY)).toBe(2);
});

test('[BALANCE-4] a week is easy by any of its days', () => {
  expect(hasEasyDays(undefined)).toBe(false);
  expect(hasEasyDays([])).toBe(false);
  expect(hasEasyDays(['normal', 'normal'])).toBe(false);
  expect(hasEasyDays(['normal', 'reduced'])).toBe(true);
  expect(hasEasyDays(['minimum', 'normal'])).toBe(true);
});
