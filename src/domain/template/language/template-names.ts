import type { Field, NoteType } from '../../content/note-type.ts';

/** Names that stand for what is not in a field; a field of the same name comes first. */
export const SPECIAL_NAMES: readonly string[] = [
  'FrontSide',
  'Tags',
  'Type',
  'Deck',
  'Subdeck',
  'Card',
  'CardFlag',
  'CardID',
];

/** The fields of `type` by the names templates call them; of two with one name, the first. */
export function fieldsByName(type: NoteType): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const field of type.fields) {
    const name = nameKey(field.name);
    if (!fields.has(name)) fields.set(name, field);
  }
  return fields;
}

/** Names are the same whatever way their letters are composed. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC');
}

/** The card number that a section named c1 to c500 is about, or undefined. */
export function cardNumberIn(name: string): number | undefined {
  return /^c[1-9]\d{0,2}$/.test(name) ? Number(name.slice(1)) : undefined;
}
