import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { inJournalBucket } from '../../../src/platform/files/journal-folder.ts';
import { createWebPlatform } from '../../../src/platform/web.ts';
import { openBucket } from '../../../src/store/place/place.ts';

/** What a session of Chromium's own protocol can do, of what is used here. */
interface Session {
  send(method: string, asked: object): Promise<unknown>;
}
/** What a storage bucket says of itself. */
interface Said {
  persisted(): Promise<boolean>;
}
interface Buckets {
  open(name: string): Promise<Said>;
  keys(): Promise<readonly string[]>;
  delete(name: string): Promise<void>;
}

const buckets = () => (navigator as unknown as { storageBuckets: Buckets }).storageBuckets;

/** As where a person lets this address keep its data for good, or does not. */
async function keeping(setting: 'granted' | 'denied'): Promise<void> {
  const session = cdp() as unknown as Session;
  const permission = { name: 'persistent-storage' };
  await session.send('Browser.setPermission', { permission, setting, origin: location.origin });
}

async function withoutBuckets(): Promise<void> {
  for (const name of await buckets().keys()) await buckets().delete(name);
}
beforeEach(withoutBuckets);
afterEach(async () => {
  await keeping('denied');
  await withoutBuckets();
});

test('[STORE-10] the buckets of cards and journal are kept for good and write through to the disk', async () => {
  await keeping('granted');
  const open = vi.spyOn(buckets(), 'open');
  const cards = await openBucket('rounds-cards');
  expect(await cards?.persisted()).toBe(true);
  const isJournalKept = (bucket: unknown) => (bucket as Said).persisted();
  expect(await inJournalBucket(isJournalKept)).toBe(true);
  // Chromium does not say of a bucket how it writes.
  const asked = { persisted: true, durability: 'strict' };
  expect(open.mock.calls).toEqual([
    ['rounds-cards', asked],
    ['rounds-journal', asked],
  ]);
  open.mockRestore();
});

test('[STORE-10] whether all is kept is said of each bucket, and one that was not is asked again', async () => {
  await keeping('denied');
  await openBucket('rounds-cards');
  const plain = await buckets().open('another');
  expect(await createWebPlatform().keepStorage()).toBe(false);
  await keeping('granted');
  expect(await createWebPlatform().keepStorage()).toBe(true);
  expect(await plain.persisted()).toBe(true);
  expect(await (await buckets().open('rounds-cards')).persisted()).toBe(true);
});
