import type { CardTemplate, Field, NoteType } from '../../domain/content/note-type.ts';
import type { FieldId, NoteTypeId, Slot } from '../../kernel/ids.ts';
import { nameKey } from '../../domain/template/language/template-names.ts';
import { renameFieldIn } from '../../domain/template/rename-field.ts';
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

/** What a field was called, and the templates that called it so, when its name began to change. */
export interface NamedBefore {
  readonly called: string;
  readonly templates: NoteType['templates'];
}

/**
 * A new name for a field, in the templates too. While it is typed it may be empty, or that of something
 * else: each time the templates are made anew from those `before`.
 */
export function renameField(
  type: NoteType,
  id: FieldId,
  name: string,
  before: NamedBefore = { called: nameOf(type, id), templates: type.templates },
): NoteType {
  const { called, templates } = before;
  const renamed = { ...changeField(type, id, { name }), templates };
  if (!isClearName(type, id, name) || !isClearName(type, id, called)) return renamed;
  return {
    ...renamed,
    templates: templates.map((template) => ({
      ...template,
      front: renameFieldIn(template.front, called, name.trim()),
      back: renameFieldIn(template.back, called, name.trim()),
    })),
  };
}

function nameOf({ fields }: NoteType, id: FieldId): string {
  return fields.find((field) => field.id === id)?.name ?? '';
}

/** Whether it is a name, and no other field's. */
function isClearName({ fields }: NoteType, id: FieldId, name: string): boolean {
  const key = nameKey(name);
  return key !== '' && fields.every((field) => field.id === id || nameKey(field.name) !== key);
}

/** Without the field; its text stays with the notes, out of sight, and comes back with an undo. */
export function withoutField(type: NoteType, id: FieldId): NoteType {
  const fields = type.fields.filter((field) => field.id !== id);
  const sortFieldId = type.sortFieldId === id ? (fields[0]?.id ?? id) : type.sortFieldId;
  return { ...type, fields, sortFieldId };
}

/** Another template for a standard type, asking the other way round where there are two fields. */
export function withTemplate(type: NoteType): NoteType {
  const slot: Slot = Math.max(0, ...type.templates.map((template) => template.slot)) + 1;
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
