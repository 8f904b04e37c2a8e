import type { Card } from '../domain/collection/card.ts';
import { type Change, TABLE_NAMES } from '../domain/collection/rows.ts';
import { laneOf } from '../domain/study/lane.ts';
import { talliesChanged } from '../domain/study/tallies-changed.ts';
import type { KeptCounts } from './kept-counts.ts';
import type { WatchNow } from '../kernel/watch.ts';
import { stopUnless } from './log/planned.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** Rows written in one request. */
const PUT_SIZE = 1000;

/**
 * Writes rows and the kept counts that follow from them. Inside the caller's transaction.
 * `cards`: as they were, every card of every note that a change touches.
 */
export async function writeChanges(
  db: RoundsDatabase,
  changes: readonly Change[],
  cards: ReadonlyMap<string, Card>,
  counts: KeptCounts,
  watch: WatchNow = () => true,
): Promise<void> {
  let done = 0;
  const put = async (name: string, rows: readonly unknown[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += PUT_SIZE) {
      const some = rows.slice(from, from + PUT_SIZE);
      await db.table(name).bulkPut(some);
      done += some.length;
      stopUnless(watch(done, changes.length));
    }
  };
  const remove = async (name: string, keys: readonly string[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += PUT_SIZE) {
      const some = keys.slice(from, from + PUT_SIZE);
      await db.table(name).bulkDelete(some);
      done += some.length;
      stopUnless(watch(done, changes.length));
    }
  };
  const writes: Promise<unknown>[] = [counts.change(talliesChanged(changes, cards))];
  for (const name of TABLE_NAMES) {
    const own = changes.filter((change) => change.table === name);
    const removed = own.filter((change) => change.after === undefined);
    const rows = own.flatMap((change) => {
      if (change.after === undefined) return [];
      return [change.table === 'cards' ? rowOf(change.after) : change.after];
    });
    if (rows.length > 0) writes.push(put(name, rows));
    if (removed.length > 0)
      writes.push(
        remove(
          name,
          removed.map((change) => change.key),
        ),
      );
  }
  await Promise.all(writes);
}

/** A card with the keys its queue is read by. */
export function rowOf(card: Card): CardRow {
  return { ...card, ...laneOf(card) };
}
