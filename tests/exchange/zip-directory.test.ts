import { inflateSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  readPackedBytes,
  readZipDirectory,
  type ZipEntry,
} from '../../src/exchange/collection-file/zip-directory.ts';
import { bytesOfArray } from '../support/bytes-of-array.ts';
import { joined } from '../support/collection-file.ts';

const CENTRAL = 0x02014b50;
const END = 22;

/** A zip as one of over 4 GB is written: every large number in the extension, the end in a record of its own. */
function asLarge(
  zip: Uint8Array,
  change: (view: DataView, recordAt: number) => void = () => {},
  among: (made: Uint8Array) => Uint8Array = (made) => made,
) {
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
  return readZipDirectory(bytesOfArray(among(made)));
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

const two = () =>
  zipSync({ 'a.txt': new Uint8Array(1000), 'b.txt': [new Uint8Array(9), { level: 0 }] });
const junk = (bytes: number) => Uint8Array.from({ length: bytes }, (_, at) => (at * 97 + 13) % 251);

test.each([
  [0, 1],
  [0, 2000],
  [0, 70_000],
  [100, 0],
  [3, 300],
])('[ANKI-68] %i bytes before a zip and %i behind it do no harm', async (before, behind) => {
  const file = joined([junk(before), two(), junk(behind)]);
  const bytes = bytesOfArray(file);
  const entries = await readZipDirectory(bytes);
  expect(entries.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  for (const [at, size] of [1000, 9].entries()) {
    const packed = await readPackedBytes(bytes, entries[at] as ZipEntry);
    expect(at === 0 ? inflateSync(packed) : packed).toEqual(new Uint8Array(size));
  }
});

test('[ANKI-68] the same of one with a larger directory', async () => {
  const [usual] = await readZipDirectory(bytesOfArray(zip()));
  const behind = await asLarge(zip(), undefined, (made) => joined([made, junk(50)]));
  expect(behind).toEqual([usual]);
  const [moved] = await asLarge(zip(), undefined, (made) => joined([junk(50), made]));
  expect(moved).toEqual({ ...usual, local: 50, until: (usual?.until ?? 0) + 50 });
});

test('[ANKI-68] the end of a zip that lies in one that was cut is not its own', async () => {
  const whole = zipSync({ 'inner.zip': [two(), { level: 0 }], 'c.txt': junk(400) });
  const inner = two().length + 'inner.zip'.length + 30;
  for (let bytes = inner + 1; bytes < whole.length; bytes += 7) {
    await expect(readZipDirectory(bytesOfArray(whole.slice(0, bytes)))).rejects.toMatchObject({
      fault: 'cut-off',
    });
  }
});
