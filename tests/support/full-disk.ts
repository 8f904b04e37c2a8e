import { Dexie } from 'dexie';
import { cdp } from 'vitest/browser';
import { freshName } from './deps.ts';

const usual = Dexie.dependencies.indexedDB;

/**
 * Databases opened from now on live in a storage bucket of their own, in which there is little
 * space: the browser reckons for seconds with the space it once found in another.
 */
export async function nearlyFullDisk(): Promise<void> {
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
  };
  Dexie.dependencies.indexedDB = (await storageBuckets.open(freshName())).indexedDB;
  await leaveSpace(1_000_000);
}

export async function usualDisk(): Promise<void> {
  await leaveSpace(undefined);
  Dexie.dependencies.indexedDB = usual;
}

/** The browser's own limit for this page, as a full disk sets it; undefined lifts it. */
export async function leaveSpace(bytes: number | undefined): Promise<void> {
  const session = cdp() as unknown as {
    send(method: string, params: object): Promise<{ readonly usage: number }>;
  };
  const { origin } = location;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: usage + bytes }),
  });
}
