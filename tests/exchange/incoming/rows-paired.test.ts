import { expect, test } from 'vitest';
import { pairs } from '../../../src/exchange/incoming/rows-paired.ts';
import type { FieldId, NoteId } from '../../../src/kernel/ids.ts';

const note = (id: string, text: string) => ({
  id: id as NoteId,
  fields: { ['back' as FieldId]: text },
});
const paired = (rows: [string, string][], here: [string, string][]) =>
  Object.fromEntries(
    pairs(
      rows.map(([id, text]) => note(id, text)),
      here.map(([id, text]) => note(id, text)),
    ),
  );

test('[ANKI-60] each row is the note that says the same, in whatever order they come', () => {
  const here: [string, string][] = [
    ['x', 'one'],
    ['x-2', 'two'],
  ];
  expect(
    paired(
      [
        ['x', 'one'],
        ['x-2', 'two'],
      ],
      here,
    ),
  ).toEqual({ x: 'x', 'x-2': 'x-2' });
  expect(
    paired(
      [
        ['x', 'two'],
        ['x-2', 'one'],
      ],
      here,
    ),
  ).toEqual({ x: 'x-2', 'x-2': 'x' });
  expect(paired([['x', 'two']], here)).toEqual({ x: 'x-2' });
});

test('[ANKI-60] what was corrected is the note of its id, else the next that is left', () => {
  expect(
    paired(
      [
        ['x', 'ONE'],
        ['x-2', 'two'],
      ],
      [
        ['x', 'one'],
        ['x-2', 'two'],
      ],
    ),
  ).toEqual({
    x: 'x',
    'x-2': 'x-2',
  });
  expect(
    paired(
      [
        ['x', 'new'],
        ['x-2', 'newer'],
      ],
      [['anki', 'old']],
    ),
  ).toEqual({ x: 'anki' });
});

test('[ANKI-60] no two rows are one note', () => {
  const ids = paired(
    [
      ['x', 'two'],
      ['x-2', 'three'],
    ],
    [['x-2', 'two']],
  );
  expect(ids).toEqual({ x: 'x-2', 'x-2': 'x' });
});
