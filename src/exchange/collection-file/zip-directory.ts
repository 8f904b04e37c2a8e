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
const MOST_ENTRIES = 65_534;

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
    const local = view.getUint32(place + 42, true);
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
    const end = from + place;
    if (entries > MOST_ENTRIES || at + size > end) throw damaged('its directory is not there');
    return { at, size, entries, end };
  }
  const start = bytes.size < 4 ? 0 : viewOf(await bytes.read(0, 4)).getUint32(0, true);
  if (start === 0x04034b50) {
    throw new BadFile('cut-off', 'The end of the file is missing: it was not copied to its end.');
  }
  throw new BadFile('no-collection', 'This is no collection file.');
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
