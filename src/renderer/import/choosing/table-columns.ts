import type { NoteType } from '../../../domain/content/note-type.ts';
import type { ColumnUse } from '../../../engine/import/import-look.ts';

/** What a column is, as one word that a list of choices can hold. */
export function keyOfUse(use: ColumnUse): string {
  return use.use === 'field' ? `field:${use.fieldId}` : use.use;
}

export function columnUseOf(key: string): ColumnUse {
  if (key.startsWith('field:')) return { use: 'field', fieldId: key.slice('field:'.length) };
  return { use: key as Exclude<ColumnUse['use'], 'field'> };
}

/**
 * `columns` with another use of one of them. What has that use already takes over what this one
 * had: no two columns go into one field.
 */
export function withUse(
  columns: readonly ColumnUse[],
  place: number,
  use: ColumnUse,
): readonly ColumnUse[] {
  const key = keyOfUse(use);
  const had = columns[place] ?? { use: 'nothing' };
  return columns.map((each, at) => {
    if (at === place) return use;
    return use.use !== 'nothing' && keyOfUse(each) === key ? had : each;
  });
}

/** The columns for another type: those that were fields go into its fields, in their order. */
export function withTypeOf(columns: readonly ColumnUse[], type: NoteType): readonly ColumnUse[] {
  let next = 0;
  // A column that had no field to go to gets one where the other type has more.
  return columns.map((column): ColumnUse => {
    if (column.use !== 'field' && column.use !== 'nothing') return column;
    const field = type.fields[next++];
    return field ? { use: 'field', fieldId: field.id } : { use: 'nothing' };
  });
}

/** The columns of a table that has become wider or narrower: what is new goes into fields that are free. */
export function withWidth(
  columns: readonly ColumnUse[],
  width: number,
  type: NoteType,
): readonly ColumnUse[] {
  const kept = columns.slice(0, width);
  const taken = new Set(kept.map(keyOfUse));
  const free = type.fields
    .map(({ id }): ColumnUse => ({ use: 'field', fieldId: id }))
    .filter((use) => !taken.has(keyOfUse(use)));
  const added = Array.from(
    { length: Math.max(0, width - kept.length) },
    (_, at): ColumnUse => free[at] ?? { use: 'nothing' },
  );
  return [...kept, ...added];
}
