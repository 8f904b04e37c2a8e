import {
  type Change,
  type Rows,
  TABLE_NAMES,
  type Tables,
} from '../../../domain/collection/rows.ts';
import { canonical } from '../../../kernel/canonical.ts';

/** Rows that are being changed, step by step, before it is said what is other. */
export type RowsAfter = { readonly [T in keyof Tables]: Map<string, Tables[T]> };

export function copied(rows: Rows): RowsAfter {
  const tables = TABLE_NAMES.map((name) => [name, new Map(rows[name] as Map<string, unknown>)]);
  return Object.fromEntries(tables) as RowsAfter;
}

/** Each row that is other, once. */
export function changesBetween(rows: Rows, after: RowsAfter): Change[] {
  return TABLE_NAMES.flatMap((table) => {
    const before: ReadonlyMap<string, unknown> = rows[table];
    const now: ReadonlyMap<string, unknown> = after[table];
    const changes: Change[] = [];
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      const [one, other] = [before.get(key), now.get(key)];
      if (one === other || canonical(one) === canonical(other)) continue;
      changes.push({ table, key, before: one, after: other } as Change);
    }
    return changes;
  });
}

/** Written into `after` as they are. */
export function write(changes: readonly Change[], after: RowsAfter): void {
  for (const { table, key, after: row } of changes) {
    const rows = after[table] as Map<string, unknown>;
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }
}
