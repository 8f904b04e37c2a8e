import type { DeviceRow, RoundsDatabase } from '../schema.ts';

/** How many writes there were on this database; see DeviceRow. */
export function writesOf({ writes }: DeviceRow): number {
  return writes ?? 0;
}

export function writesAfter(device: DeviceRow): number {
  return writesOf(device) + 1;
}

/** The row that numbers this device's operations. */
export async function readDevice(db: RoundsDatabase): Promise<DeviceRow> {
  const device = await db.device.get('device');
  if (!device) throw new Error('the database was opened without a device');
  return device;
}

/** Whether nothing was written between the two: what was read and numbered by one holds for the other. */
export function isSameMoment(one: DeviceRow, other: DeviceRow): boolean {
  return (
    writesOf(one) === writesOf(other) &&
    one.deviceId === other.deviceId &&
    one.nextCounter === other.nextCounter &&
    one.logicalMillis === other.logicalMillis
  );
}
