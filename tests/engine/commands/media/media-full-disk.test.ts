import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMedia } from '../../../../src/engine/commands/media/media.ts';
import { readBlob } from '../../../../src/store/media/blobs.ts';
import {
  accepted,
  everyRow,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';
import { leaveSpace, nearlyFullDisk, usualDisk } from '../../../support/full-disk.ts';
import { noise, PNG } from '../../../support/media-files.ts';

let deps: TestDeps;
beforeEach(async () => {
  await nearlyFullDisk();
  deps = await withSampleDeck(2);
});
afterEach(async () => {
  deps.close();
  await usualDisk();
});

test('[MEDIA-8] on a really full disk a file is refused in words, nothing is half there, and later it fits', async () => {
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
