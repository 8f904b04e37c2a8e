import { expect, test } from 'vitest';
import { draftsOfNotes } from '../../../src/domain/content/draft-text.ts';
import type { NoteTypeId } from '../../../src/kernel/ids.ts';
import { FIELD } from '../../../src/domain/content/stock.ts';
import { aNote } from '../../support/collection.ts';

const withText = (id: string, html: string) => {
  const note = aNote(id);
  return { ...note, fields: { ...note.fields, [FIELD.extra]: html } };
};
const plain = withText('plain', 'a &lt; b');
const bold = withText('bold', '<b>a</b> &lt; b');
const picture = withText('picture', '<img src="a.png">');
const own = { ...aNote('own'), noteTypeId: 'another' as NoteTypeId };

test('[DECK-30] notes of plain text are plain facts, with all of their parts', () => {
  const { drafts, left } = draftsOfNotes([plain, aNote('other')]);
  expect(left).toEqual([]);
  expect(drafts.map(({ id, extra, markup }) => [id, extra, markup])).toEqual([
    [plain.id, 'a < b', undefined],
    ['deck:other', '', undefined],
  ]);
});

test('[DECK-30] with one that is formatted, all are Markdown', () => {
  const { drafts, left } = draftsOfNotes([plain, bold]);
  expect(left).toEqual([]);
  expect(drafts.map(({ extra, markup }) => [extra, markup])).toEqual([
    ['a \\< b', 'markdown'],
    ['**a** \\< b', 'markdown'],
  ]);
});

test('[DECK-30] what no file can hold is left out with its reason, and makes no Markdown of the rest', () => {
  const { drafts, left } = draftsOfNotes([own, plain, picture]);
  expect(drafts.map(({ id, markup }) => [id, markup])).toEqual([[plain.id, undefined]]);
  expect(left).toEqual([
    { note: own, why: 'type' },
    { note: picture, why: 'media' },
  ]);
  expect(draftsOfNotes([])).toEqual({ drafts: [], left: [] });
});
