import { expect, test } from 'vitest';
import type { LibraryRow } from '../../../src/domain/library/library.ts';
import { COLUMN_LOOKS, dueText } from '../../../src/renderer/library/table/columns/columns.ts';

test('[LIBRARY-12] the column of dates has the time of a step that ends today alone', () => {
  const due = (day: number) => {
    return { kind: 'instant', atMillis: Date.UTC(2026, 2, day, 9, 5) } as const;
  };
  const shown = [0, 1, 2, 3].map((day) => dueText(due(day), 20_514));
  expect(shown).toEqual(['28 Feb 2026', 'Yesterday', '09:05', 'Tomorrow']);
});

test('[LIBRARY-12] the mean interval of a note’s cards is told in whole days', () => {
  const shown = (intervalDays: number | undefined) =>
    COLUMN_LOOKS.interval.textOf({ intervalDays } as LibraryRow, 20_514);
  expect([shown(7 / 3), shown(1), shown(44.6), shown(undefined)]).toEqual([
    '2 days',
    '1 day',
    '1.5 months',
    '–',
  ]);
});
