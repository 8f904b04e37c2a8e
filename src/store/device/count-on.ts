import type { RoundsDatabase } from '../schema.ts';
import { nextNumberOf } from './newest-of.ts';

/**
 * The next number and time of this device come after all that stand in the log under its name,
 * whatever the device's row has come to say: a number given twice would be refused for ever.
 */
export async function countOn(db: RoundsDatabase): Promise<void> {
  await db.transaction('rw', db.device, db.operations, async () => {
    const device = await db.device.get('device');
    if (!device) return;
    const [next, last] = await Promise.all([
      nextNumberOf(db, device.deviceId),
      db.operations.orderBy('logicalMillis').last(),
    ]);
    const after = last?.logicalMillis ?? 0;
    const { nextCounter, logicalMillis } = device;
    const isSound =
      Number.isSafeInteger(nextCounter) &&
      nextCounter >= next &&
      Number.isFinite(logicalMillis) &&
      logicalMillis >= after;
    if (isSound) return;
    await db.device.put({
      ...device,
      nextCounter: Number.isSafeInteger(nextCounter) ? Math.max(nextCounter, next) : next,
      logicalMillis: Number.isFinite(logicalMillis) ? Math.max(logicalMillis, after) : after,
    });
  });
}
