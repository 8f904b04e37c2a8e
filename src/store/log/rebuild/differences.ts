import type { IndexableType } from 'dexie';
import type { Review } from '../../../domain/collection/review.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { writesAfter } from '../../device/writes.ts';
import type { OperationRow, RoundsDatabase } from '../../schema.ts';
import { type RowBefore, withUndoRows } from '../undo-rows.ts';

/** Rows compared, and written, in one go. */
const PAGE = 1000;

/**
 * What stands in the tables against what should. Nothing is written until `write`, and then only
 * what differs, some rows at a time; word of it is left in the device's row first, so that a rebuild
 * that is killed on the way is done again at the next start.
 */
export class Differences {
  readonly byTable: Record<string, number> = {};
  readonly #db: RoundsDatabase;
  readonly #writes: (() => Promise<unknown>)[] = [];
  /** Reviews that are other than stored, as far as the log has been read. */
  readonly #reviews = new Map<string, Review>();

  constructor(db: RoundsDatabase) {
    this.#db = db;
  }

  static isSame(one: unknown, other: unknown): boolean {
    return canonical(one) === canonical(other);
  }

  /** Makes `table` hold `rows`, and of others only those that `mayStay`; of `rows` some `mayLack`. */
  async table<Row>(
    table: string,
    rows: readonly Row[],
    keyOf: (row: Row) => IndexableType,
    mayStay: (row: Row) => boolean = () => false,
    mayLack: (row: Row) => boolean = () => false,
  ): Promise<void> {
    const expected = new Map(rows.map((row) => [JSON.stringify(keyOf(row)), row]));
    const gone: IndexableType[] = [];
    const put: Row[] = [];
    for await (const page of this.#pages<Row>(table, keyOf)) {
      for (const row of page) {
        const key = JSON.stringify(keyOf(row));
        const wanted = expected.get(key);
        expected.delete(key);
        if (!wanted) {
          if (!mayStay(row)) gone.push(keyOf(row));
        } else if (!Differences.isSame(row, wanted)) put.push(wanted);
      }
    }
    for (const row of expected.values()) if (!mayLack(row)) put.push(row);
    this.#plan(table, put, gone);
  }

  /**
   * Makes these reviews stand as they should, unless a later step counts them elsewhere; see
   * reviewsKnown, and rowsBeyond for those that should not be.
   */
  async reviews(reviews: readonly Review[]): Promise<void> {
    const stored = await this.#db.reviews.bulkGet(reviews.map((each) => each.operationId));
    reviews.forEach((review, index) => {
      if (Differences.isSame(review, stored[index])) this.#reviews.delete(review.operationId);
      else this.#reviews.set(review.operationId, review);
    });
  }

  /** No later step will count a review elsewhere. */
  reviewsKnown(): void {
    this.#plan('reviews', [...this.#reviews.values()], []);
    this.#reviews.clear();
  }

  /** Removes the rows of `table` whose key is none of `keys`. */
  async rowsBeyond(table: string, keys: ReadonlySet<string>): Promise<void> {
    const stored = (await this.#db.table(table).toCollection().primaryKeys()) as string[];
    this.#plan(
      table,
      [],
      stored.filter((key) => !keys.has(key)),
    );
  }

  async operations(
    differing: readonly {
      readonly row: OperationRow;
      readonly standing: OperationRow['standing'];
      readonly undo: readonly RowBefore[];
    }[],
  ): Promise<void> {
    if (differing.length === 0) return;
    this.#count('operations', differing.length);
    const { operations, changeParts } = this.#db;
    this.#writes.push(() =>
      this.#db.transaction('rw', operations, changeParts, async () => {
        for (const { row: old, standing, undo } of differing) {
          const { undo: _undo, parts: _parts, standing: _standing, ...plain } = old;
          const { row, parts } = withUndoRows(standing ? { ...plain, standing } : plain, undo);
          const own = changeParts.where('[operationId+part]').between([row.id], [row.id, []]);
          await Promise.all([own.delete(), operations.put(row)]);
          if (parts.length > 0) await changeParts.bulkAdd(parts);
        }
      }),
    );
  }

  /** Writes all that differs. */
  async write(): Promise<void> {
    if (this.#writes.length === 0) return;
    await this.#db.device
      .where('id')
      .equals('device')
      .modify((device) => {
        device.mustRebuild = true;
        device.rebuilds = (device.rebuilds ?? 0) + 1;
        device.writes = writesAfter(device);
      });
    for (const write of this.#writes) await write();
  }

  /** All is written, and so many cards are in sight: the next start need not do it again. */
  async end(
    deferred: readonly { readonly kind: string; readonly version: number }[],
    cardsInSight: number,
  ) {
    await this.#db.device
      .where('id')
      .equals('device')
      .modify((device) => {
        delete device.mustRebuild;
        device.cardsInSight = cardsInSight;
        device.writes = writesAfter(device);
        if (deferred.length > 0) device.deferred = unique(deferred);
        else delete device.deferred;
      });
  }

  async *#pages<Row>(
    table: string,
    keyOf: (row: Row) => IndexableType,
  ): AsyncGenerator<readonly Row[]> {
    for (let after: IndexableType | undefined; ; ) {
      const rows = this.#db.table(table);
      const from = after === undefined ? rows.toCollection() : rows.where(':id').above(after);
      const page = (await from.limit(PAGE).toArray()) as Row[];
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = keyOf(last);
    }
  }

  #plan(table: string, put: readonly unknown[], gone: readonly IndexableType[]): void {
    this.#count(table, put.length + gone.length);
    for (let from = 0; from < put.length; from += PAGE) {
      this.#writes.push(() => this.#db.table(table).bulkPut(put.slice(from, from + PAGE)));
    }
    for (let from = 0; from < gone.length; from += PAGE) {
      this.#writes.push(() => this.#db.table(table).bulkDelete(gone.slice(from, from + PAGE)));
    }
  }

  #count(table: string, rows: number): void {
    if (rows > 0) this.byTable[table] = (this.byTable[table] ?? 0) + rows;
  }
}

function unique<Each>(list: readonly Each[]): Each[] {
  return [...new Map(list.map((each) => [canonical(each), each])).values()];
}
