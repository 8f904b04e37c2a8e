import { expect, test } from 'vitest';
import { blobBytes } from '../../src/engine/copies/blob-bytes.ts';

const content = Uint8Array.from({ length: 9_000_000 }, (_, at) => (at * 31 + (at >> 13)) & 0xff);

/** The file, and how often it was read. */
function counted() {
  const blob = new Blob([content]);
  const told = { reads: 0 };
  const slice = blob.slice.bind(blob);
  Object.assign(blob, {
    slice: (from: number, to: number) => {
      told.reads++;
      return slice(from, to);
    },
  });
  return { bytes: blobBytes(blob), told };
}

function isThere(read: Uint8Array, from: number): boolean {
  return read.length > 0 && read.every((byte, at) => byte === content[from + at]);
}

test('[ANKI-59] what is read from place to place takes a read in some megabytes, and is what is there', async () => {
  const { bytes, told } = counted();
  for (let from = 0; from + 90_000 <= content.length; from += 90_000) {
    const [first, second] = await Promise.all([
      bytes.read(from, from + 45_000),
      bytes.read(from + 45_000, from + 90_000),
    ]);
    expect(isThere(first, from) && isThere(second, from + 45_000)).toBe(true);
  }
  expect(told.reads).toBeLessThanOrEqual(4);
});

test('[ANKI-59] reads here and there take no more than is asked for', async () => {
  const { bytes, told } = counted();
  for (const [from, to] of [
    [8_999_000, 9_000_000],
    [0, 16],
    [5_000_000, 5_000_100],
    [100, 6_000_000],
    [17, 20],
  ] as const) {
    const read = await bytes.read(from, to);
    expect([read.length, isThere(read, from)]).toEqual([to - from, true]);
  }
  expect(told.reads).toBe(5);
});
