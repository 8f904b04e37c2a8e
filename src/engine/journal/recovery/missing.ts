import type { DeviceId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import { nextNumberOf } from '../../../store/device/newest-of.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { type JournalEnd, reachedIn, readEnds } from '../ends.ts';
import { readInForce } from '../in-force.ts';

/** What the journal has of each device and the database lacks, by number. */
export interface Missing {
  readonly operations: number;
  /** From which number on, by device. */
  readonly from: ReadonlyMap<DeviceId, number>;
  /** The number after the last that the journal has and that is in force, by device. */
  readonly to: ReadonlyMap<DeviceId, number>;
  /** The database has not one operation. */
  readonly isAll: boolean;
  /** There is no journal but the one in the folder of the person's own. */
  readonly isFromFolder?: boolean;
  /** There is no journal, and a copy has them; their devices are known when it is read. */
  readonly isFromCopies?: boolean;
}

/** What a journal has and the database lacks, wherever it lies; undefined: nothing. */
export async function missingOf(
  store: RoundsDatabase,
  files: JournalFiles,
): Promise<Result<Missing | undefined>> {
  const ends = await readEnds(files);
  return ends.ok ? missingFrom(store, files, ends.value) : ends;
}

export async function missingFrom(
  store: RoundsDatabase,
  files: JournalFiles,
  ends: ReadonlyMap<DeviceId, JournalEnd>,
): Promise<Result<Missing | undefined>> {
  const inForce = await readInForce(files);
  if (!inForce.ok) return inForce;
  const saidLost = (await store.device.get('device'))?.saidLost ?? {};
  const from = new Map<DeviceId, number>();
  const to = new Map<DeviceId, number>();
  let operations = 0;
  for (const [deviceId, end] of reachedIn(ends)) {
    const next = Math.min(end, inForce.value.get(deviceId) ?? end);
    const here = Math.max(await nextNumberOf(store, deviceId), saidLost[deviceId] ?? 0);
    if (next <= here) continue;
    from.set(deviceId, here);
    to.set(deviceId, next);
    operations += next - here;
  }
  if (operations === 0) return ok(undefined);
  return ok({ operations, from, to, isAll: (await store.operations.count()) === 0 });
}

/** The numbers of this device's own steps that are elsewhere are given to no others. */
export async function giveNoNumberBefore(
  store: RoundsDatabase,
  to: ReadonlyMap<DeviceId, number>,
): Promise<void> {
  await store.transaction('rw', store.device, async () => {
    const device = await store.device.get('device');
    const next = device && (to.get(device.deviceId) ?? 0);
    if (!device || next === undefined || next <= device.nextCounter) return;
    await store.device.put({ ...device, nextCounter: next });
  });
}

/**
 * The person knows that what is missing yet cannot be put back: it is not missed at the next start,
 * and its numbers are not given to other steps, which would hide it in the journal.
 */
export async function letBeLost(
  store: RoundsDatabase,
  { to, isFromCopies }: Missing,
): Promise<void> {
  await store.transaction('rw', store.device, async () => {
    const device = await store.device.get('device');
    if (!device) return;
    await store.device.put({
      ...device,
      nextCounter: Math.max(device.nextCounter, to.get(device.deviceId) ?? 0),
      ...(isFromCopies ? { hasReadCopies: true } : {}),
      saidLost: { ...device.saidLost, ...Object.fromEntries(to) },
    });
  });
}
