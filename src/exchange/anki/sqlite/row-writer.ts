import type {
  BindingSpec,
  Database,
  PreparedStatement,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import { loadSqlite } from './sqlite.ts';
import { addUnicase } from './unicase.ts';

export type RowValue = string | number | bigint | null | Uint8Array;

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
    let statement = this.#statements.get(table);
    if (!statement) {
      const marks = row.map(() => '?').join(',');
      statement = this.#db.prepare(`INSERT INTO "${table}" VALUES (${marks})`);
      this.#statements.set(table, statement);
    }
    statement.bind(row as BindingSpec).stepReset();
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
