import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MediaFile, MediaName } from '../../../src/domain/media/media-file.ts';
import { sha256Of } from '../../../src/kernel/sha256.ts';
import { putBlobs, readBlob, soundBlob } from '../../../src/store/media/blobs.ts';
import type { Content } from '../../../src/store/media/bundles.ts';
import { readLeftOver, removeBlobs } from '../../../src/store/media/left-over.ts';
import { accepted, type TestDeps, testDeps } from '../../support/deps.ts';
import { noise } from '../../support/media-files.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(() => deps.close());

const MB = 1024 * 1024;

/** Contents of these sizes, each another. */
function contents(...sizes: readonly number[]): Promise<Content[]> {
  return Promise.all(
    sizes.map(async (size, at) => {
      const bytes = noise(size);
      bytes.fill(at, 0, Math.min(size, 4));
      return { sha256: await sha256Of(bytes), bytes };
    }),
  );
}

async function put(some: readonly Content[]): Promise<void> {
  accepted(await putBlobs(deps.store, some));
}

async function expectSound(some: readonly Content[]): Promise<void> {
  // What is given back has the hash that it is asked for by.
  for (const { sha256, bytes } of some) {
    expect((await soundBlob(deps.store, sha256))?.length).toBe(bytes.length);
  }
}

function named(sha256: string, bytes: number): MediaFile {
  return { id: `${sha256}.png` as MediaName, sha256, bytes, type: 'image/png', addedAtMillis: 0 };
}

test('[MEDIA-17] small contents that come together are one blob, and each comes back as it was', async () => {
  const some = await contents(700, 0, 90_000, MB, MB + 4, 8);
  await put([...some, ...some]);
  const rows = await deps.store.blobs.toArray();
  expect(rows.filter(({ blob }) => blob).map(({ sha256 }) => sha256)).toEqual([some[4]?.sha256]);
  expect(await deps.store.bundles.count()).toBe(1);
  await expectSound(some);
  const shown = await readBlob(deps.store, { sha256: some[2]?.sha256 ?? '', type: 'image/png' });
  expect([shown?.type, shown?.size]).toEqual(['image/png', 90_000]);
});

test('[MEDIA-17] one that comes alone, or is there already, is in no bundle', async () => {
  const [one, two, three] = (await contents(10, 20, 30)) as [Content, Content, Content];
  await put([one]);
  await put([one, two]);
  expect(await deps.store.bundles.count()).toBe(0);
  await put([one, two, three]);
  expect(await deps.store.bundles.count()).toBe(0);
  await expectSound([one, two, three]);
});

test('[MEDIA-5] what a damaged bundle held is written anew, and parts of it alone', async () => {
  const some = await contents(500, 600, 700);
  await put(some);
  const [bundle] = await deps.store.bundles.toArray();
  if (!bundle) throw new Error('no bundle');
  await deps.store.bundles.put({ ...bundle, blob: bundle.blob.slice(0, 1_000) });
  expect(await soundBlob(deps.store, some[2]?.sha256 ?? '')).toBeUndefined();
  await expectSound(some.slice(0, 1));
  await put(some);
  await expectSound(some);
});

test('[MEDIA-18] freeing space keeps what is used, and gives back the room of the rest', async () => {
  const some = await contents(5_000, 6_000, 7_000);
  const others = await contents(800, 900);
  await put(some);
  await put(others);
  await deps.store.media.bulkAdd(
    [some[0], some[2]].flatMap((each) => (each ? [named(each.sha256, each.bytes.length)] : [])),
  );
  const leftOver = await readLeftOver(deps.store, 0);
  expect(leftOver.map(({ bytes }) => bytes).sort()).toEqual([6_000, 800, 900]);
  expect(accepted(await removeBlobs(deps.store, leftOver))).toBe(7_700);
  expect((await deps.store.bundles.toArray()).map(({ blob }) => blob.size)).toEqual([12_000]);
  await expectSound([some[0], some[2]].flatMap((each) => each ?? []));
  expect(await deps.store.blobs.count()).toBe(2);

  // The same files come again, and go again: a bundle is never taken for another.
  await put(some);
  await deps.store.blobs.bulkDelete(some.map(({ sha256 }) => sha256));
  await put(some);
  await deps.store.media.delete(`${some[2]?.sha256}.png`);
  accepted(await removeBlobs(deps.store, await readLeftOver(deps.store, 0)));
  await expectSound(some.slice(0, 1));
  expect((await deps.store.bundles.toArray()).map(({ blob }) => blob.size)).toEqual([5_000]);
});

test('[MEDIA-18] of a bundle that cannot be read whole, nothing that is used is given up', async () => {
  const some = await contents(500, 600);
  await put(some);
  const [bundle] = await deps.store.bundles.toArray();
  if (!bundle) throw new Error('no bundle');
  await deps.store.media.add(named(some[0]?.sha256 ?? '', 500));
  await deps.store.bundles.put({ ...bundle, blob: bundle.blob.slice(0, 550) });
  accepted(await removeBlobs(deps.store, await readLeftOver(deps.store, 0)));
  await expectSound(some.slice(0, 1));
});
