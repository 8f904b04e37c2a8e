import { exactJson } from '../../tables/exact-json.ts';
import type { CollectionRows } from '../collection-rows.ts';
import type { Json } from '../../tables/json-rows.ts';
import type { RowWriter } from '../../sqlite/row-writer.ts';

/** What the row of the collection says of itself beside its settings. */
export interface CollectionStamps {
  readonly createdSeconds: number;
  readonly modifiedMillis: number;
  readonly schemaMillis: number;
  readonly usn: number;
  readonly synchronisedMillis: number;
}

/** The one row of `col`; `json`: settings, types, decks, options and tags, in schema 11. */
export function putCollection(
  writer: RowWriter,
  stamps: CollectionStamps,
  schema: number,
  json: readonly [string, string, string, string, string],
): void {
  const { createdSeconds, modifiedMillis, schemaMillis, usn, synchronisedMillis } = stamps;
  const head = [
    1,
    createdSeconds,
    modifiedMillis,
    schemaMillis,
    schema,
    0,
    usn,
    synchronisedMillis,
  ];
  writer.put('col', [...head, ...json]);
}

/** Schema 11: all of it in one row. */
export function putAsJson(writer: RowWriter, rows: CollectionRows, stamps: CollectionStamps): void {
  putCollection(writer, stamps, 11, [
    exactJson(rows.config),
    exactJson(byId(rows.types)),
    exactJson(byId(rows.decks)),
    exactJson(byId(rows.presets)),
    exactJson(Object.fromEntries(rows.tags.map((tag) => [tag, -1]))),
  ]);
}

function byId(rows: readonly Json[]): Json {
  return Object.fromEntries(rows.map((row) => [String(row.id), row]));
}
