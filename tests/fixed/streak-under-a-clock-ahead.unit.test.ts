import { expect, test } from 'vitest';
import { todayView } from '../../src/domain/study/today/today.ts';
import { TODAY } from '../support/collection.ts';

test('[TODAY-4] a streak is not cut off by an answer dated ahead of today', () => {
  const view = todayView({
    today: TODAY,
    decks: [],
    presets: [],
    tallies: new Map(),
    doneToday: new Map(),
    recentDays: [],
    studiedDays: [TODAY + 1, TODAY, TODAY - 1],
    learning: [],
    cardsOfNotesInSteps: [],
    firstInterval: () => 3,
  });
  expect(view.streakDays).toBe(2);
});
