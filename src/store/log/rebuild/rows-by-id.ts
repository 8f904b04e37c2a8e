import type { Table } from 'dexie';

/** So many rows of a run are read at most for each that is looked for. */
const READ_FOR_ONE = 2;

/**
 * Those rows of `ids` that are there. Most are a run of one device's numbers, of which the table has
 * all or none: that is one request, where looking up each is a request for each.
 */
export async function rowsById<Row, Id extends string>(
  table: Table<Row, Id>,
  ids: readonly Id[],
  idOf: (row: Row) => Id,
): Promise<ReadonlyMap<string, Row>> {
  const sorted = [...ids].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const most = ids.length * READ_FOR_ONE;
  const run = await table.where(':id').between(first, last, true, true).limit(most).toArray();
  const rows = run.length < most ? run : await table.bulkGet(sorted);
  const wanted = new Set(sorted);
  return new Map(
    rows.flatMap((row): [string, Row][] =>
      row && wanted.has(idOf(row)) ? [[idOf(row), row]] : [],
    ),
  );
}
