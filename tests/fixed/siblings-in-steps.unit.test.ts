import { expect, test } from 'vitest';
import type { DeckId } from '../../src/kernel/ids.ts';
import { arrangeQueue } from '../../src/domain/study/arrange.ts';
import { aCard, DECK, inLearning, NOW, TODAY } from '../support/collection.ts';

// Two cards of a note can be in steps at once, for instance when a slot comes back to its note.
test('[QUEUE-7] a queue never holds two learning cards of one note either', () => {
  const learning = [
    aCard('a/1', { schedule: inLearning(NOW - 2000) }),
    aCard('a/2', { schedule: inLearning(NOW - 1000) }),
  ];
  const input = {
    learning,
    reviews: [],
    fresh: [],
    allowance: new Map(),
    done: { new: 0, review: 0 },
    left: { new: 0, review: 0 },
    mixing: 'mixed' as const,
    burying: new Set([DECK]),
    nowMillis: NOW,
    learnAheadMinutes: 20,
    today: TODAY,
  };
  expect(arrangeQueue(input).map(({ id }) => id)).toEqual(['a/1']);
  expect(arrangeQueue({ ...input, nowMillis: NOW - 60_000 }).map(({ id }) => id)).toEqual(['a/1']);
  expect(arrangeQueue({ ...input, burying: new Set<DeckId>() })).toEqual(learning);
});
