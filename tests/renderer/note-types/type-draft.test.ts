import { describe, expect, test } from 'vitest';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { FIELD, STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { templateProblems } from '../../../src/domain/template/template-problems.ts';
import {
  changeField,
  changeTemplate,
  copyOf,
  moved,
  renameField,
  withField,
  withoutField,
  withoutTemplate,
  withTemplate,
} from '../../../src/renderer/note-types/type-draft.ts';

const basic = STOCK_TYPES[0] as NoteType;

describe('changing a note type', () => {
  test('[WRITE-11] a renamed field is renamed in the templates', () => {
    const type = renameField(basic, FIELD.front, 'Question');
    expect(type.fields[0]).toMatchObject({ id: FIELD.front, name: 'Question' });
    expect(type.templates[0]?.front).toBe('{{Question}}');
    expect(templateProblems(type)).toEqual([]);
  });

  test('[WRITE-11] a name that is taken or empty leaves the templates alone', () => {
    const taken = renameField(basic, FIELD.front, 'Back');
    expect(taken.templates).toEqual(basic.templates);
    expect(templateProblems(taken)).not.toEqual([]);
    expect(renameField(basic, FIELD.front, '').templates).toEqual(basic.templates);
  });

  test('[WRITE-11] fields are added, moved, marked and taken out', () => {
    const more = withField(basic, 'new');
    expect(more.fields.at(-1)).toEqual({ id: 'new', name: 'Field 5' });
    expect(moved(more.fields, 4, -1).map((field) => field.id)[3]).toBe('new');
    expect(moved(more.fields, 0, -1)).toBe(more.fields);
    expect(changeField(more, FIELD.extra, { isSticky: true }).fields[2]?.isSticky).toBe(true);
    const less = withoutField(more, FIELD.front);
    expect(less.sortFieldId).toBe(FIELD.back);
    expect(templateProblems(less).length).toBeGreaterThan(0);
  });

  test('[WRITE-11] a new card has a slot of its own and no problem; taking it out gives the type back', () => {
    const more = withTemplate(basic, 0);
    expect(more.templates.map((template) => template.slot)).toEqual([1, 2]);
    expect(templateProblems(more)).toEqual([]);
    expect(withoutTemplate(more, 2)).toEqual(basic);
    expect(
      withTemplate(withoutTemplate(withTemplate(more, 0), 2), 0).templates.map(({ slot }) => slot),
    ).toEqual([1, 3, 4]);
    // Cards out of sight have their slots still.
    expect(withTemplate(basic, 2).templates.map(({ slot }) => slot)).toEqual([1, 3]);
    expect(changeTemplate(basic, 1, { name: 'Ask' }).templates[0]?.name).toBe('Ask');
  });

  test('[WRITE-11] a copy is another type with the same fields', () => {
    expect(copyOf(basic, 't-1', 'Mine')).toEqual({ ...basic, id: 't-1', name: 'Mine' });
  });
});
