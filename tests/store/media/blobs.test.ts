import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MediaFile, MediaName } from '../../../src/domain/media/media-file.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import {
  putBlob,
  readableContents,
  readBlob,
  readMediaFiles,
  readMediaLike,
  soundBlobs,
} from '../../../src/store/media/blobs.ts';
import { accepted, cardOf, type TestDeps, testDeps, withSampleDeck } from '../../support/deps.ts';
import { encoded, noise, PNG } from '../../support/media-files.ts';

/** From the standard: SHA-256 of the empty text and of 'abc'. */
const SHA_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SHA_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(() => deps.close());

const put = async (bytes: Uint8Array<ArrayBuffer>) =>
  accepted(await putBlob(deps.store, bytes.slice().buffer));

async function read(sha256: string, type = ''): Promise<Uint8Array | undefined> {
  const blob = await readBlob(deps.store, { sha256, type });
  return blob && new Uint8Array(await blob.arrayBuffer());
}

function file(id: string, more: Partial<MediaFile> = {}): MediaFile {
  return { id: id as MediaName, sha256: '', bytes: 3, type: '', addedAtMillis: 0, ...more };
}

test('[MEDIA-5] a content is kept under its SHA-256, byte for byte, and once', async () => {
  expect(await put(encoded('abc'))).toBe(SHA_OF_ABC);
  expect(await put(encoded('abc'))).toBe(SHA_OF_ABC);
  expect(await put(new Uint8Array())).toBe(SHA_OF_NOTHING);
  expect(await deps.store.blobs.count()).toBe(2);
  expect(await read(SHA_OF_ABC)).toEqual(encoded('abc'));
  expect(await read('0'.repeat(64))).toBeUndefined();
});

test('[MEDIA-5] the type is the one asked for, whatever was first kept under these bytes', async () => {
  const sha256 = await put(PNG);
  const typeFor = async (type: string) => (await readBlob(deps.store, { sha256, type }))?.type;
  for (const type of ['image/png', 'audio/mpeg']) expect(await typeFor(type)).toBe(type);
  for (const type of ['text/html', 'image/svg+xml', '', 'constructor']) {
    expect(await typeFor(type)).toBe('application/octet-stream');
  }
});

test('[MEDIA-5] 30 MB come back as they went in', async () => {
  const bytes = noise(30 * 1024 * 1024);
  const sha256 = await put(bytes);
  const back = await read(sha256);
  expect(back?.length).toBe(bytes.length);
  expect(back && (await put(new Uint8Array(back)))).toBe(sha256);
  expect(await deps.store.blobs.count()).toBe(1);
});

test('[MEDIA-5] a content that was cut or lost is written anew', async () => {
  await deps.store.blobs.put({ sha256: SHA_OF_ABC, blob: new Blob(['ab']) });
  await put(encoded('abc'));
  expect(await read(SHA_OF_ABC)).toEqual(encoded('abc'));
});

test('[MEDIA-9] contents are readable where they are there and of their length', async () => {
  await put(encoded('abc'));
  await deps.store.blobs.put({ sha256: 'cut', blob: new Blob(['ab']) });
  const files = [
    file('a', { sha256: SHA_OF_ABC }),
    file('b', { sha256: 'cut' }),
    file('c', { sha256: 'gone' }),
    ...Array.from({ length: 250 }, (_, i) => file(`more ${i}`, { sha256: SHA_OF_ABC })),
  ];
  const readable = new Set<string>();
  let looked = 0;
  for await (const page of readableContents(deps.store, files)) {
    for (const sha256 of page.readable) readable.add(sha256);
    looked += page.looked;
  }
  expect([...readable]).toEqual([SHA_OF_ABC]);
  expect(looked).toBe(files.length);
});

test('[MEDIA-2] files are found by name, accents apart or together, and in any case', async () => {
  await deps.store.media.bulkAdd([file('é.png'), file('Scan.PNG')]);
  const ids = async (found: Promise<MediaFile[]>) => (await found).map(({ id }) => id);
  expect(await ids(readMediaFiles(deps.store, ['e\u0301.png', 'scan.png', '__proto__']))).toEqual([
    'é.png',
  ]);
  expect(await ids(readMediaLike(deps.store, ['scan.png', 'other.png']))).toEqual(['Scan.PNG']);
  const odd = ['straße.png', 'İzmir.png', 'ﬁlm.png', 'ŉ.png'];
  await deps.store.media.bulkAdd(odd.map((id) => file(id)));
  expect((await ids(readMediaLike(deps.store, odd))).sort()).toEqual([...odd].sort());
});

test('[MEDIA-7] a grade is accepted while a large file is still being written', async () => {
  const study = await withSampleDeck(2);
  let isAnswered = false;
  const writing = study.store.transaction('rw', study.store.blobs, async () => {
    // Keeps the transaction open as long as a slow disk would.
    while (!isAnswered) await study.store.blobs.put({ sha256: 'x', blob: new Blob(['x']) });
  });
  accepted(await answerCard(study, await cardOf(study, 'sample:fact-0000/1'), 3, 1));
  isAnswered = true;
  await writing;
  study.close();
});

test('[MEDIA-5] many contents come in the order asked for; what is lost or damaged is nothing', async () => {
  const hashes: string[] = [];
  for (let at = 0; at < 230; at++) hashes.push(await put(encoded(`content ${at}`)));
  // More at once than is read ahead.
  const large = [noise(9_000_000), noise(9_000_004), noise(9_000_008)];
  for (const [at, bytes] of large.entries()) hashes.splice(40 + at, 0, await put(bytes));
  const lost = hashes[7] as string;
  await deps.store.blobs.delete(lost);
  const damaged = hashes[120] as string;
  await deps.store.blobs.put({ sha256: damaged, blob: new Blob(['something else']) });
  const asked = [...hashes, hashes[3] as string];
  const sizes: (number | undefined)[] = [];
  for await (const bytes of soundBlobs(deps.store, asked)) sizes.push(bytes?.length);
  const wanted = await Promise.all(
    asked.map(async (sha256) =>
      sha256 === damaged ? undefined : (await deps.store.blobs.get(sha256))?.blob.size,
    ),
  );
  expect(sizes).toEqual(wanted);
  expect(wanted.filter((size) => size === undefined)).toHaveLength(2);
  expect(wanted.filter((size) => (size ?? 0) > 1_000_000)).toHaveLength(3);
});
