import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { addMedia } from '../../src/operations/media.ts';
import { readBlob } from '../../src/store/media.ts';
import {
  accepted,
  everyRow,
  freshName,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';
import { noise, PNG } from '../support/media-files.ts';

let deps: TestDeps;
const usual = Dexie.dependencies.indexedDB;
beforeEach(async () => {
  // A bucket of its own: the browser reckons for seconds with the space it once found in another.
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
  };
  Dexie.dependencies.indexedDB = (await storageBuckets.open(freshName())).indexedDB;
  await leaveSpace(1_000_000);
  deps = await withSampleDeck(2);
});
afterEach(async () => {
  await leaveSpace(undefined);
  deps.close();
  Dexie.dependencies.indexedDB = usual;
});

/** The browser's own limit for this page, as a full disk sets it; undefined lifts it. */
async function leaveSpace(bytes: number | undefined): Promise<void> {
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

test('[M8] on a really full disk a file is refused in words, nothing is half there, and later it fits', async () => {
  const small = accepted(await addMedia(deps, new File([PNG], 'small.png')));
  const before = await everyRow(deps);
  const large = new File([PNG, noise(8 * 1024 * 1024)], 'large.png');
  expect(problemOf(await addMedia(deps, large))).toEqual({
    what: 'The disk is full, so the change could not be saved.',
    kept: 'Everything saved before is kept; this change was not saved.',
    todo: 'Free some space on this disk, then try again.',
  });
  expect(await everyRow(deps)).toEqual(before);
  expect(await (await readBlob(deps.store, small))?.bytes()).toEqual(PNG);
  await leaveSpace(undefined);
  const added = accepted(await addMedia(deps, large));
  const back = await (await readBlob(deps.store, added))?.arrayBuffer();
  expect(await sha256Of(back)).toBe(await sha256Of(await large.arrayBuffer()));
  expect(back?.byteLength).toBe(large.size);
});

async function sha256Of(bytes = new ArrayBuffer()): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();
}
