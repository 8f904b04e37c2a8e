import { Dexie } from 'dexie';
import type { OperationId } from '../../kernel/ids.ts';
import { admitOperation } from '../../log/door.ts';
import type { Operation } from '../../log/operation.ts';
import { unpackBodies } from './payloads.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';

/** Operations read in one request. */
const PAGE = 2000;

/** The log in its order, page by page, with each operation as it was written, not looked at yet. */
export async function* logPages(
  db: RoundsDatabase,
): AsyncGenerator<readonly { readonly row: OperationRow; readonly operation: unknown }[]> {
  let from: readonly [number, string] = [Number.NEGATIVE_INFINITY, ''];
  for (;;) {
    const [millis, id] = from;
    const found = await db.operations
      .where('logicalMillis')
      .aboveOrEqual(millis === Number.NEGATIVE_INFINITY ? Dexie.minKey : millis)
      .limit(PAGE)
      .toArray();
    // Those of the very millisecond at which the page before ended come once more.
    const rows = found.filter((row) => row.logicalMillis > millis || row.id > id);
    const last = rows.at(-1);
    if (!last) return;
    yield await withBodies(db, rows);
    if (found.length < PAGE) return;
    from = [last.logicalMillis, last.id];
  }
}

/** Rows with their operations, as they were written. */
export async function withBodies(
  db: RoundsDatabase,
  rows: readonly OperationRow[],
): Promise<readonly { readonly row: OperationRow; readonly operation: unknown }[]> {
  const bodies = await unpackBodies(
    db,
    rows.map((row) => row.body),
  );
  return rows.map((row, index) => ({ row, operation: { ...stampOf(row), body: bodies[index] } }));
}

/** One operation that this program knows, by its id; undefined where it is none. */
export async function readOperation(
  db: RoundsDatabase,
  id: OperationId,
): Promise<Operation | undefined> {
  const row = await db.operations.get(id);
  if (!row) return undefined;
  const [found] = await withBodies(db, [row]);
  const admitted = admitOperation(found?.operation);
  return admitted.is === 'known' ? admitted.operation : undefined;
}

/** An operation without its body, as its row holds it. */
export function stampOf(row: OperationRow) {
  const { id, deviceId, counter, logicalMillis, atMillis, utcOffsetMinutes, studyDay } = row;
  const { origin, version } = row;
  return {
    id,
    deviceId,
    counter,
    logicalMillis,
    atMillis,
    utcOffsetMinutes,
    studyDay,
    origin,
    version,
  };
}
