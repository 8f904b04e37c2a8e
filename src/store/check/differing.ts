import type { TableName } from '../../domain/collection/rows.ts';
import { canonical } from '../../kernel/canonical.ts';
import type { UnreadRow } from './readable.ts';

/** A row that is other than the steps say. */
export interface DifferingRow {
  readonly table: TableName | 'reviews' | 'undone';
  readonly key: string;
  /** unexplained: no step brings it; lacking: steps do, and it is not there; other: it says something else. */
  readonly is: 'unexplained' | 'lacking' | 'other';
  /** As it stands, and as the steps say. */
  readonly now?: unknown;
  readonly wanted?: unknown;
}

/** Keys that stand in a table and could not be read; undefined: of the table's end nothing is known. */
export function passedOver(
  unreadable: readonly UnreadRow[],
  name: string,
): Set<string> | undefined {
  const own = unreadable.filter(({ table }) => table === name);
  if (own.some(({ key }) => key === undefined)) return undefined;
  return new Set(own.flatMap(({ key }) => (key === undefined ? [] : [key])));
}

/** The rows of a table that are other than those `wanted`; `passed`: keys of rows that could not be read. */
export function* compared(
  table: DifferingRow['table'],
  stored: ReadonlyMap<string, unknown>,
  wanted: ReadonlyMap<string, unknown>,
  passed: ReadonlySet<string> | undefined,
): Generator<DifferingRow> {
  for (const [key, now] of stored) {
    const right = wanted.get(key);
    if (right === undefined) yield { table, key, is: 'unexplained', now };
    else if (!isSameRow(now, right)) yield { table, key, is: 'other', now, wanted: right };
  }
  for (const [key, right] of wanted) {
    if (stored.has(key)) continue;
    // A row that is there and cannot be read is put anew.
    if (passed?.has(key)) yield { table, key, is: 'other', wanted: right };
    else if (passed) yield { table, key, is: 'lacking', wanted: right };
  }
}

/** NaN and the infinities are told apart; JSON writes them all as null. */
export function isSameRow(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}
