import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import init, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { strToU8, unzipSync, zipSync } from 'fflate';

/** A package that the real Anki made (scripts/anki-packages.py). */
export function realPackage(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../exchange/anki/fixtures/${name}`, import.meta.url))),
  );
}

/** The files of a package of the older kinds, by name. */
export function filesIn(name: string): Record<string, Uint8Array> {
  return unzipSync(realPackage(name));
}

export function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

let sqlite: Promise<Sqlite3Static> | undefined;

/** `bytes` of a database after `change` has been at it, to forge what no Anki writes. */
export async function changedDatabase(
  bytes: Uint8Array,
  change: (database: Database) => void,
): Promise<Uint8Array> {
  sqlite ??= init().then((loaded) => {
    // What a table does not take is no news of a forger's.
    Object.assign(loaded.config, { warn: () => {}, error: () => {} });
    return loaded;
  });
  const { oo1, capi, wasm } = await sqlite;
  const database = new oo1.DB(':memory:');
  const memory = wasm.alloc(bytes.length);
  wasm.heap8u().set(bytes, Number(memory));
  // Without a write-ahead log, which has no place beside memory.
  wasm.heap8u().fill(1, Number(memory) + 18, Number(memory) + 20);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  if (database.pointer === undefined) throw new Error('not open');
  capi.sqlite3_deserialize(database.pointer, 'main', memory, bytes.length, bytes.length, flags);
  change(database);
  const changed = capi.sqlite3_js_db_export(database);
  database.close();
  return changed;
}

/** The oldest kind of package with its database changed. */
export async function forged(change: (database: Database) => void): Promise<Uint8Array> {
  const files = filesIn('oldest.apkg');
  const database = await changedDatabase(files['collection.anki2'] ?? new Uint8Array(), change);
  return zipOf({ ...files, 'collection.anki2': database });
}
