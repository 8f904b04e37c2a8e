import { UPGRADES } from '../migrations/upgrades.ts';
import { Dexie, type IndexableType, type Table } from 'dexie';
import { canonical } from '../../kernel/canonical.ts';
import { logPages } from '../log/log-rows.ts';
import { SIGNPOST_VERSION } from './place.ts';
import { RoundsDatabase } from '../schema.ts';

/** Hears how many rows are copied, of how many. */
type Copying = (done: number, total: number) => unknown;

/** Rows copied in one transaction; contents of media files, which may be large, in few at a time. */
const PAGE = 2000;
const PAGE_OF_BLOBS = 20;

/** A window that closes, or was killed, lets go within a moment; one that is used does not. */
const PATIENCE_MILLIS = 4_000;

/**
 * Carries the database of the browser's common place over to where `to` is, whole or not at all, and
 * leaves a signpost there. `isThere`: there is one. The row that numbers this device's operations is
 * copied last: without it the copy is not whole, and is made anew at the next start. Where `to` holds
 * a collection already, the steps of the other are added to it.
 */
export async function moveIn(to: RoundsDatabase, isThere: boolean, watch?: Copying): Promise<void> {
  if (isThere) {
    const from = new RoundsDatabase({ name: to.name }, indexedDB, UPGRADES);
    let patience: ReturnType<typeof setTimeout> | undefined;
    const blocked = new Promise<never>((_, reject) => {
      const wait = (): void => {
        patience ??= setTimeout(() => reject(new StillUsed()), PATIENCE_MILLIS);
      };
      for (const db of [from, to]) db.on('blocked', wait);
    });
    blocked.catch(() => undefined);
    try {
      await Promise.race([blocked, Promise.all([from.open(), to.open()])]);
      if (!(await to.device.get('device'))) await copy(from, to, watch);
      if (!(await isSame(from, to))) await addSteps(from, to);
      await Promise.race([blocked, from.delete()]);
    } finally {
      clearTimeout(patience);
      from.close();
      to.close();
    }
  }
  await putSignpost(to.name);
}

/** A window of an older Rounds has the database open, and does not let go of it. */
export class StillUsed extends Error {}

/** Whether `to` is what was copied from `from`. */
async function isSame(from: RoundsDatabase, to: RoundsDatabase): Promise<boolean> {
  const [own, copied] = await Promise.all([from.device.get('device'), to.device.get('device')]);
  if (canonical(own) !== canonical(copied)) return false;
  const equal = await Promise.all(
    from.tables.map(async ({ name }) => {
      const [there, here] = await Promise.all([from.table(name).count(), to.table(name).count()]);
      return there === here;
    }),
  );
  return equal.every((each) => each);
}

/** An older program has gone on in the common place, or begun anew there. */
async function addSteps(from: RoundsDatabase, to: RoundsDatabase): Promise<void> {
  const { receive } = await import('../log/receive.ts');
  for await (const page of logPages(from)) {
    await receive(
      to,
      page.map(({ operation }) => operation),
    );
  }
  await copyTable(from.blobs, to.blobs, PAGE_OF_BLOBS);
}

async function copy(from: RoundsDatabase, to: RoundsDatabase, watch?: Copying): Promise<void> {
  const tables = from.tables.filter(({ name }) => name !== 'device');
  const counts = await Promise.all(tables.map((table) => table.count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  await to.transaction('rw', to.tables, () => Promise.all(to.tables.map((table) => table.clear())));
  for (const table of tables) {
    const size = table.name === 'blobs' ? PAGE_OF_BLOBS : PAGE;
    await copyTable(table, to.table(table.name), size, (rows) => {
      done += rows;
      return watch?.(done, total);
    });
  }
  const device = await from.device.get('device');
  if (device) await to.device.add(device);
}

async function copyTable(
  from: Table,
  to: Table,
  size: number,
  copied: (rows: number) => unknown = () => {},
): Promise<void> {
  for (let after: IndexableType = Dexie.minKey; ; ) {
    const page = from.where(':id').above(after).limit(size);
    const [keys, rows] = await Promise.all([page.primaryKeys(), page.toArray()]);
    const last = keys.at(-1);
    if (last === undefined) return;
    await to.bulkPut(rows);
    after = last as IndexableType;
    await copied(rows.length);
  }
}

function putSignpost(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, SIGNPOST_VERSION);
    opening.onerror = () => reject(opening.error);
    // It would be waited for as long as that window is open.
    opening.onblocked = () => setTimeout(() => reject(new StillUsed()), PATIENCE_MILLIS);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
