import type {
  Database,
  PreparedStatement,
  Sqlite3Static,
  SqlValue,
  WasmPointer,
} from '@sqlite.org/sqlite-wasm';
import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { BadPackage } from '../bad-package.ts';
import { addUnicase } from './unicase.ts';
import { throwIfStrangeSchema } from './schema.ts';
import { loadSqlite } from './sqlite.ts';

export type { SqlValue };

const MAGIC = 'SQLite format 3\0';
/** Steps of SQLite's machine after which it asks whether to go on. */
const STEPS = 100_000;
/** Checking and reading a sound database takes some steps a byte. */
const MOST_STEPS_PER_BYTE = 20;
const ALWAYS_STEPS = 100_000_000;
/** The largest text or row that is handed over: JSON of all types in an old collection. */
const MOST_VALUE_BYTES = 64 * 1024 * 1024;

/** So many faults are looked at. */
const MOST_FAULTS = 100;

/**
 * A database of strangers, in memory and read-only: no views, triggers, virtual tables or computed
 * columns; defensive, its schema not trusted; checked page by page before a row is read (ANKI-15).
 */
export class UntrustedDatabase {
  readonly #sqlite: Sqlite3Static;
  readonly #db: Database;
  /** Names of tables. */
  readonly tables: ReadonlySet<string>;

  private constructor(sqlite: Sqlite3Static, db: Database, tables: ReadonlySet<string>) {
    this.#sqlite = sqlite;
    this.#db = db;
    this.tables = tables;
  }

  /** `pieces`: the database's bytes in their order. Throws BadPackage. */
  static async open(pieces: readonly Uint8Array[]): Promise<UntrustedDatabase> {
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    const [first] = pieces;
    const head = new TextDecoder('latin1').decode(first?.subarray(0, MAGIC.length));
    if (size < 512 || head !== MAGIC) throw damaged('it is no SQLite database');
    const sqlite = await loadSqlite();
    const db = new sqlite.oo1.DB(':memory:');
    try {
      fill(sqlite, db, pieces, size);
      lock(sqlite, db, size);
      const database = new UntrustedDatabase(sqlite, db, new Set());
      const schema = database.rows(t`SELECT type, name, tbl_name, sql FROM sqlite_schema`);
      const tables = throwIfStrangeSchema(schema);
      // This build reads no texts in UTF-16; Anki writes none.
      const [found] = database
        .rows(`PRAGMA quick_check(${MOST_FAULTS})`)
        .flatMap(([fault]) => (fault === 'ok' || isOrderOfTags(fault) ? [] : [String(fault)]));
      if (found !== undefined) throw damaged(named(found));
      return new UntrustedDatabase(sqlite, db, tables);
    } catch (error) {
      db.close();
      throw inWords(error);
    }
  }

  /** The rows of a query, one after the other as arrays; integers beyond 2^53 are bigints. */
  *each(sql: string): Generator<SqlValue[]> {
    let statement: PreparedStatement | undefined;
    try {
      statement = this.#db.prepare(sql);
      while (statement.step()) yield statement.get([]);
    } catch (error) {
      throw inWords(error);
    } finally {
      statement?.finalize();
    }
  }

  rows(sql: string): SqlValue[][] {
    return [...this.each(sql)];
  }

  /**
   * The rows of a query as numbers, in one array that is filled anew for each: a log of half a million
   * rows takes a tenth of the time so. A text counts as the number that it begins with, nothing as 0.
   */
  eachOfNumbers(sql: string, take: (row: Float64Array) => void): void {
    const { sqlite3_step: step, sqlite3_column_double: numberAt } = this.#sqlite.wasm
      .exports as RawCalls;
    let statement: PreparedStatement | undefined;
    try {
      statement = this.#db.prepare(sql);
      const { pointer, columnCount } = statement;
      if (pointer === undefined) throw new Error('a statement just made is finalized');
      const row = new Float64Array(columnCount);
      let code = step(pointer);
      for (; code === ROW; code = step(pointer)) {
        for (let column = 0; column < columnCount; column++) {
          row[column] = numberAt(pointer, column);
        }
        take(row);
      }
      if (code !== DONE) this.#db.checkRc(code);
    } catch (error) {
      throw inWords(error);
    } finally {
      statement?.finalize();
    }
  }

  close(): void {
    this.#db.close();
  }
}

/** The calls themselves, without what turns and looks at each argument on the way. */
interface RawCalls {
  sqlite3_step(statement: WasmPointer): number;
  sqlite3_column_double(statement: WasmPointer, column: number): number;
}

/** What SQLite answers to each step: there is a row, or no more. */
const ROW = 100;
const DONE = 101;

/** Tags are kept in an order of Unicode's, which changes a little with each of its versions. */
function isOrderOfTags(fault: SqlValue | undefined): boolean {
  return fault === 'row not in PRIMARY KEY order for tags';
}

function fill(
  sqlite: Sqlite3Static,
  db: Database,
  pieces: readonly Uint8Array[],
  size: number,
): void {
  const { capi, wasm } = sqlite;
  const memory = wasm.alloc(size);
  let at = Number(memory);
  for (const piece of pieces) {
    wasm.heap8u().set(piece, at);
    at += piece.length;
  }
  // A write-ahead log has no place beside memory; Anki's packages never bring one.
  wasm.heap8u().fill(1, Number(memory) + 18, Number(memory) + 20);
  if (db.pointer === undefined) throw new Error('a database just opened is closed');
  // Before the content: its tables are declared with it.
  addUnicase(sqlite, db);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  const code = capi.sqlite3_deserialize(db.pointer, 'main', memory, size, size, flags);
  if (code !== 0) throw damaged('it cannot be opened');
}

function lock({ capi }: Sqlite3Static, db: Database, size: number): void {
  const { pointer } = db;
  if (pointer === undefined) throw new Error('a database just opened is closed');
  const settings = [
    [capi.SQLITE_DBCONFIG_DEFENSIVE, 1],
    [capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0],
    [capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0],
    [capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0],
  ] as const;
  for (const [setting, value] of settings) {
    capi.sqlite3_db_config(pointer, setting as never, value, 0 as never);
  }
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES);
  db.exec('PRAGMA query_only = 1; PRAGMA cell_size_check = 1');
  let left = (ALWAYS_STEPS + MOST_STEPS_PER_BYTE * size) / STEPS;
  capi.sqlite3_progress_handler(pointer, STEPS, () => (left-- > 0 ? 0 : 1), 0 as never);
}

/** What SQLite says; anything else is a fault of ours and stays what it is. */
function inWords(error: unknown): unknown {
  if (error instanceof Error && error.name === 'WasmAllocError') {
    return new BadPackage('too-large', 'The collection is larger than the memory that is free.');
  }
  if (!(error instanceof Error) || error.name !== 'SQLite3Error') return error;
  const why = error.message;
  if (/too big|SQLITE_TOOBIG|SQLITE_NOMEM/.test(why)) {
    return new BadPackage('too-large', 'Something in the collection is larger than it may be.');
  }
  if (/SQLITE_INTERRUPT/.test(why)) {
    return new BadPackage('too-large', 'The collection would take for ever to read.');
  }
  return damaged(named(why));
}

function damaged(why: string): BadPackage {
  return new BadPackage('damaged', `The collection in the file is damaged: ${why}.`);
}
