import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { journalFilesIn } from '../../../src/main/data/journal-files.ts';
import { temporaryFolder } from '../start-main.ts';

/** Where the disk gives an error, in blocks of the file that is read; and by which name. */
const disk = vi.hoisted(() => ({ bad: new Set<number>(), code: 'EIO', asked: 0, folder: '' }));
const BLOCK = 4096;

// As Linux does it: what comes before a bad block is given, and then nothing but the error.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (...given) => {
    const file = await real.open(...given);
    const read = file.read.bind(file) as (...all: unknown[]) => Promise<unknown>;
    const onDisk = (bytes: Uint8Array, offset: number, length: number, at: number) => {
      disk.asked++;
      const blocks = [...disk.bad].filter((block) => block * BLOCK < at + length);
      const next = Math.min(...blocks.filter((block) => (block + 1) * BLOCK > at));
      const some = Math.min(length, next * BLOCK - at);
      if (some > 0) return read(bytes, offset, some, at);
      return Promise.reject(Object.assign(new Error('i/o error'), { code: disk.code }));
    };
    return Object.assign(file, { read: onDisk });
  };
  return { ...real, open };
});

const SEGMENT = 'journal/device-a/0000000000.jsonl';
const content = (size: number) => Uint8Array.from({ length: size }, (_, at) => 1 + (at % 251));

async function onDisk(bytes: Uint8Array, bad: readonly number[], code = 'EIO') {
  Object.assign(disk, { bad: new Set(), code });
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'journal', 'device-a'), { recursive: true });
  await writeFile(join(folder, SEGMENT), bytes);
  Object.assign(disk, { bad: new Set(bad), asked: 0, folder });
  return journalFilesIn(folder);
}

beforeEach(() => void disk.bad.clear());

test.each<[size: number, bad: readonly number[], from: number]>([
  [10 * BLOCK + 17, [4], 0],
  [10 * BLOCK + 17, [4], 2 * BLOCK + 5],
  [10 * BLOCK + 17, [0, 1, 7], 0],
  [10 * BLOCK + 17, [10], 100],
  [10 * BLOCK + 17, [3], 6 * BLOCK],
])(
  '[JOURNAL-23] of %i bytes, blocks %j bad, all else is read from %i on',
  async (size, bad, from) => {
    const bytes = content(size);
    const files = await onDisk(bytes, bad);
    const read = await files.read(SEGMENT, from);
    const isBad = (at: number) => bad.includes(Math.floor(at / BLOCK));
    const expected = bytes.map((byte, at) => (isBad(at) ? 0 : byte)).subarray(from);
    expect(read.ok && Buffer.compare(read.value, expected)).toBe(0);
  },
);

test('[JOURNAL-23] a disk that gives nothing, or refuses again and again, is said', async () => {
  const all = Array.from({ length: 200 }, (_, block) => block);
  for (const bad of [all, all.slice(1)]) {
    const files = await onDisk(content(200 * BLOCK), bad);
    expect(await files.read(SEGMENT, 0)).toMatchObject({ ok: false });
    expect(disk.asked).toBeLessThan(20);
  }
  expect(await (await onDisk(content(9), [0])).read(SEGMENT, 0)).toMatchObject({ ok: false });
});

test('[JOURNAL-23] a file that may not be read is no bad block', async () => {
  const files = await onDisk(content(9 * BLOCK), [2], 'EACCES');
  expect(await files.read(SEGMENT, 0)).toMatchObject({ ok: false });
  expect(disk.asked).toBe(2);
});

test('[JOURNAL-23] what stands beside the lines is written anew where its block is bad', async () => {
  const media = `media/${'0b'.repeat(32)}`;
  const files = await onDisk(content(9), []);
  expect(await files.put(media, content(100))).toMatchObject({ ok: true });
  const { ino } = await stat(join(disk.folder, media));
  disk.bad.add(0);
  expect(await files.put(media, content(100))).toMatchObject({ ok: true });
  expect((await stat(join(disk.folder, media))).ino).not.toBe(ino);
});
