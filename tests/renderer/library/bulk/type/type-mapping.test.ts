import { expect, test } from 'vitest';
import type { NoteType } from '../../../../../src/domain/content/note-type.ts';
import { stockType } from '../../../../../src/domain/content/stock.ts';
import type { FieldId, NoteTypeId } from '../../../../../src/kernel/ids.ts';
import {
  leftOver,
  likelyMapping,
} from '../../../../../src/renderer/library/bulk/type/type-mapping.ts';

function stock(id: string): NoteType {
  const type = stockType(id as NoteTypeId);
  if (!type) throw new Error(`no type ${id}`);
  return type;
}

const own: NoteType = {
  ...stock('basic'),
  id: 'own' as NoteTypeId,
  name: 'Own',
  fields: ['BACK', 'Remark', 'Question'].map((name) => ({ id: `f-${name}` as FieldId, name })),
  templates: [
    { slot: 1, name: 'Recall', front: '{{Question}}', back: '{{BACK}}' },
    { slot: 2, name: 'Back to front', front: '{{BACK}}', back: '{{Question}}' },
  ],
};

test('[LIBRARY-21] fields of the same id fill each other, and the first takes the first', () => {
  const { fields, slots } = likelyMapping(stock('basic'), stock('cloze'), [1]);
  expect(fields).toEqual({ text: 'front', extra: 'extra', source: 'source' });
  expect(slots).toEqual({ 1: 1 });
});

test('[LIBRARY-21] without the same id the same name will do, and no field is taken twice', () => {
  const { fields } = likelyMapping(stock('reversed'), own, [1, 2]);
  expect(fields).toEqual({ 'f-BACK': 'back' });
  const back = likelyMapping(own, stock('reversed'), [1, 2]);
  expect(back.fields).toEqual({ back: 'f-BACK' });
});

test('[LIBRARY-21] a field may have the name of anything that objects have', () => {
  const fields = ['constructor', 'toString'].map((id) => ({ id: id as FieldId, name: id }));
  const from = { ...own, id: 'from' as NoteTypeId, fields };
  const likely = likelyMapping(from, { ...from, id: 'to' as NoteTypeId }, [1]).fields;
  expect(Object.entries(likely)).toEqual([
    ['constructor', 'constructor'],
    ['toString', 'toString'],
  ]);
});

test('[LIBRARY-21] cards keep their place, then go by the name of their template', () => {
  expect(likelyMapping(stock('reversed'), own, [1, 2]).slots).toEqual({ 1: 1, 2: 2 });
  expect(likelyMapping(stock('reversed'), own, [2]).slots).toEqual({ 2: 2 });
  expect(likelyMapping(stock('cloze'), stock('basic'), [1, 2, 3]).slots).toEqual({ 1: 1 });
  expect(likelyMapping(stock('basic'), stock('cloze'), [1]).slots).toEqual({ 1: 1 });
});

test('[LIBRARY-21] what has no place in the new type is named', () => {
  const mapping = likelyMapping(stock('cloze'), stock('basic'), [1, 2, 3]);
  expect(leftOver(stock('cloze'), [1, 2, 3], mapping)).toEqual({
    fields: [],
    cards: ['Deletion 2', 'Deletion 3'],
  });
  const toCloze = likelyMapping(stock('basic'), stock('cloze'), [1]);
  expect(leftOver(stock('basic'), [1], toCloze)).toEqual({ fields: ['Back'], cards: [] });
});
