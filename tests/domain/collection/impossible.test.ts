import { expect, test } from 'vitest';
import { impossibleIn } from '../../../src/domain/collection/impossible.ts';
import { aCard, aNote, inReview, NOW, TODAY } from '../../support/collection.ts';

const DAY = 86_400_000;
const review = (more: object) => ({
  operationId: 'd:1',
  atMillis: NOW,
  durationMillis: 0,
  ...more,
});

test.each<[string, unknown, string]>([
  ['cards', { position: Number.NaN }, 'position is no number'],
  [
    'cards',
    { schedule: { memory: { stability: Number.POSITIVE_INFINITY } } },
    'schedule.memory.stability is no number',
  ],
  ['decks', { list: [1, Number.NaN] }, 'list.1 is no number'],
  ['cards', { schedule: { reps: -1 } }, 'schedule.reps is below 0'],
  ['cards', { schedule: { lapses: -1 } }, 'schedule.lapses is below 0'],
  ['cards', { schedule: { step: -1 } }, 'schedule.step is below 0'],
  ['cards', { schedule: { intervalDays: -1 } }, 'schedule.intervalDays is below 0'],
  [
    'cards',
    { schedule: { memory: { stability: -0.1, difficulty: 5 } } },
    'schedule.memory.stability is below 0',
  ],
  [
    'cards',
    { schedule: { memory: { stability: 1, difficulty: -5 } } },
    'schedule.memory.difficulty is below 0',
  ],
  ['reviews', review({ elapsedDays: -1 }), 'elapsedDays is below 0'],
  ['reviews', review({ durationMillis: -1 }), 'durationMillis is below 0'],
  ['presets', { newPerDay: -1 }, 'newPerDay is below 0'],
  ['presets', { reviewsPerDay: -1 }, 'reviewsPerDay is below 0'],
])('[LOG-27] what cannot be in a row of %s is named: %j', (table, row, words) => {
  expect(impossibleIn(table, row, NOW)).toBe(words);
});

test('[LOG-27] none, a number below 0 that may be, and what is no number, can be', () => {
  for (const row of [
    aCard('a/1', { position: -3, buriedUntil: -1 }),
    aCard('a/1', { schedule: inReview(TODAY) }),
    { reps: 0, newPerDay: 0, nothing: null, text: 'NaN', gone: undefined, overreps: -1 },
  ]) {
    expect(impossibleIn('cards', row, NOW)).toBeUndefined();
  }
});

test('[LOG-27] an instant is in the future from more than two days on', () => {
  const rows: readonly [string, (millis: number) => unknown][] = [
    ['reviews', (atMillis) => review({ atMillis })],
    ['notes', (addedAtMillis) => aNote('a', [1], { addedAtMillis })],
    ['notes', (editedAtMillis) => aNote('a', [1], { editedAtMillis })],
    [
      'cards',
      (atMillis) =>
        aCard('a/1', { schedule: inReview(TODAY, { lastReview: { atMillis, studyDay: TODAY } }) }),
    ],
  ];
  for (const [table, rowAt] of rows) {
    expect(impossibleIn(table, rowAt(NOW + 2 * DAY), NOW)).toBeUndefined();
    expect(impossibleIn(table, rowAt(NOW + 2 * DAY + 1), NOW)).toBe('it is dated in the future');
    expect(impossibleIn('decks', rowAt(NOW + 9 * DAY), NOW)).toBeUndefined();
  }
  expect(impossibleIn('cards', aCard('new/1'), NOW)).toBeUndefined();
  expect(impossibleIn('cards', { id: 'no schedule' }, NOW)).toBeUndefined();
});
