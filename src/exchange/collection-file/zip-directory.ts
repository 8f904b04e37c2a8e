import { BadFile } from './bad-file.ts';
import {
  CENTRAL_SIGN,
  damagedZip as damaged,
  findZipEnd,
  LOCAL_SIGN,
  largeAt,
  dataView,
} from './zip-end.ts';

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

const LOCAL_BYTES = 30;
/** Beyond its name a file's own header seldom has more. */
const LIKELY_EXTRA_BYTES = 64;
/** The value of a number that stands in the large extension instead. */
const ELSEWHERE = 0xffffffff;

/**
 * The directory of a zip. Throws BadFile for whatever a program could trip over: names that are
 * there twice, files that overlap, encryption, other methods than “stored” and “deflated”. `only`: of
 * one file alone. It takes a few reads however many files there are.
 */
export async function readZipDirectory(bytes: Bytes, only?: string): Promise<readonly ZipEntry[]> {
  const { at, size, entries, before } = await findZipEnd(bytes);
  const view = dataView(await bytes.read(at, at + size));
  const found: Omit<ZipEntry, 'until'>[] = [];
  const names = new Set<string>();
  let place = 0;
  for (let index = 0; index < entries; index++) {
    if (place + 46 > view.byteLength || view.getUint32(place, true) !== CENTRAL_SIGN) {
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
    const { packedBytes, claimedBytes, local: told } = numbersAt(view, place, nameBytes);
    const local = told + before;
    if (local + LOCAL_BYTES + packedBytes > at) throw damaged(`“${name}” lies outside it`);
    const crc = view.getUint32(place + 16, true);
    place += 46 + nameBytes + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    found.push({ name, isPacked: method === 8, crc, local, packedBytes, claimedBytes });
  }
  if (place !== size) throw damaged('its directory is not all of its end');
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
  const header = dataView(read);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_SIGN) {
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

function textAt(view: DataView, from: number, length: number): string {
  if (from + length > view.byteLength) throw damaged('its directory ends too early');
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + from, length));
}
