import type { CardTemplate, Field, NoteType } from '../../domain/content/note-type.ts';
import type { FieldId, NoteTypeId, Slot } from '../../kernel/ids.ts';
import { renameFieldIn } from '../../domain/template/rename-field.ts';
import { templateProblems } from '../../domain/template/template-problems.ts';
import { t } from '../../kernel/texts.ts';

/** `type` under another name, as the start of a type of one's own. */
export function copyOf(type: NoteType, id: string, name: string): NoteType {
  return { ...type, id: id as NoteTypeId, name };
}

export function withField(type: NoteType, id: string): NoteType {
  const field: Field = { id: id as FieldId, name: freeName(t`Field`, type.fields) };
  return { ...type, fields: [...type.fields, field] };
}

export function changeField(type: NoteType, id: FieldId, change: Partial<Field>): NoteType {
  const fields = type.fields.map((field) => (field.id === id ? { ...field, ...change } : field));
  return { ...type, fields };
}

/** A new name for a field, in the templates too, which call it `called`. */
export function renameField(
  type: NoteType,
  id: FieldId,
  name: string,
  called = type.fields.find((field) => field.id === id)?.name ?? '',
): NoteType {
  const renamed = changeField(type, id, { name });
  if (called.trim() === '' || !isTellingName(type, id, name)) return renamed;
  return {
    ...renamed,
    templates: type.templates.map((template) => ({
      ...template,
      front: renameFieldIn(template.front, called, name),
      back: renameFieldIn(template.back, called, name),
    })),
  };
}

/** Whether a tag can call the field by `name`: it is allowed, and no other field's. */
export function isTellingName(type: NoteType, id: FieldId, name: string): boolean {
  const others = type.fields.filter((field) => field.id !== id);
  const problems = templateProblems({ ...type, fields: [...others, { id, name }], templates: [] });
  return !problems.some(
    ({ place, severity }) => severity === 'error' && place.kind === 'field' && place.fieldId === id,
  );
}

/** Without the field; its text stays with the notes, out of sight, and comes back with an undo. */
export function withoutField(type: NoteType, id: FieldId): NoteType {
  const fields = type.fields.filter((field) => field.id !== id);
  const sortFieldId = type.sortFieldId === id ? (fields[0]?.id ?? id) : type.sortFieldId;
  return { ...type, fields, sortFieldId };
}

/**
 * Another template for a standard type, asking the other way round where there are two fields.
 * `lastUsed`: the last slot in which any note of the type has a card, those out of sight too, whose
 * schedules are none of the new card's.
 */
export function withTemplate(type: NoteType, lastUsed: Slot): NoteType {
  const slot: Slot = Math.max(lastUsed, ...type.templates.map((template) => template.slot)) + 1;
  const [first, second] = type.fields;
  const template: CardTemplate = {
    slot,
    name: freeName(t`Card`, type.templates),
    front: `{{${(second ?? first)?.name ?? t`Front`}}}`,
    back: `{{FrontSide}}\n<hr id="answer">\n{{${first?.name ?? t`Front`}}}`,
  };
  return { ...type, templates: [...type.templates, template] };
}

export function changeTemplate(
  type: NoteType,
  slot: Slot,
  change: Partial<CardTemplate>,
): NoteType {
  const templates = type.templates.map((template) =>
    template.slot === slot ? { ...template, ...change } : template,
  );
  return { ...type, templates };
}

export function withoutTemplate(type: NoteType, slot: Slot): NoteType {
  return { ...type, templates: type.templates.filter((template) => template.slot !== slot) };
}

/** `items` with the one at `index` moved by `by` places. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const target = index + by;
  const item = items[index];
  if (item === undefined || target < 0 || target >= items.length) return items;
  const others = items.filter((_, at) => at !== index);
  return [...others.slice(0, target), item, ...others.slice(target)];
}

function freeName(word: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map((each) => each.name));
  for (let number = taken.length + 1; ; number++) {
    if (!names.has(`${word} ${number}`)) return `${word} ${number}`;
  }
}
