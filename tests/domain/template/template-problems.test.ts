import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import type { FieldId } from '../../../src/kernel/ids.ts';
import { templateProblems } from '../../../src/domain/template/template-problems.ts';
import { anyText } from './hostile.ts';
import { typeOf } from './note-types.ts';

const found = (type: NoteType) => templateProblems(type).map(({ what }) => what);
const named = (...names: string[]): NoteType => ({
  ...typeOf('standard', { front: `{{${names[0]}}}` }),
  fields: names.map((name, index) => ({ id: `f${index}` as FieldId, name })),
  sortFieldId: 'f0' as FieldId,
});

describe('problems of a note type', () => {
  test('[TEMPLATE-27] the types that come with Rounds have none', () => {
    for (const type of STOCK_TYPES) expect(templateProblems(type)).toEqual([]);
  });

  test('[TEMPLATE-27] names: missing, double, forbidden, or with a meaning of their own', () => {
    expect(found(named('A', ' ', 'a', 'x:y', 'q"', '#z', 'Tags', 'c12', 'c', 'Fine #1'))).toEqual([
      'A field has no name.',
      'Two fields are called a.',
      'The name x:y holds one of : { } ".',
      'The name q" holds one of : { } ".',
      'The name #z begins with # ^ / or !.',
      'The name Tags has a meaning of its own in templates.',
      'The name c12 has a meaning of its own in templates.',
    ]);
    expect(found({ ...named('A'), name: '' })).toEqual(['The note type has no name.']);
    const nameless = typeOf('standard', { front: '{{A}}' });
    const templates = nameless.templates.map((template) => ({ ...template, name: ' ' }));
    expect(found({ ...nameless, templates })).toEqual(['A card has no name.']);
  });

  test('[TEMPLATE-27] a type without fields, cards or a field to sort by', () => {
    const type = typeOf('standard');
    expect(found({ ...type, fields: [], templates: [] })).toEqual([
      'The note type has no field.',
      'The note type has no card.',
    ]);
    expect(found({ ...named('A'), sortFieldId: 'gone' as FieldId })).toEqual([
      'No field stands for the note in lists.',
    ]);
  });

  test('[TEMPLATE-27] templates: unknown fields, faults with their place, fronts without a field', () => {
    const type = typeOf(
      'standard',
      { front: '{{A}}{{text:Foo}}{{#Bar}}{{Foo}}{{/Bar}}', back: 'x {{#A}}' },
      { front: 'Only {{FrontSide}}{{#c2}}{{/c2}}', back: '{{FrontSide}}' },
    );
    expect(templateProblems(type).map(({ what, place }) => [what, place])).toEqual([
      ['There is no field called Foo.', { kind: 'side', slot: 1, side: 'front' }],
      ['There is no field called Bar.', { kind: 'side', slot: 1, side: 'front' }],
      ['The section {{#A}} is not closed.', { kind: 'side', slot: 1, side: 'back', offset: 2 }],
      ['The front of Card 2 shows no field, so no note gets this card.', { kind: 'card', slot: 2 }],
    ]);
  });

  test('[TEMPLATE-27] a front that only shows fixed text about a field can be saved, and warns', () => {
    for (const sign of ['#', '^']) {
      const type = typeOf('standard', { front: `{{${sign}A}}What is it?{{/A}}` });
      expect(templateProblems(type).map(({ severity }) => severity)).toEqual(['warning']);
    }
    expect(found(typeOf('standard', { front: '{{Deck}}' }))).toEqual([]);
    expect(
      templateProblems(typeOf('standard', { front: 'text' })).map(({ severity }) => severity),
    ).toEqual(['error']);
  });

  test('[TEMPLATE-27] what works, but is hardly meant, is a warning', () => {
    const severities = (type: NoteType) => templateProblems(type).map(({ severity }) => severity);
    expect(severities(named('Tags'))).toEqual(['warning']);
    expect(severities(typeOf('standard', { front: '{{A}}' }, { front: '{{A}}' }))).toEqual([
      'warning',
    ]);
    expect(severities(typeOf('cloze', { front: '{{cloze:A}}' }))).toEqual(['warning']);
    expect(severities(typeOf('cloze', { front: '{{A}}', back: '{{cloze:A}}' }))).toEqual(['error']);
    expect(severities(typeOf('standard', { front: '{{A}}{{Foo}}', back: '{{' }))).toEqual([
      'error',
      'error',
    ]);
  });

  test('[TEMPLATE-27] two cards that ask the same', () => {
    expect(
      found(typeOf('standard', { front: '{{A}} ' }, { front: '{{B}}' }, { front: '{{A}}' })),
    ).toEqual(['Card 3 has the same front as Card 1: both would ask the same.']);
  });

  test('[TEMPLATE-27] a cloze or occlusion type that never shows a field through cloze:', () => {
    const front = 'The front shows no field through cloze:, so its cards hide nothing.';
    const back =
      'The back shows no field through cloze:, so the answer is never shown in its place.';
    expect(found(typeOf('cloze', { front: '{{A}}', back: '{{FrontSide}}' }))).toEqual([
      front,
      back,
    ]);
    expect(found(typeOf('occlusion', { front: '{{cloze:A}}', back: '{{A}}' }))).toEqual([back]);
    expect(found(typeOf('cloze', { front: '{{cloze:Foo}}', back: '{{text:cloze:A}}' }))).toEqual([
      front,
      'There is no field called Foo.',
    ]);
  });

  test('[TEMPLATE-27] whatever the templates, each problem says what happened, what was kept, what to do', () => {
    fc.assert(
      fc.property(fc.constantFrom('standard' as const, 'cloze' as const), anyText, (kind, text) => {
        const type = { ...typeOf(kind, { front: text, back: text }), name: text };
        for (const { what, kept, todo } of templateProblems(type)) {
          expect([what, kept, todo].every((sentence) => sentence.trim().length > 5)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
