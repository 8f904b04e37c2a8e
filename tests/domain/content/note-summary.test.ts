import { expect, test } from 'vitest';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { noteSummary, questionText } from '../../../src/domain/content/note-summary.ts';
import { stock } from '../lint/notes.ts';

const fields = (texts: Record<string, string>) => texts as FieldTexts;
const summary = (type: string, texts: Record<string, string>) =>
  noteSummary({ fields: fields(texts) }, stock(type));
const question = (type: string, texts: Record<string, string>, slot = 1) =>
  questionText({ fields: fields(texts), sections: [], tags: [] }, stock(type), slot);

test('[SEARCH-25] a note is listed by its sort field as one line of plain text', () => {
  expect(summary('basic', { front: '<p> What is</p><p><b>PML</b>?</p>', back: 'x' })).toBe(
    'What is PML?',
  );
  expect(summary('cloze', { text: 'The {{c1::aorta::vessel}} is {{c2::wide}}.' })).toBe(
    'The aorta is wide.',
  );
  expect(summary('basic', { front: '10<sup>6</sup> cells' })).toBe('10⁶ cells');
});

test('[SEARCH-25] a picture is listed by its header, or as a picture', () => {
  expect(summary('occlusion', { header: '<i>The  heart</i>', occlusion: 'x' })).toBe('The heart');
  expect(summary('occlusion', { header: ' ', occlusion: 'x' })).toBe('Image');
});

test('[SEARCH-25] a card is listed by what it asks, or as its note where that is nothing', () => {
  expect(question('reversed', { front: 'Front  text', back: 'Back' }, 2)).toBe('Back');
  expect(question('reversed', { front: 'Front  text', back: 'Back' }, 1)).toBe('Front text');
  expect(question('basic', { front: '10<sup>-6</sup> M', back: 'x' })).toBe('10⁻⁶ M');
  expect(question('optional-reversed', { front: 'Front', back: 'Back' }, 2)).toBe('Front');
});
