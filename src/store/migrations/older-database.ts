import { Dexie } from 'dexie';
import { type DatabasePlace, databasesAt } from '../place/place.ts';
import { isPacked, type PayloadRow, unpackPayload } from '../log/payloads.ts';
import { stampOf } from '../log/log-rows.ts';
import type { BlobRow, OperationRow } from '../schema.ts';
import { bodiesOfVersion2 } from './version-1.ts';
import { rowsOfVersion4 } from './version-3.ts';

/** A database of an older version, open as it is: nothing in it is brought to this one. */
export interface OlderDatabase {
  /** Operations by device and number, as this version would store them. */
  readonly rows: readonly (ReturnType<typeof stampOf> & { readonly body: OperationRow['body'] })[];
  readonly payloads: readonly PayloadRow[];
  /** The contents of pictures, sounds and films that it has: their SHA-256 and sizes. */
  readonly media: readonly { readonly sha256: string; readonly bytes: number }[];
  /** The operations as they are applied, with their bodies. */
  operations(): Promise<readonly unknown[]>;
}

/** Reads the database at `place` in the version that it has. Rejects where that cannot be read. */
export async function readOlderDatabase(place: DatabasePlace): Promise<OlderDatabase> {
  const factory = await databasesAt(place);
  const db = new Dexie(place.name, { autoOpen: false, indexedDB: factory, IDBKeyRange });
  await db.open();
  try {
    const has = (name: string): boolean => db.tables.some((table) => table.name === name);
    const stored = (await db.table('operations').toArray()) as OperationRow[];
    for (const row of stored) {
      if (db.verno < 2) bodiesOfVersion2(row);
      if (db.verno < 4) rowsOfVersion4.operations(row as never);
    }
    const rows = stored.map((row) => ({ ...stampOf(row), body: row.body }));
    const payloads = has('payloads')
      ? ((await db.table('payloads').toArray()) as PayloadRow[])
      : [];
    const media: { sha256: string; bytes: number }[] = [];
    if (has('blobs')) {
      const add = ({ sha256, blob }: BlobRow) => media.push({ sha256, bytes: blob.size });
      await db.table('blobs').each(add);
    }
    const operations = async () => {
      const bodies = new Map<string, unknown>();
      for (const row of payloads) bodies.set(row.sha256, await unpackPayload(row));
      return rows.map((row) => {
        return isPacked(row.body) ? { ...row, body: bodies.get(row.body['#payload']) } : row;
      });
    };
    return { rows, payloads, media, operations };
  } finally {
    db.close();
  }
}
