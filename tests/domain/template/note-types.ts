import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import type { FieldId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { type CardInput, type CardSides, renderCard } from '../../../src/domain/template/render.ts';

/** A type with the fields A, B and C, whose ids are a, b and c. */
export function typeOf(
  kind: NoteType['kind'],
  ...templates: readonly { readonly front: string; readonly back?: string }[]
): NoteType {
  return {
    id: 'own' as NoteTypeId,
    name: 'My type',
    kind,
    fields: ['A', 'B', 'C'].map((name) => ({ id: name.toLowerCase() as FieldId, name })),
    templates: templates.map(({ front, back = '' }, index) => ({
      slot: index + 1,
      name: `Card ${index + 1}`,
      front,
      back,
    })),
    css: '.card { color: red }',
    sortFieldId: 'a' as FieldId,
  };
}

export function texts(fields: Readonly<Record<string, string>>): FieldTexts {
  return fields as FieldTexts;
}

/** Both sides of card 1 of a standard type, or of card `slot` as `more` says. */
export function sidesOf(
  front: string,
  back: string,
  fields: Readonly<Record<string, string>>,
  more: Partial<CardInput> & { readonly kind?: NoteType['kind'] } = {},
): CardSides {
  const { kind = 'standard', ...input } = more;
  return renderCard({
    type: typeOf(kind, { front, back }),
    fields: texts(fields),
    slot: 1,
    tags: [],
    deckName: 'Deck',
    ...input,
  });
}

export function frontOf(
  front: string,
  fields: Readonly<Record<string, string>>,
  more: Parameters<typeof sidesOf>[3] = {},
): string {
  return sidesOf(front, '', fields, more).front;
}
