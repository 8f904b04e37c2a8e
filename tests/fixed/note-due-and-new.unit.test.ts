import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import { waitingIn } from '../../src/domain/study/waiting.ts';
import { EMPTY_TALLY, TallyChanges, tallyKey } from '../../src/domain/study/tally.ts';
import { A_DECK, aCard, DECK, inReview, TODAY } from '../support/collection.ts';
import { changedTally } from '../support/tally.ts';

test('[TODAY-1] a note with a review due counts once, not as a new note too', () => {
  const counts = new TallyChanges();
  counts.count([aCard('a/1', { schedule: inReview(TODAY) }), aCard('a/2')], 1);
  const parts = counts.byKey.get(tallyKey(DECK, ''));
  if (!parts) throw new Error('nothing counted');
  const tally = changedTally(EMPTY_TALLY, parts);
  const waiting = (day: number, burySiblings = true) =>
    waitingIn(
      { deck: A_DECK, preset: { ...DEFAULT_PRESET, burySiblings }, section: '' },
      tally,
      day,
      [],
    );
  expect([TODAY - 1, TODAY, TODAY + 1].map((day) => waiting(day))).toEqual([
    { new: 1, review: 0 },
    { new: 0, review: 1 },
    { new: 0, review: 1 },
  ]);
  expect(waiting(TODAY, false)).toEqual({ new: 1, review: 1 });
});
