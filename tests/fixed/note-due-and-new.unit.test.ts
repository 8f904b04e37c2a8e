import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import { leftToday } from '../../src/domain/study/allowance.ts';
import { EMPTY_TALLY, TallyChanges, tallyKey } from '../../src/domain/study/tally.ts';
import { aCard, DECK, inReview, TODAY } from '../support/collection.ts';
import { changedTally } from '../support/tally.ts';

test('[TODAY-1] a note with a review due counts once, not as a new note too', () => {
  const counts = new TallyChanges();
  counts.count([aCard('a/1', { schedule: inReview(TODAY) }), aCard('a/2')], 1);
  const parts = counts.byKey.get(tallyKey(DECK, ''));
  if (!parts) throw new Error('nothing counted');
  const tally = changedTally(EMPTY_TALLY, parts);
  const allowance = { new: 20, review: 200 };
  const left = [TODAY - 1, TODAY, TODAY + 1].map((day) =>
    leftToday(tally, DEFAULT_PRESET, allowance, day),
  );
  expect(left).toEqual([
    { new: 1, review: 0 },
    { new: 0, review: 1 },
    { new: 0, review: 1 },
  ]);
  const unburied = { ...DEFAULT_PRESET, burySiblings: false };
  expect(leftToday(tally, unburied, allowance, TODAY)).toEqual({ new: 1, review: 1 });
});
