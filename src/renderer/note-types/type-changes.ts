import type { CardTemplate, Field, NoteType } from '../../domain/content/note-type.ts';
import type { NoteTypeId } from '../../kernel/ids.ts';

const PARTS = ['name', 'fields', 'templates', 'css', 'sortFieldId'] as const;

/** What of a type was changed and not saved. A part that is absent is as it is stored. */
export type TypeChanges = Partial<Pick<NoteType, (typeof PARTS)[number]>>;

/** Where the changes of a type are kept. */
export function typeDraftId(id: NoteTypeId): string {
  return `type/${id}`;
}

/** What of `type` is not in the `stored` one; undefined where all is. */
export function changesIn(type: NoteType, stored: NoteType): TypeChanges | undefined {
  const changed = PARTS.filter(
    (part) => JSON.stringify(type[part]) !== JSON.stringify(stored[part]),
  );
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((part) => [part, type[part]]));
}

/** The `stored` type with what was not saved of it. */
export function withChanges(stored: NoteType, changes: TypeChanges): NoteType {
  const type = { ...stored, ...changes };
  const [first] = type.fields;
  const isThere = type.fields.some((field) => field.id === type.sortFieldId);
  return isThere || !first ? type : { ...type, sortFieldId: first.id };
}

/** Kept changes, as far as they can be read: storage may hold an older form. */
export function typeChangesFrom(value: unknown): TypeChanges | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, fields, templates, css, sortFieldId } = value as Record<string, unknown>;
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof css === 'string' && { css }),
    ...(typeof sortFieldId === 'string' && {
      sortFieldId: sortFieldId as NoteType['sortFieldId'],
    }),
    ...(isListOf(fields, isField) && { fields }),
    ...(isListOf(templates, isTemplate) && { templates }),
  };
}

function isListOf<Item>(
  value: unknown,
  isItem: (item: Partial<Record<keyof Item, unknown>>) => boolean,
): value is readonly Item[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((item) => typeof item === 'object' && item !== null && isItem(item));
}

function isField({ id, name }: Partial<Record<keyof Field, unknown>>): boolean {
  return typeof id === 'string' && typeof name === 'string';
}

function isTemplate(template: Partial<Record<keyof CardTemplate, unknown>>): boolean {
  const { slot, name, front, back } = template;
  return Number.isInteger(slot) && [name, front, back].every((text) => typeof text === 'string');
}
