import type {
  BindingSpec,
  Database,
  PreparedStatement,
  Sqlite3Static,
  WasmPointer,
} from '@sqlite.org/sqlite-wasm';
import { loadSqlite } from './sqlite.ts';
import { addUnicase } from './unicase.ts';

export type RowValue = string | number | bigint | null | Uint8Array;

/** The calls themselves, without what turns and looks at each argument on the way. */
interface RawCalls {
  sqlite3_bind_double(statement: WasmPointer, at: number, value: number): number;
  sqlite3_step(statement: WasmPointer): number;
  sqlite3_reset(statement: WasmPointer): number;
}

/** A database of our own, in memory, which rows are put into. */
export class RowWriter {
  readonly #sqlite: Sqlite3Static;
  readonly #db: Database;
  readonly #statements = new Map<string, PreparedStatement>();
  #isOpen = true;

  private constructor(sqlite: Sqlite3Static) {
    this.#sqlite = sqlite;
    this.#db = new sqlite.oo1.DB(':memory:');
    addUnicase(sqlite, this.#db);
  }

  /** `tables`: SQL that makes them. */
  static async open(tables: string): Promise<RowWriter> {
    const writer = new RowWriter(await loadSqlite());
    // One transaction: nobody else sees it, and it is thrown away where it fails.
    writer.#db.exec(`PRAGMA journal_mode = OFF; PRAGMA page_size = 4096; ${tables}; BEGIN`);
    return writer;
  }

  put(table: string, row: readonly RowValue[]): void {
    this.#into(table, row.length)
      .bind(row as BindingSpec)
      .stepReset();
  }

  /**
   * The same where all columns of the table are integers, without what turns and looks at each value:
   * a log has half a million rows.
   */
  putNumbers(table: string, row: readonly RowValue[]): void {
    const { pointer } = this.#into(table, row.length);
    if (pointer === undefined || !row.every((value) => typeof value === 'number')) {
      this.put(table, row);
      return;
    }
    const { sqlite3_bind_double: bind, sqlite3_step: step, sqlite3_reset: reset } = this.#calls;
    // An integer column makes an integer of a number that is one.
    for (let at = 0; at < row.length; at++) bind(pointer, at + 1, row[at] as number);
    step(pointer);
    this.#db.checkRc(reset(pointer));
  }

  #into(table: string, columns: number): PreparedStatement {
    const known = this.#statements.get(table);
    if (known) return known;
    const marks = Array.from({ length: columns }, () => '?').join(',');
    const statement = this.#db.prepare(`INSERT INTO "${table}" VALUES (${marks})`);
    this.#statements.set(table, statement);
    return statement;
  }

  get #calls(): RawCalls {
    return this.#sqlite.wasm.exports as unknown as RawCalls;
  }

  /** The database's bytes. It cannot be written to any more. `indexes`: SQL that makes them. */
  end(indexes: string): Uint8Array {
    this.#release();
    this.#db.exec(`COMMIT; ${indexes}`);
    const bytes = this.#sqlite.capi.sqlite3_js_db_export(this.#db);
    this.close();
    return bytes;
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#release();
    this.#db.close();
  }

  #release(): void {
    for (const statement of this.#statements.values()) statement.finalize();
    this.#statements.clear();
  }
}
