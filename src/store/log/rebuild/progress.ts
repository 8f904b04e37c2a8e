import { TABLE_NAMES } from '../../../domain/collection/rows.ts';
import type { WatchNow } from '../../../kernel/watch.ts';
import type { RoundsDatabase } from '../../schema.ts';
import { stopUnless } from '../planned.ts';

/** Of the work on steps that are only just written: the rows that come of them, as measured. */
const ROWS_A_STEP = 0.25;

/** Operations replayed and rows compared, of all there are. */
export class RebuildProgress {
  readonly #watch: WatchNow;
  readonly #total: number;
  #done = 0;
  /** How much of the total one more row is. */
  #weight = 1;

  constructor(watch: WatchNow, total: number) {
    this.#watch = watch;
    this.#total = total;
  }

  /** `more`: steps that are not in the log yet. */
  static async over(db: RoundsDatabase, watch: WatchNow, more: number): Promise<RebuildProgress> {
    const tables = ['operations', ...TABLE_NAMES];
    const counts = await Promise.all(tables.map((name) => db.table(name).count()));
    const toWrite = Math.ceil(more * (1 + ROWS_A_STEP));
    return new RebuildProgress(
      watch,
      counts.reduce((sum, count) => sum + count, toWrite),
    );
  }

  beginAnew(): void {
    this.#done = 0;
  }

  /** What is left are so many rows; there may be more or fewer than there were. */
  restIs(rows: number): void {
    this.#weight = rows > 0 ? (this.#total - this.#done) / rows : 0;
  }

  add(looked: number): void {
    this.#done = Math.min(this.#total, this.#done + looked * this.#weight);
    stopUnless(this.#watch(Math.round(this.#done), this.#total));
  }

  /** All is done, and cannot be stopped any more. */
  end(): void {
    this.#watch(this.#total, this.#total);
  }
}
