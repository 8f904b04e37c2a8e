import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

let loading: Promise<Sqlite3Static> | undefined;

/** SQLite's own WebAssembly build, fetched when the first file needs it. */
export function loadSqlite(): Promise<Sqlite3Static> {
  loading ??= import('@sqlite.org/sqlite-wasm').then(async ({ default: init }) => {
    // It takes what its types leave out.
    const sqlite = await (init as (options: object) => Promise<Sqlite3Static>)({
      print: saysNothing,
      printErr: saysNothing,
    });
    // What is wrong with a file is said by us, and once.
    Object.assign(sqlite.config, { warn: saysNothing, error: saysNothing });
    return sqlite;
  });
  return loading;
}

function saysNothing(): void {}
