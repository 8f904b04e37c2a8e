import type { OperationId } from '../../kernel/ids.ts';
import type { RoundsDatabase } from '../schema.ts';

/**
 * Which of many steps were taken back, in one request: asked for one by one, two thousand took a third
 * of a second. Of few among many, ask for each.
 */
export async function undoneAmong(
  db: RoundsDatabase,
  ids: readonly OperationId[],
): Promise<ReadonlySet<OperationId>> {
  let [first, last] = [ids[0], ids[0]];
  for (const id of ids) {
    if (first === undefined || id < first) first = id;
    if (last === undefined || id > last) last = id;
  }
  if (first === undefined) return new Set();
  return new Set(await db.undone.where('target').between(first, last, true, true).primaryKeys());
}
