import { expect, test } from 'vitest';
import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import { foldedField, textsOf } from '../../../src/domain/search/matching/note-text.ts';
import { stock } from '../lint/notes.ts';

/** The stock type with its fields left out of search that are named, sorted by `sortField`. */
function typeWith(leftOut: readonly string[], sortField: string): NoteType {
  const basic = stock('basic');
  const fields = basic.fields.map((field) =>
    leftOut.includes(field.id) ? { ...field, isLeftOutOfSearch: true } : field,
  );
  return { ...basic, fields, sortFieldId: sortField as NoteType['sortFieldId'] };
}
const texts = (fields: Record<string, string>, type: NoteType) =>
  textsOf({ fields: fields as FieldTexts }, type);

test('[SEARCH-25] a note is listed by its sort field, also one that is left out of search', () => {
  const fields = { front: 'What is <b>PML</b>?', back: 'Leuko' };
  expect(texts(fields, typeWith([], 'front')).sort).toBe('What is PML?');
  const hidden = texts(fields, typeWith(['front'], 'front'));
  expect(hidden.sort).toBe('What is PML?');
  expect(hidden.search).not.toContain('pml');
});

test('[SEARCH-25] where its sort field is empty, by the first other text that is searched', () => {
  const fields = { front: '', back: 'Leuko', source: 'Lecture' };
  expect(texts(fields, typeWith([], 'front')).sort).toBe('Leuko');
  expect(texts(fields, typeWith(['back'], 'front')).sort).not.toBe('Leuko');
  expect(texts({ ...fields, back: '' }, typeWith([], 'front')).sort).toBe('Lecture');
});

test('[SEARCH-25] a field is found in the text of its own, whatever is left out before it', () => {
  const note = { fields: { front: 'One', back: 'Zwei', source: 'Drei' } as unknown as FieldTexts };
  for (const leftOut of [[], ['front'], ['front', 'back']]) {
    const type = typeWith(leftOut, 'front');
    const { search } = textsOf(note, type);
    const read = ['front', 'back', 'source'].map((id) =>
      foldedField(note, search, type, id as never),
    );
    expect(read).toEqual(['one', 'zwei', 'drei']);
  }
});
