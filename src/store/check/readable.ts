import { Dexie, type IndexableType, type Table } from 'dexie';
import { namesOf } from '../storage-problem.ts';

/** Rows read in one request. */
const PAGE = 1000;

/** What could not be read; `key` undefined: nothing of the table from there on. */
export interface UnreadRow {
  readonly table: string;
  readonly key: string | undefined;
  readonly why: string;
}

/**
 * The rows of a table that can be read, in pages, with their keys. One that cannot is named in
 * `unreadable` and passed over: a browser refuses a whole request for one bad row, so that row by row
 * is asked for where a page is refused, which costs ten times as much.
 */
export async function* readableRows<Row>(
  table: Table<Row, IndexableType>,
  unreadable: UnreadRow[],
): AsyncGenerator<readonly { readonly key: string; readonly row: Row }[]> {
  for (let after: IndexableType = Dexie.minKey; ; ) {
    const page = () => table.where(':id').above(after).limit(PAGE);
    const whole = await page().toArray().catch(throwIfClosed);
    if (whole) {
      const rows = whole.map((row) => ({ own: keyOf(table, row), row }));
      const end = rows.at(-1)?.own;
      if (end === undefined) return;
      yield rows.map(({ own, row }) => ({ key: keyText(own), row }));
      after = end;
      continue;
    }
    let keys: IndexableType[];
    try {
      keys = await page().primaryKeys();
    } catch (error) {
      throwIfClosed(error);
      unreadable.push({ table: table.name, key: undefined, why: nameOf(error) });
      return;
    }
    const last = keys.at(-1);
    if (last === undefined) return;
    yield await rowsAt(table, keys, unreadable);
    after = last;
  }
}

async function rowsAt<Row>(
  table: Table<Row, IndexableType>,
  keys: readonly IndexableType[],
  unreadable: UnreadRow[],
): Promise<{ key: string; row: Row }[]> {
  const named = (rows: readonly (Row | undefined)[]) =>
    rows.flatMap((row, index) =>
      row === undefined ? [] : [{ key: keyText(keys[index] as IndexableType), row }],
    );
  try {
    return named(await table.bulkGet([...keys]));
  } catch (error) {
    throwIfClosed(error);
  }
  const rows: (Row | undefined)[] = [];
  for (const key of keys) {
    try {
      rows.push(await table.get(key));
    } catch (error) {
      throwIfClosed(error);
      rows.push(undefined);
      unreadable.push({ table: table.name, key: keyText(key), why: nameOf(error) });
    }
  }
  return named(rows);
}

/** The primary key of a row: all tables have theirs in the row. */
function keyOf<Row>(table: Table<Row, IndexableType>, row: Row): IndexableType {
  const { keyPath } = table.schema.primKey;
  const values = row as Readonly<Record<string, IndexableType>>;
  if (Array.isArray(keyPath)) return keyPath.map((name) => values[name]) as IndexableType;
  return values[keyPath ?? ''] as IndexableType;
}

/** A key as one text: of several parts, those with a line between. */
export function keyText(key: IndexableType): string {
  return Array.isArray(key) ? key.join('\n') : String(key);
}

/** Nothing more can be read of a database that was closed. */
function throwIfClosed(error: unknown): undefined {
  const names = namesOf(error);
  if (names.has('DatabaseClosedError') || names.has('InvalidStateError')) throw error;
}

function nameOf(error: unknown): string {
  return [...namesOf(error)].join(', ') || String(error);
}
