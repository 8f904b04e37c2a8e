import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZipDirectory } from '../../src/exchange/collection-file/zip-directory.ts';
import { bytesOfArray } from '../support/bytes-of-array.ts';

const CENTRAL = 0x02014b50;
const END = 22;

/** A zip as one of over 4 GB is written: every large number in the extension, the end in a record of its own. */
function asLarge(zip: Uint8Array, change: (view: DataView, recordAt: number) => void = () => {}) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - END;
  const [size, at] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const nameBytes = view.getUint16(at + 28, true);
  expect(view.getUint32(at, true)).toBe(CENTRAL);
  const extra = 28;
  const made = new Uint8Array(at + size + extra + 56 + 20 + END);
  made.set(zip.subarray(0, at + 46 + nameBytes));
  const to = new DataView(made.buffer);
  const extraAt = at + 46 + nameBytes;
  to.setUint16(extraAt, 1, true);
  to.setUint16(extraAt + 2, extra - 4, true);
  for (const [index, from] of [24, 20, 42].entries()) {
    to.setBigUint64(extraAt + 4 + index * 8, BigInt(view.getUint32(at + from, true)), true);
    to.setUint32(at + from, 0xffffffff, true);
  }
  to.setUint16(at + 30, extra, true);
  const record = at + size + extra;
  to.setUint32(record, 0x06064b50, true);
  for (const [place, value] of [
    [24, 1],
    [32, 1],
    [40, size + extra],
    [48, at],
  ] as const) {
    to.setBigUint64(record + place, BigInt(value), true);
  }
  to.setUint32(record + 56, 0x07064b50, true);
  to.setBigUint64(record + 64, BigInt(record), true);
  const last = record + 76;
  to.setUint32(last, 0x06054b50, true);
  to.setUint16(last + 10, 0xffff, true);
  to.setUint32(last + 12, 0xffffffff, true);
  to.setUint32(last + 16, 0xffffffff, true);
  change(to, record);
  return readZipDirectory(bytesOfArray(made));
}

const zip = () => zipSync({ 'a.txt': new Uint8Array(1000) });

test('[ANKI-1] a zip of over 4 GB or 65,535 files is read by its larger directory', async () => {
  const [usual] = await readZipDirectory(bytesOfArray(zip()));
  expect(usual).toMatchObject({ name: 'a.txt', claimedBytes: 1000, isPacked: true });
  expect(await asLarge(zip())).toEqual([usual]);
});

test.each<[string, (view: DataView, record: number) => void]>([
  ['lies elsewhere', (view, record) => view.setBigUint64(record + 64, 9_999_999n, true)],
  ['is none', (view, record) => view.setUint32(record, 7, true)],
  ['counts without end', (view, record) => view.setBigUint64(record + 32, 2n ** 60n, true)],
  ['is beyond any number', (view, record) => view.setBigUint64(record + 48, 2n ** 63n, true)],
])('[ANKI-14] one whose larger directory %s is damaged', async (_, change) => {
  await expect(asLarge(zip(), change)).rejects.toThrow('The file is damaged');
});
