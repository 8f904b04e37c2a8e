import { expect, test } from 'vitest';
import { aCard, inLearning, NOW } from '../support/collection.ts';
import { idsOf } from '../support/study.ts';

// Two cards of a note can be in steps at once, for instance when a slot comes back to its note.
test('[QUEUE-7] a queue never holds two learning cards of one note either', async () => {
  const learning = [
    aCard('a/1', { schedule: inLearning(NOW - 2000) }),
    aCard('a/2', { schedule: inLearning(NOW - 1000) }),
  ];
  const queueAt = (nowMillis: number, burySiblings = true) =>
    idsOf({ cards: learning, presets: [{ burySiblings }] }, {}, { nowMillis });
  expect(await queueAt(NOW)).toEqual(['a/1']);
  expect(await queueAt(NOW - 60_000)).toEqual(['a/1']);
  expect(await queueAt(NOW, false)).toEqual(['a/1', 'a/2']);
});
