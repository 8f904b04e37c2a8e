import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  type Bytes,
  readPackedBytes,
  readZipDirectory,
  type ZipEntry,
} from '../../src/exchange/collection-file/zip-directory.ts';
import { ZipWriter } from '../../src/exchange/collection-file/zip-writer.ts';
import { inMemory, joined } from '../support/collection-file.ts';

const content = (index: number) => new TextEncoder().encode(`content ${index}`);

async function zipOf(files: number, at = 0): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const writer = new ZipWriter((piece) => pieces.push(piece), at);
  for (let index = 0; index < files; index++) {
    await writer.add(`media/${index}`, content(index), files < 10 && index % 2 === 0);
  }
  await writer.end();
  return joined(pieces);
}

test('[COPY-17] more than 65,535 files stand in one zip, and each is found', async () => {
  const zip = await zipOf(65_600);
  const entries = await readZipDirectory(inMemory(zip));
  expect(entries).toHaveLength(65_600);
  expect(entries.at(-1)?.name).toBe('media/65599');
  expect(await readPackedBytes(inMemory(zip), entries[65_599] as ZipEntry)).toEqual(
    content(65_599),
  );
});

test('[COPY-17] what lies beyond 4 GB is found there', async () => {
  const before = 5_000_000_000;
  const zip = await zipOf(3, before);
  const far: Bytes = {
    size: before + zip.length,
    read: async (from, to) => {
      const bytes = new Uint8Array(to - from);
      bytes.set(zip.subarray(Math.max(0, from - before), to - before), Math.max(0, before - from));
      return bytes;
    },
  };
  const entries = await readZipDirectory(far);
  expect(entries.map(({ name }) => name)).toEqual(['media/0', 'media/1', 'media/2']);
  expect(await readPackedBytes(far, entries[1] as ZipEntry)).toEqual(content(1));
  const torn = { ...far, size: far.size - 30 };
  await expect(readZipDirectory(torn)).rejects.toThrow();
});

test('[COPY-17] a zip is read by others, and the same files give the same bytes', async () => {
  const zip = await zipOf(4);
  expect(zip).toEqual(await zipOf(4));
  const read = unzipSync(zip);
  expect(Object.keys(read)).toEqual(['media/0', 'media/1', 'media/2', 'media/3']);
  expect(read['media/2']).toEqual(content(2));
});
