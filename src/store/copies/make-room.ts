import type { DeviceId } from '../../kernel/ids.ts';
import { writesAfter } from '../device/writes.ts';
import type { RoundsDatabase } from '../schema.ts';

/** What stays where a collection makes room for another: contents by hash, and what is half written. */
const STAYING = ['device', 'blobs', 'drafts'];

/**
 * Empties the collection for another one. The steps that are done from then on are those of
 * `deviceId`: the numbers of this device's old name were given, and stand in the journal.
 */
export async function makeRoom(db: RoundsDatabase, deviceId: DeviceId): Promise<void> {
  const tables = db.tables.filter(({ name }) => !STAYING.includes(name));
  await db.transaction('rw', [...tables, db.device], async () => {
    const device = await db.device.get('device');
    if (!device) return;
    const { id, replacing, savedOutsideDay, outside, rebuilds } = device;
    for (const table of tables) await table.clear();
    await db.device.put({
      id,
      deviceId,
      nextCounter: 0,
      logicalMillis: 0,
      cardsInSight: 0,
      writes: writesAfter(device),
      ...(rebuilds === undefined ? {} : { rebuilds }),
      ...(replacing ? { replacing } : {}),
      ...(savedOutsideDay === undefined ? {} : { savedOutsideDay }),
      ...(outside ? { outside } : {}),
    });
  });
}
