import { BadFile } from './bad-file.ts';

/** Bytes that are read in pieces wherever they lie: a file of the browser's, of Node's, an array. */
export interface Bytes {
  readonly size: number;
  /** From `from` up to `to`, which is not beyond the end. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file in a zip, as the zip's directory has it. Its sizes are what it claims, and no more. */
export interface ZipEntry {
  readonly name: string;
  readonly isPacked: boolean;
  readonly crc: number;
  /** Where its own header begins, and where the next file or the directory does. */
  readonly local: number;
  readonly until: number;
  readonly packedBytes: number;
  /** What it says it unpacks to. */
  readonly claimedBytes: number;
}

const END_BYTES = 22;
/** Of the two records that a zip of over 4 GB or 65,534 files has before its end. */
const LARGE_END_BYTES = 56;
const LARGE_LOCATOR_BYTES = 20;
const MOST_COMMENT = 0xffff;
const LOCAL_BYTES = 30;
/** Beyond its name a file's own header seldom has more. */
const LIKELY_EXTRA_BYTES = 64;
const MOST_ENTRIES = 2_000_000;
/** Of the directory: some 120 bytes a file. */
const MOST_DIRECTORY_BYTES = 512 * 1024 * 1024;
/** The value of a number that stands in the large extension instead. */
const ELSEWHERE = 0xffffffff;

/**
 * The directory of a zip. Throws BadFile for whatever a program could trip over: names that are
 * there twice, files that overlap, encryption, other methods than “stored” and “deflated”. `only`: of
 * one file alone. It takes a few reads however many files there are.
 */
export async function readZipDirectory(bytes: Bytes, only?: string): Promise<readonly ZipEntry[]> {
  const { at, size, entries, end } = await findEnd(bytes);
  const view = viewOf(await bytes.read(at, at + size));
  const found: Omit<ZipEntry, 'until'>[] = [];
  const names = new Set<string>();
  let place = 0;
  for (let index = 0; index < entries; index++) {
    if (place + 46 > view.byteLength || view.getUint32(place, true) !== 0x02014b50) {
      throw damaged('its directory ends too early');
    }
    const [flags, method] = [view.getUint16(place + 8, true), view.getUint16(place + 10, true)];
    const nameBytes = view.getUint16(place + 28, true);
    const name = textAt(view, place + 46, nameBytes);
    if (flags & 1) throw damaged(`“${name}” in it is encrypted`);
    if (method !== 0 && method !== 8) throw damaged(`“${name}” in it is packed in an unknown way`);
    if (names.has(name)) {
      throw new BadFile(
        'strange-names',
        `The file holds “${name}” twice, which no collection does.`,
      );
    }
    names.add(name);
    const { packedBytes, claimedBytes, local } = numbersAt(view, place, nameBytes);
    if (local + LOCAL_BYTES + packedBytes > at) throw damaged(`“${name}” lies outside it`);
    const crc = view.getUint32(place + 16, true);
    place += 46 + nameBytes + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    found.push({ name, isPacked: method === 8, crc, local, packedBytes, claimedBytes });
  }
  if (place !== size || at + size !== end) throw damaged('its directory is not all of its end');
  const apart = withEnds(found, at);
  return only === undefined ? apart : apart.filter(({ name }) => name === only);
}

/** What stands in the zip of `entry`, packed or as it is. Throws BadFile. */
export async function readPackedBytes(
  bytes: Bytes,
  { name, local, until, packedBytes }: ZipEntry,
): Promise<Uint8Array> {
  const nameBytes = new TextEncoder().encode(name).length;
  const likely = local + LOCAL_BYTES + nameBytes + LIKELY_EXTRA_BYTES + packedBytes;
  const read = await bytes.read(local, Math.min(until, likely));
  const header = viewOf(read);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== 0x04034b50) {
    throw damaged(`“${name}” is not where it should be`);
  }
  const start = LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + packedBytes;
  if (local + end > until) throw damaged(`“${name}” lies inside another file`);
  return end <= read.length ? read.subarray(start, end) : bytes.read(local + start, local + end);
}

