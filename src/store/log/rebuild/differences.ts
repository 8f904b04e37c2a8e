import type { IndexableType } from 'dexie';
import type { Review } from '../../../domain/collection/review.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { OperationId } from '../../../kernel/ids.ts';
import { writesAfter } from '../../device/writes.ts';
import type { OperationRow, RoundsDatabase } from '../../schema.ts';
import { type RowBefore, withUndoRows } from '../undo-rows.ts';
import { rowsById } from './rows-by-id.ts';

/** Rows compared, and written, in one go. */
const PAGE = 1000;
/** Keys read in one go. */
const KEYS = 10_000;

/**
 * What stands in the tables against what should. Nothing is written until `write`, and then only
 * what differs, some rows at a time; word of it is left in the device's row first, so that a rebuild
 * that is killed on the way is done again at the next start. After a `write` more may be compared.
 */
export class Differences {
  readonly byTable: Record<string, number> = {};
  readonly #db: RoundsDatabase;
  #writes: { readonly rows: number; readonly write: () => Promise<unknown> }[] = [];
  #isSaid = false;
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
    rows: Iterable<Row>,
    keyOf: (row: Row) => IndexableType,
    {
      mayStay = () => false,
      mayLack = () => false,
      storedAs = (row) => row,
    }: {
      readonly mayStay?: (row: Row) => boolean;
      readonly mayLack?: (row: Row) => boolean;
      /** A row as the table has it: made when it is compared or written, and not kept of all at once. */
      readonly storedAs?: (row: Row) => unknown;
    } = {},
  ): Promise<void> {
    const expected = new Map<string, Row>();
    for (const row of rows) expected.set(JSON.stringify(keyOf(row)), row);
    const gone: IndexableType[] = [];
    const put: Row[] = [];
    for await (const page of this.#pages<Row>(table, keyOf)) {
      for (const row of page) {
        const key = JSON.stringify(keyOf(row));
        const wanted = expected.get(key);
        expected.delete(key);
        if (!wanted) {
          if (!mayStay(row)) gone.push(keyOf(row));
        } else if (!Differences.isSame(row, storedAs(wanted))) put.push(wanted);
      }
    }
    for (const row of expected.values()) if (!mayLack(row)) put.push(row);
    this.#plan(table, put, gone, storedAs);
  }

  /**
   * Makes these reviews stand as they should, unless a later step counts them elsewhere; see
   * reviewsKnown, and rowsBeyond for those that should not be.
   */
  async reviews(reviews: readonly Review[]): Promise<void> {
    const stored = await rowsById(
      this.#db.reviews,
      reviews.map((each) => each.operationId),
      (row) => row.operationId,
    );
    reviews.forEach((review) => {
      if (Differences.isSame(review, stored.get(review.operationId)))
        this.#reviews.delete(review.operationId);
      else this.#reviews.set(review.operationId, review);
    });
  }

  /** No later step will count a review elsewhere; one that does compares it anew, once it is written. */
  reviewsKnown(): void {
    this.#plan('reviews', [...this.#reviews.values()], []);
    this.#reviews.clear();
  }

  /** Removes the rows of `table` whose key is none of `keys`. */
  async rowsBeyond(table: string, keys: ReadonlySet<string>): Promise<void> {
    const gone: string[] = [];
    for (let after: string | undefined; ; ) {
      const rows = this.#db.table(table);
      const from = after === undefined ? rows.toCollection() : rows.where(':id').above(after);
      const page = (await from.limit(KEYS).primaryKeys()) as string[];
      gone.push(...page.filter((key) => !keys.has(key)));
      after = page.at(-1);
      if (page.length < KEYS) break;
    }
    this.#plan(table, [], gone);
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
    const written = differing.map(({ row: old, standing, undo }) => {
      const { undo: _undo, parts: _parts, standing: _standing, ...plain } = old;
      return withUndoRows(standing ? { ...plain, standing } : plain, undo);
    });
    const { operations, changeParts } = this.#db;
    const write = () =>
      this.#db.transaction('rw', operations, changeParts, async () => {
        await changeParts.bulkDelete(await this.#partsOf(written.map(({ row }) => row.id)));
        await operations.bulkPut(written.map(({ row }) => row));
        await changeParts.bulkAdd(written.flatMap(({ parts }) => parts));
      });
    this.#writes.push({ rows: written.length, write });
  }

  /** The keys of what stands beside these operations: in one request, because nearly none has any. */
  async #partsOf(ids: readonly OperationId[]): Promise<[string, number][]> {
    const own = new Set<string>(ids);
    const sorted = [...own].sort();
    const keys = (await this.#db.changeParts
      .where('[operationId+part]')
      .between([sorted[0]], [sorted.at(-1), []])
      .primaryKeys()) as [string, number][];
    return keys.filter(([id]) => own.has(id));
  }

  /** Writes all that differs as far as it was compared, and lets go of it. */
  async write(onRows: (rows: number) => void = () => {}): Promise<void> {
    const writes = this.#writes;
    this.#writes = [];
    if (writes.length === 0) return;
    if (!this.#isSaid) await this.#say();
    this.#isSaid = true;
    for (const { rows, write } of writes) {
      await write();
      onRows(rows);
    }
  }

  async #say(): Promise<void> {
    await this.#db.device
      .where('id')
      .equals('device')
      .modify((device) => {
        device.mustRebuild = true;
        device.rebuilds = (device.rebuilds ?? 0) + 1;
        device.writes = writesAfter(device);
      });
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

  #plan<Row>(
    table: string,
    put: readonly Row[],
    gone: readonly IndexableType[],
    storedAs: (row: Row) => unknown = (row) => row,
  ): void {
    this.#count(table, put.length + gone.length);
    const rows = this.#db.table(table);
    for (const page of pagesOf(put)) {
      this.#writes.push({ rows: page.length, write: () => rows.bulkPut(page.map(storedAs)) });
    }
    for (const page of pagesOf(gone)) {
      this.#writes.push({ rows: page.length, write: () => rows.bulkDelete(page) });
    }
  }

  #count(table: string, rows: number): void {
    if (rows > 0) this.byTable[table] = (this.byTable[table] ?? 0) + rows;
  }
}

function pagesOf<Each>(list: readonly Each[]): Each[][] {
  const pages: Each[][] = [];
  for (let from = 0; from < list.length; from += PAGE) pages.push(list.slice(from, from + PAGE));
  return pages;
}

function unique<Each>(list: readonly Each[]): Each[] {
  return [...new Map(list.map((each) => [canonical(each), each])).values()];
}
