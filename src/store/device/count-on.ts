import type { DeviceId } from '../../kernel/ids.ts';
import type { DeviceRow, RoundsDatabase } from '../schema.ts';
import { nextNumberOf } from './newest-of.ts';

/**
 * The next number and time of this device come after all that stand in the log under its name,
 * whatever the device's row has come to say: a number given twice would be refused for ever.
 * `newDeviceId`: asked once, on a new profile, to name the device.
 */
export function countOn(
  db: RoundsDatabase,
  newDeviceId?: () => string,
): Promise<DeviceRow | undefined> {
  return db.transaction('rw', db.device, db.operations, async () => {
    const device = await db.device.get('device');
    if (!device) return newDeviceId && named(db, newDeviceId() as DeviceId);
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
    if (isSound) return device;
    const counted = {
      ...device,
      nextCounter: Number.isSafeInteger(nextCounter) ? Math.max(nextCounter, next) : next,
      logicalMillis: Number.isFinite(logicalMillis) ? Math.max(logicalMillis, after) : after,
    };
    await db.device.put(counted);
    return counted;
  });
}

async function named(db: RoundsDatabase, deviceId: DeviceId): Promise<DeviceRow> {
  const device = {
    id: 'device',
    deviceId,
    nextCounter: 0,
    logicalMillis: 0,
    cardsInSight: 0,
  } as const;
  await db.device.add(device);
  return device;
}