/** Sizes and place of the entry at `place`; those over 4 GB stand in its large extension, in this order. */
function numbersAt(view: DataView, place: number, nameBytes: number) {
  const told = [24, 20, 42].map((at) => view.getUint32(place + at, true));
  if (told.includes(ELSEWHERE)) {
    let at = place + 46 + nameBytes;
    const end = at + view.getUint16(place + 30, true);
    if (end > view.byteLength) throw damaged('its directory ends too early');
    while (at + 4 <= end) {
      const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
      at += 4;
      for (let index = 0, from = at; id === 1 && index < told.length; index++) {
        if (told[index] !== ELSEWHERE) continue;
        if (from + 8 > Math.min(at + size, end)) throw damaged('its directory ends too early');
        told[index] = largeAt(view, from);
        from += 8;
      }
      at += size;
    }
  }
  const [claimedBytes = 0, packedBytes = 0, local = 0] = told;
  return { claimedBytes, packedBytes, local };
}

function largeAt(view: DataView, at: number): number {
  const large = view.getBigUint64(at, true);
  if (large > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('its directory is not there');
  return Number(large);
}

/** The end of a zip that is too large for the usual one; undefined where there is none. */
async function findLargeEnd(bytes: Bytes, end: number) {
  if (end < LARGE_LOCATOR_BYTES + LARGE_END_BYTES) return undefined;
  const locator = viewOf(await bytes.read(end - LARGE_LOCATOR_BYTES, end));
  if (locator.getUint32(0, true) !== 0x07064b50) return undefined;
  const place = largeAt(locator, 8);
  if (place + LARGE_END_BYTES > end) throw damaged('its directory is not there');
  const view = viewOf(await bytes.read(place, place + LARGE_END_BYTES));
  if (view.getUint32(0, true) !== 0x06064b50) throw damaged('its directory is not there');
  const [entries, size, at] = [largeAt(view, 32), largeAt(view, 40), largeAt(view, 48)];
  return inBounds({ at, size, entries, end: place });
}

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly entries: number;
  /** Where what comes after it begins. */
  readonly end: number;
}

function inBounds(directory: Directory): Directory {
  const { at, size, entries, end } = directory;
  const isTooMuch = entries > MOST_ENTRIES || size > MOST_DIRECTORY_BYTES;
  if (isTooMuch || at + size > end) throw damaged('its directory is not there');
  return directory;
}

async function findEnd(bytes: Bytes): Promise<Directory> {
  const from = Math.max(0, bytes.size - END_BYTES - MOST_COMMENT);
  const tail = viewOf(await bytes.read(from, bytes.size));
  for (let place = tail.byteLength - END_BYTES; place >= 0; place--) {
    if (tail.getUint32(place, true) !== 0x06054b50) continue;
    const comment = tail.getUint16(place + 20, true);
    if (place + END_BYTES + comment !== tail.byteLength) continue;
    const entries = tail.getUint16(place + 10, true);
    const [size, at] = [tail.getUint32(place + 12, true), tail.getUint32(place + 16, true)];
    const end = from + place;
    const large = await findLargeEnd(bytes, end);
    if (large) return large;
    return inBounds({ at, size, entries, end });
  }
  const start = bytes.size < 4 ? 0 : viewOf(await bytes.read(0, 4)).getUint32(0, true);
  if (start === 0x04034b50) {
    throw new BadFile('cut-off', 'The end of the file is missing: it was not copied to its end.');
  }
  throw new BadFile('no-collection', 'This is no collection file.');
}

/** Each with where the next begins: files that share bytes make much of little. */
function withEnds(entries: readonly Omit<ZipEntry, 'until'>[], directory: number): ZipEntry[] {
  const until = new Map<number, number>();
  let next = directory;
  for (const { name, local, packedBytes } of entries.toSorted((a, b) => b.local - a.local)) {
    if (local + LOCAL_BYTES + packedBytes > next)
      throw damaged(`“${name}” lies inside another file`);
    until.set(local, next);
    next = local;
  }
  return entries.map((entry) => ({ ...entry, until: until.get(entry.local) ?? directory }));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textAt(view: DataView, from: number, length: number): string {
  if (from + length > view.byteLength) throw damaged('its directory ends too early');
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + from, length));
}

function damaged(why: string): BadFile {
  return new BadFile('damaged', `The file is damaged: ${why}.`);
}
