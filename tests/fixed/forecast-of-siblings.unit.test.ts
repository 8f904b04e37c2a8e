import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import { EMPTY_TALLY, TallyChanges, tallyKey } from '../../src/domain/study/tally.ts';
import { todayView } from '../../src/domain/study/today/today.ts';
import { A_DECK, aCard, DECK, inReview, TODAY } from '../support/collection.ts';
import { changedTally } from '../support/tally.ts';

// Notes were counted by their earliest card, so the review of a second one was never foretold.
test('[TODAY-3] the week shows the reviews of every card, also of siblings on other days', () => {
  const counts = new TallyChanges();
  counts.count(
    [
      aCard('a/1', { schedule: inReview(TODAY - 3) }),
      aCard('a/2', { schedule: inReview(TODAY + 1) }),
      aCard('a/3', { schedule: inReview(TODAY + 3) }),
    ],
    1,
  );
  const key = tallyKey(DECK, '');
  const parts = counts.byKey.get(key);
  if (!parts) throw new Error('nothing counted');
  const view = todayView({
    today: TODAY,
    decks: [A_DECK],
    presets: [DEFAULT_PRESET],
    tallies: new Map([[key, changedTally(EMPTY_TALLY, parts)]]),
    doneToday: new Map(),
    recentDays: [],
    studiedDays: [],
    learning: [],
    cardsOfNotesInSteps: [],
    firstInterval: () => 3,
  });
  expect(view.forecast.map((day) => day.reviews)).toEqual([1, 0, 1, 0, 0, 0, 0]);
});
