import type { Review } from '../../domain/collection/review.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { inLogOrder } from '../../log/envelope.ts';
import { LogReplay, type Outcome } from '../../log/replay/replay.ts';
import { withBodies } from '../log/log-rows.ts';
import { rowsById } from '../log/rebuild/rows-by-id.ts';
import type { OperationRow, RoundsDatabase, UndoneRow } from '../schema.ts';
import type { LookedAt } from './look-progress.ts';
import { readableRows, type UnreadRow } from './readable.ts';

/** What all operations add up to. */
interface WorkedOut {
  readonly replay: LogReplay;
  readonly operations: number;
  readonly lastOwn: number;
  readonly reviews: ReadonlyMap<string, Review>;
  readonly undone: ReadonlyMap<string, UndoneRow>;
}

/** Works all operations out that can be read. They are read by their ids: an index may be broken too. */
export async function replayed(
  db: RoundsDatabase,
  unreadable: UnreadRow[],
  progress: LookedAt,
): Promise<WorkedOut> {
  const device = await db.device.get('device');
  const places: { id: OperationId; logicalMillis: number }[] = [];
  const targets = new Set<OperationId>();
  let lastOwn = -1;
  for await (const page of readableRows<OperationRow>(db.operations as never, unreadable)) {
    for (const { row } of page) {
      const { id, logicalMillis } = row;
      places.push({ id, logicalMillis });
      if ('target' in (row.body ?? {})) targets.add((row.body as { target: OperationId }).target);
      if (row.deviceId === device?.deviceId) lastOwn = Math.max(lastOwn, row.counter);
    }
    await progress(0);
  }
  places.sort((a, b) => inLogOrder(a, b));
  const replay = new LogReplay({ wanted: targets });
  const reviews = new Map<string, Review>();
  const undone = new Map<string, UndoneRow>();
  for (let from = 0; from < places.length; from += OPERATIONS_AT_ONCE) {
    const ids = places.slice(from, from + OPERATIONS_AT_ONCE).map(({ id }) => id);
    for (const { operation } of await withBodies(db, await rowsAt(db, ids))) {
      count(replay.take(operation), reviews, undone);
    }
    await progress(ids.length);
  }
  return { replay, operations: places.length, lastOwn, reviews, undone };
}

const OPERATIONS_AT_ONCE = 1000;

/** In log order. Where one between them cannot be read, each is looked up by itself. */
async function rowsAt(db: RoundsDatabase, ids: readonly OperationId[]): Promise<OperationRow[]> {
  const byId = await rowsById(db.operations, ids, ({ id }) => id).catch(() => undefined);
  if (byId) return ids.flatMap((id) => byId.get(id) ?? []);
  const rows = await db.operations.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

function count(
  outcome: Outcome,
  reviews: Map<string, Review>,
  undone: Map<string, UndoneRow>,
): void {
  const { is } = outcome;
  if (is !== 'applied' && is !== 'redone' && is !== 'undone') return;
  const { operation, review, recounted = [], target } = outcome;
  if (review && is !== 'undone') reviews.set(review.operationId, review);
  for (const { after } of recounted) {
    if (reviews.has(after.operationId)) reviews.set(after.operationId, after);
  }
  if (is === 'redone' && target) undone.delete(target.id);
  if (is === 'undone' && target) {
    const row = { target: target.id, by: operation.id };
    undone.set(target.id, review ? { ...row, cardId: review.cardId } : row);
  }
}
