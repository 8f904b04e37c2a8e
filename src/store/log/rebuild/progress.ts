import { TABLE_NAMES } from '../../../domain/collection/rows.ts';
import type { WatchNow } from '../../../kernel/watch.ts';
import type { RoundsDatabase } from '../../schema.ts';
import { stopUnless } from '../planned.ts';

/** Operations replayed and rows compared, of all there are. */
export class RebuildProgress {
  readonly #watch: WatchNow;
  readonly #total: number;
  #done = 0;

  constructor(watch: WatchNow, total: number) {
    this.#watch = watch;
    this.#total = total;
  }

  static async over(db: RoundsDatabase, watch: WatchNow): Promise<RebuildProgress> {
    const tables = ['operations', ...TABLE_NAMES];
    const counts = await Promise.all(tables.map((name) => db.table(name).count()));
    return new RebuildProgress(
      watch,
      counts.reduce((sum, count) => sum + count, 0),
    );
  }

  beginAnew(): void {
    this.#done = 0;
  }

  /** There may be more rows than there were. */
  add(looked: number): void {
    this.#done += looked;
    stopUnless(this.#watch(Math.min(this.#done, this.#total), this.#total));
  }

  /** All is done, and cannot be stopped any more; there may be fewer rows than there were. */
  end(): void {
    this.#watch(this.#total, this.#total);
  }
}
