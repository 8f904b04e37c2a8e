import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET, type Preset } from '../../../src/domain/collection/deck.ts';
import { emptyDay } from '../../../src/domain/collection/review.ts';
import {
  countedByLimits,
  type DeckStanding,
  LimitsLeft,
  leftOf,
  sharesOf,
} from '../../../src/domain/study/limits.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { DECK, TODAY } from '../../support/collection.ts';
import { aDeck } from '../../support/study.ts';

interface Part {
  readonly waiting?: readonly [fresh: number, reviews: number];
  readonly done?: readonly [fresh: number, reviews: number];
}

/** A deck with limits `new/reviews`, written as in Anki's deck list. */
function standing(name: string, limits: readonly [number, number], part: Part = {}, more = {}) {
  const preset: Preset = {
    ...DEFAULT_PRESET,
    newPerDay: limits[0],
    reviewsPerDay: limits[1],
    ...more,
  };
  const [fresh = 0, reviews = 0] = part.waiting ?? [];
  const [newDone = 0, reviewsDone = 0] = part.done ?? [];
  return {
    deck: aDeck(name),
    preset,
    waiting: { new: fresh, review: reviews },
    done: { new: newDone, review: reviewsDone },
  } satisfies DeckStanding;
}
function leftBy(decks: readonly DeckStanding[]): Record<string, [number, number]> {
  return Object.fromEntries(
    sharesOf(decks).map(({ deck, left }) => [deck.name, [left.new, left.review]]),
  );
}

describe('one deck', () => {
  test('[QUEUE-6] today’s answers use up its limits, and nothing is below zero', () => {
    const left = (done: readonly [number, number]) =>
      leftOf(sharesOf([standing('A', [5, 10], { waiting: [50, 50], done })]));
    expect(left([0, 0])).toEqual({ new: 5, review: 10 });
    expect(left([2, 3])).toEqual({ new: 3, review: 7 });
    expect(left([9, 99])).toEqual({ new: 0, review: 0 });
  });

  test('[QUEUE-6] answers in steps use up no limit', () => {
    const kind = (answers: number) => ({ answers, recalled: answers, millis: 0 });
    const byKind = { new: kind(2), learning: kind(40), review: kind(3) };
    expect(countedByLimits({ ...emptyDay(DECK, TODAY), byKind })).toEqual({ new: 2, review: 3 });
    expect(countedByLimits(undefined)).toEqual({ new: 0, review: 0 });
  });

  test('[QUEUE-6] what is left is never more than what waits', () => {
    expect(leftBy([standing('A', [5, 10], { waiting: [3, 4] })])).toEqual({ A: [3, 4] });
  });
});

describe('a tree of decks', () => {
  const tree = [
    standing('M', [10, 20], { waiting: [0, 0] }),
    standing('M::A', [4, 5], { waiting: [40, 8] }),
    standing('M::A::X', [3, 3], { waiting: [40, 8] }),
    standing('M::B', [5, 40], { waiting: [40, 30] }),
  ];

  test('[QUEUE-13] a deck’s limits hold over those below it, from the deck studied downwards', () => {
    expect(leftBy(tree)).toEqual({
      M: [9, 20],
      'M::A': [4, 5],
      'M::A::X': [3, 3],
      'M::B': [5, 30],
    });
  });

  test('[QUEUE-13] a deck below is not held by the limits of the deck above when studied by itself', () => {
    const [, ...below] = [standing('M', [0, 0]), ...tree.slice(1)];
    expect(leftBy([standing('M', [0, 0]), ...below])).toMatchObject({
      M: [0, 0],
      'M::B': [5, 30],
    });
  });

  test('[QUEUE-13] answers below count for every deck above', () => {
    const [top, a, x] = tree;
    if (!top || !a || !x) throw new Error('no tree');
    const b = standing('M::B', [5, 40], { waiting: [40, 12], done: [5, 18] });
    expect(leftBy([top, a, x, b])).toMatchObject({ M: [4, 2], 'M::A': [4, 5] });
  });

  test('[QUEUE-14] everything is held by the limits of the top decks, and of no heading without a deck', () => {
    const decks = [...tree, standing('Gone::D', [2, 2], { waiting: [9, 9] })];
    expect(leftOf(sharesOf(decks))).toEqual({ new: 11, review: 22 });
    expect(sharesOf(decks).filter(({ above }) => above === undefined)).toHaveLength(2);
  });

  test('[QUEUE-12][QUEUE-13] new cards under one limit come deck after deck', () => {
    const own = sharesOf([
      standing('M', [5, 0]),
      standing('M::A', [4, 0], { waiting: [3, 0] }),
      standing('M::B', [4, 0], { waiting: [9, 0] }),
    ]).map(({ deck, ownNew }) => [deck.name, ownNew]);
    expect(own).toEqual([
      ['M', 0],
      ['M::A', 3],
      ['M::B', 2],
    ]);
  });

  test('[QUEUE-13] a name that sorts between a deck and those below it changes nothing', () => {
    const decks = [
      standing('M', [1, 1], { waiting: [5, 5] }),
      standing('M B', [3, 3], { waiting: [5, 5] }),
      standing('M::A', [2, 2], { waiting: [5, 5] }),
    ];
    expect(leftOf(sharesOf(decks))).toEqual({ new: 4, review: 4 });
  });

  test('[QUEUE-11] each deck by itself: no limit of a deck above', () => {
    expect(leftOf(sharesOf([standing('M', [0, 0]), ...tree.slice(1)], false))).toEqual({
      new: 12,
      review: 38,
    });
  });

  test('[QUEUE-13] taking cards one after the other stops at the first limit on the way up', () => {
    const limits = new LimitsLeft(sharesOf([standing('M', [9, 3]), ...tree.slice(1)]));
    const take = (name: string): boolean => {
      const isAllowed = limits.allows(name as DeckId, 'review');
      if (isAllowed) limits.take(name as DeckId, 'review');
      return isAllowed;
    };
    const names = ['M::A::X', 'M::B', 'M::A', 'M::B', 'M::A::X'];
    expect(names.map(take)).toEqual([true, true, true, false, false]);
    expect(limits.allows('M::B' as DeckId, 'new')).toBe(true);
    expect(limits.allows('other' as DeckId, 'new')).toBe(false);
  });
});

describe('new cards within the reviews a day', () => {
  const within = { newWithinReviewLimit: true };

  test('[QUEUE-15] reviews come first, and new cards have what they leave', () => {
    const left = (part: Part) => leftBy([standing('A', [10, 6], part, within)]).A;
    expect(left({ waiting: [20, 12] })).toEqual([0, 6]);
    expect(left({ waiting: [20, 2] })).toEqual([4, 2]);
    expect(left({ waiting: [20, 2], done: [3, 1] })).toEqual([0, 2]);
    expect(left({ waiting: [20, 0], done: [1, 1] })).toEqual([4, 0]);
  });

  test('[QUEUE-15] without it they are not counted', () => {
    expect(leftBy([standing('A', [10, 6], { waiting: [20, 12] })]).A).toEqual([10, 6]);
  });

  test('[QUEUE-15] it holds over the decks below, whatever their own options', () => {
    const decks = [
      standing('M', [10, 6], { waiting: [0, 0] }, within),
      standing('M::A', [10, 9], { waiting: [9, 4] }),
    ];
    expect(leftBy(decks)).toEqual({ M: [2, 4], 'M::A': [9, 4] });
  });
});
