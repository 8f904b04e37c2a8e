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
  /** Where its bytes begin. */
  readonly at: number;
  readonly packedBytes: number;
}

const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const LOCAL_BYTES = 30;
const WIDE_LOCATOR_BYTES = 20;
const WIDE_END_BYTES = 56;
/** In these fields a number stands in those of zip64. */
const [IN_WIDE_16, IN_WIDE_32] = [0xffff, 0xffffffff];
const MOST_ENTRIES = 2_000_000;
/** Of the directory: some 120 bytes a file. */
const MOST_DIRECTORY_BYTES = 512 * 1024 * 1024;

/**
 * The directory of a zip. Throws BadFile for whatever a program could trip over: names that are
 * there twice, files that overlap, encryption, other methods than “stored” and “deflated”.
 */
export async function readZipDirectory(bytes: Bytes): Promise<readonly ZipEntry[]> {
  const { at, size, entries, end } = await findEnd(bytes);
  const view = viewOf(await bytes.read(at, at + size));
  const found: ZipEntry[] = [];
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
    const packedBytes = view.getUint32(place + 20, true);
    const local = placeOf(view, place, nameBytes);
    if (local + LOCAL_BYTES > at) throw damaged(`“${name}” lies outside it`);
    const header = viewOf(await bytes.read(local, local + LOCAL_BYTES));
    if (header.getUint32(0, true) !== 0x04034b50)
      throw damaged(`“${name}” is not where it should be`);
    const data = local + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
    if (data + packedBytes > at) throw damaged(`“${name}” lies outside it`);
    const isPacked = method === 8;
    found.push({ name, isPacked, crc: view.getUint32(place + 16, true), at: data, packedBytes });
    place += 46 + nameBytes + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  if (place !== size || at + size !== end) throw damaged('its directory is not all of its end');
  throwIfOverlapping(found);
  return found;
}

async function findEnd(bytes: Bytes) {
  const from = Math.max(0, bytes.size - END_BYTES - MOST_COMMENT);
  const tail = viewOf(await bytes.read(from, bytes.size));
  for (let place = tail.byteLength - END_BYTES; place >= 0; place--) {
    if (tail.getUint32(place, true) !== 0x06054b50) continue;
    const comment = tail.getUint16(place + 20, true);
    if (place + END_BYTES + comment !== tail.byteLength) continue;
    const entries = tail.getUint16(place + 10, true);
    const [size, at] = [tail.getUint32(place + 12, true), tail.getUint32(place + 16, true)];
    const isWide = entries === IN_WIDE_16 || size === IN_WIDE_32 || at === IN_WIDE_32;
    const found = isWide
      ? await findWideEnd(bytes, from + place)
      : { at, size, entries, end: from + place };
    const isTooMuch = found.entries > MOST_ENTRIES || found.size > MOST_DIRECTORY_BYTES;
    if (isTooMuch || found.at + found.size > found.end) {
      throw damaged('its directory is not there');
    }
    return found;
  }
  const start = bytes.size < 4 ? 0 : viewOf(await bytes.read(0, 4)).getUint32(0, true);
  if (start === 0x04034b50) {
    throw new BadFile('cut-off', 'The end of the file is missing: it was not copied to its end.');
  }
  throw new BadFile('no-collection', 'This is no collection file.');
}

/** The end of a zip with 65,535 files or more, or beyond 4 GB (zip64); `end`: where the old one begins. */
async function findWideEnd(bytes: Bytes, end: number) {
  const bad = () => damaged('its directory is not there');
  const from = end - WIDE_LOCATOR_BYTES;
  if (from < 0) throw bad();
  const locator = viewOf(await bytes.read(from, end));
  if (locator.getUint32(0, true) !== 0x07064b50) throw bad();
  const place = wideNumber(locator, 8);
  if (place + WIDE_END_BYTES !== from) throw bad();
  const record = viewOf(await bytes.read(place, from));
  if (record.getUint32(0, true) !== 0x06064b50) throw bad();
  const [entries, size, at] = [32, 40, 48].map((field) => wideNumber(record, field)) as [
    number,
    number,
    number,
  ];
  return { at, size, entries, end: place };
}

/** Where a file begins: in its directory entry's old field, or beyond 4 GB in its extra one. */
function placeOf(view: DataView, entry: number, nameBytes: number): number {
  const place = view.getUint32(entry + 42, true);
  if (place !== IN_WIDE_32) return place;
  const extra = entry + 46 + nameBytes;
  const isThere =
    view.getUint16(entry + 30, true) === 12 &&
    extra + 12 <= view.byteLength &&
    view.getUint16(extra, true) === 1;
  if (!isThere) throw damaged('a file in it has no place');
  return wideNumber(view, extra + 4);
}

function wideNumber(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged('a number in it is too large');
  return value;
}

/** Files that share bytes make much of little. */
function throwIfOverlapping(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const { name, at, packedBytes } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at < end) throw damaged(`“${name}” lies inside another file`);
    end = at + packedBytes;
  }
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
