import { expect, test } from 'vitest';
import { FIELD, stockType } from '../../../../src/domain/content/stock.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import type { NoteType } from '../../../../src/domain/content/note-type.ts';
import { cardNameOf } from '../../../../src/domain/library/rows/card-name.ts';

const of = (id: string): NoteType => stockType(id as never) ?? BASIC;
const mask = (number: number, alt = ''): string =>
  `{{c${number}::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2${alt && `:alt=${alt}`}:oi=1}}<br>`;
const masks = {
  fields: { [FIELD.occlusion]: mask(1, 'Aorta') + mask(2) + mask(2, 'Apex') + mask(3) },
};

test('[LIBRARY-27] the cards of a cloze are told apart by the number hidden', () => {
  const note = { fields: { [FIELD.text]: 'The {{c1::aorta}} has {{c2::three}} parts' } };
  expect([1, 2].map((slot) => cardNameOf(note, of('cloze'), slot))).toEqual(['Cloze 1', 'Cloze 2']);
});

test('[LIBRARY-27] the cards of a picture are told apart by the words of their masks', () => {
  const names = [1, 2, 3].map((slot) => cardNameOf(masks, of('occlusion'), slot));
  expect(names).toEqual(['Mask: Aorta', 'Mask: Apex', 'Mask 3']);
});

test('[LIBRARY-27] the cards of a standard type have the names of its templates', () => {
  const names = [1, 2].map((slot) => cardNameOf({ fields: {} }, of('reversed'), slot));
  expect(names).toEqual(['Front to back', 'Back to front']);
});
