import { TABLE_NAMES } from '../../domain/collection/rows.ts';
import type { Watch } from '../../kernel/watch.ts';
import { stopUnless } from '../log/planned.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Tells of rows that were looked at, and waits for the answer; rejects where no more is wanted. */
export type LookedAt = (looked: number) => Promise<void>;

/** Of all rows of the database, as far as they can be counted. */
export async function progressOver(db: RoundsDatabase, watch: Watch): Promise<LookedAt> {
  const names = ['operations', 'reviews', 'undone', ...TABLE_NAMES];
  const counts = await Promise.all(
    names.map((name) =>
      db
        .table(name)
        .count()
        .catch(() => 0),
    ),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  return async (looked) => {
    done += looked;
    stopUnless(await watch(Math.min(done, total), total));
  };
}
