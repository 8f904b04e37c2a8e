import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  schedulerOptions,
} from '../../../src/domain/collection/deck.ts';
import { orderNew, orderReviews } from '../../../src/domain/queue/order.ts';
import { retrievability } from '../../../src/domain/scheduling/scheduler.ts';
import { aCard, inReview, TODAY } from '../../support/collection.ts';

const options = schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS);
const cards = fc
  .array(fc.record({ overdue: fc.nat(300), intervalDays: fc.integer({ min: 1, max: 900 }) }), {
    maxLength: 30,
  })
  .map((list) =>
    list.map(({ overdue, intervalDays }, index) =>
      aCard(`a${index}/1`, { schedule: inReview(TODAY - overdue, { intervalDays }) }),
    ),
  );

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
}

test('[Q4] reviews come by least or by most predicted recall where asked for', () => {
  fc.assert(
    fc.property(cards, (list) => {
      const recall = (order: 'least-retrievable-first' | 'most-retrievable-first') =>
        orderReviews(list, order, () => options, TODAY).map(
          (card) => retrievability(options, card.schedule, TODAY) ?? -1,
        );
      expect(isAscending(recall('least-retrievable-first'))).toBe(true);
      expect(isAscending(recall('most-retrievable-first').map((r) => -r))).toBe(true);
      expect(recall('most-retrievable-first')).toHaveLength(list.length);
    }),
  );
});

test('[Q4] the most overdue review is the one whose wait is the most intervals long', () => {
  const short = aCard('a/1', { schedule: inReview(TODAY - 3, { intervalDays: 2 }) });
  const long = aCard('b/1', { schedule: inReview(TODAY - 30, { intervalDays: 300 }) });
  const order = orderReviews([long, short], 'most-overdue-first', () => options, TODAY);
  expect(order.map(({ id }) => id)).toEqual(['a/1', 'b/1']);
});

test('[Q4] by due day, the lane’s own order is kept', () => {
  fc.assert(
    fc.property(cards, (list) => {
      expect(orderReviews(list, 'due-then-random', () => options, TODAY)).toEqual(list);
    }),
  );
});

test('[Q5] new cards come in the deck’s order, or at random and steadily so within a day', () => {
  const list = Array.from({ length: 60 }, (_, index) => aCard(`a${index}/1`, { position: index }));
  const at = (day: number, some = list) => orderNew(some, 'random', day).map(({ id }) => id);
  expect(orderNew(list, 'deck-order', TODAY)).toEqual(list);
  expect(at(TODAY)).toEqual(at(TODAY));
  expect(at(TODAY)).not.toEqual(list.map(({ id }) => id));
  expect(at(TODAY)).not.toEqual(at(TODAY + 1));
  const answered = at(TODAY)[0];
  expect(
    at(
      TODAY,
      list.filter(({ id }) => id !== answered),
    ),
  ).toEqual(at(TODAY).slice(1));
});
