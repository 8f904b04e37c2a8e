import { TABLE_NAMES } from '../../domain/collection/rows.ts';
import type { WatchNow } from '../../kernel/watch.ts';
import { stopUnless } from '../log/planned.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Tells of rows that were looked at; throws where no more is wanted. */
export type LookedAt = (looked: number) => void;

/** Of all rows of the database, as far as they can be counted. */
export async function progressOver(db: RoundsDatabase, watch: WatchNow): Promise<LookedAt> {
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
  return (looked) => {
    done += looked;
    stopUnless(watch(Math.min(done, total), total));
  };
}
