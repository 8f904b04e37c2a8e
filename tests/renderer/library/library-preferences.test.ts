import { expect, test } from 'vitest';
import { libraryPreferencesFrom } from '../../../src/renderer/library/library-preferences.ts';

const usual = libraryPreferencesFrom(null);

test('[LIBRARY-8] what was remembered is read again, and columns keep their order', () => {
  const stored = {
    ...usual,
    mode: 'notes',
    sort: { column: 'lapses', descending: true },
    columns: ['due', 'sortField'],
    widths: { due: 200 },
    isPreviewShown: false,
    open: ['decks'],
    recent: ['is:due'],
  };
  expect(libraryPreferencesFrom(JSON.stringify(stored))).toEqual(stored);
});

test.each([
  'nonsense',
  '[]',
  'null',
  '{"columns":"sortField","sort":5,"widths":[1],"open":{},"recent":[1]}',
  '{"columns":["gone"],"sort":{"column":"gone"},"mode":7,"widths":{"gone":5}}',
])('[LIBRARY-8] damaged parts fall back to how they came: %s', (text) => {
  expect(libraryPreferencesFrom(text)).toEqual(usual);
});

test('[LIBRARY-8] one damaged part takes no other along, and no width is beyond use', () => {
  const read = libraryPreferencesFrom(
    JSON.stringify({
      columns: ['due', 'gone', 'due', 'deck'],
      widths: { due: 1, deck: 99_999, flag: '80' },
      recent: Array.from({ length: 50 }, (_, index) => `search ${index}`),
    }),
  );
  expect(read.columns).toEqual(['due', 'deck']);
  expect(read.widths).toEqual({ due: 64, deck: 900 });
  expect(read.recent).toHaveLength(20);
});
