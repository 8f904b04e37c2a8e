import { type DeviceId, operationIdOf } from '../../kernel/ids.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';

/** A number no device's operations reach: ids are ten digits (operationIdOf). */
const LAST_COUNTER = 9_999_999_999;

/** A device's own operations, the newest first, in pages. */
export async function* newestOf(
  db: RoundsDatabase,
  deviceId: DeviceId,
): AsyncGenerator<readonly OperationRow[]> {
  for (let before = operationIdOf(deviceId, LAST_COUNTER); ; ) {
    const page = await db.operations
      .where('id')
      .between(operationIdOf(deviceId, 0), before, true, false)
      .reverse()
      .limit(50)
      .toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    before = last.id;
  }
}

/** The number after the last that `db` has of the device; 0: it has none. Damaged rows say nothing. */
export async function nextNumberOf(db: RoundsDatabase, deviceId: DeviceId): Promise<number> {
  for await (const page of newestOf(db, deviceId)) {
    const newest = page.find(({ counter }) => Number.isSafeInteger(counter));
    if (newest) return newest.counter + 1;
  }
  return 0;
}
