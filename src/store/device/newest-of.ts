import { type DeviceId, operationIdOf } from '../../kernel/ids.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';

/** A number no device's operations reach: ids are ten digits (operationIdOf). */
const LAST_COUNTER = 9_999_999_999;

const PAGE = 50;

/** A device's own operations, the newest first, in pages; in the first, as many as `first`. */
export async function* newestOf(
  db: RoundsDatabase,
  deviceId: DeviceId,
  first = PAGE,
): AsyncGenerator<readonly OperationRow[]> {
  let size = first;
  for (let before = operationIdOf(deviceId, LAST_COUNTER); ; size = PAGE) {
    const page = await db.operations
      .where('id')
      .between(operationIdOf(deviceId, 0), before, true, false)
      .reverse()
      .limit(size)
      .toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    before = last.id;
  }
}

/** The number after the last that `db` has of the device; 0: it has none. Damaged rows say nothing. */
export async function nextNumberOf(db: RoundsDatabase, deviceId: DeviceId): Promise<number> {
  for await (const page of newestOf(db, deviceId, 1)) {
    const newest = page.find(({ counter }) => Number.isSafeInteger(counter));
    if (newest) return newest.counter + 1;
  }
  return 0;
}
