import { BadFile } from './bad-file.ts';
import type { Bytes } from './zip-directory.ts';

/** Where the directory of a zip is, and how much it holds. */
export interface ZipEnd {
  readonly at: number;
  readonly size: number;
  readonly entries: number;
  /** Bytes that stand before the zip, which its own places do not count. */
  readonly before: number;
}

/** How a file in a zip begins. */
export const LOCAL_SIGN = 0x04034b50;
/** How its line in the directory begins. */
export const CENTRAL_SIGN = 0x02014b50;
const END_SIGN = 0x06054b50;
const END_BYTES = 22;
/** Of the two records that a zip of over 4 GB or 65,534 files has before its end. */
const LARGE_END_SIGN = 0x06064b50;
const LARGE_END_BYTES = 56;
const LARGE_LOCATOR_SIGN = 0x07064b50;
const LARGE_LOCATOR_BYTES = 20;
const MOST_COMMENT = 0xffff;
/** Behind a zip a mail, a page or a stick may have left this much, in which its end is looked for. */
const MOST_BEHIND = 1024 * 1024;
const MOST_ENTRIES = 2_000_000;
/** Of the directory: some 120 bytes a file. */
const MOST_DIRECTORY_BYTES = 512 * 1024 * 1024;

/**
 * The end of a zip, with its comment the last of the file. What others have put before or behind a
 * whole zip does no harm (so Anki reads it, too). Throws BadFile.
 */
export async function findZipEnd(bytes: Bytes): Promise<ZipEnd> {
  const [own] = endsIn(await tailOf(bytes, MOST_COMMENT)).filter(({ behind }) => behind === 0);
  if (own) return directoryOf(bytes, own);
  for (const end of endsIn(await tailOf(bytes, MOST_BEHIND))) {
    const found = await wholeBehind(bytes, end);
    if (found) return found;
  }
  if (await startsAsZip(bytes)) {
    throw new BadFile('cut-off', 'The end of the file is missing: it was not copied to its end.');
  }
  throw new BadFile('no-collection', 'This is no collection file.');
}

/** An end of a zip in the last bytes of a file. */
interface FoundEnd {
  /** Where it begins, in the file. */
  readonly place: number;
  readonly view: DataView;
  /** Bytes behind it and its comment; below 0 where the comment was cut. */
  readonly behind: number;
}

async function tailOf(bytes: Bytes, most: number): Promise<readonly [DataView, from: number]> {
  const from = Math.max(0, bytes.size - END_BYTES - most);
  return [dataView(await bytes.read(from, bytes.size)), from];
}

/** The last first. */
function endsIn([tail, from]: readonly [DataView, number]): readonly FoundEnd[] {
  const found: FoundEnd[] = [];
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_SIGN) continue;
    const view = new DataView(tail.buffer, tail.byteOffset + at, END_BYTES);
    const behind = tail.byteLength - at - END_BYTES - view.getUint16(20, true);
    found.push({ place: from + at, view, behind });
  }
  return found;
}

/** The directory of `end`, which has something behind it; undefined where it may be that of a zip within. */
async function wholeBehind(bytes: Bytes, end: FoundEnd): Promise<ZipEnd | undefined> {
  try {
    if (end.behind < 0) return undefined;
    const found = await directoryOf(bytes, end);
    if (found.entries === 0) return undefined;
    const head = dataView(await bytes.read(found.at, Math.min(found.at + 4, bytes.size)));
    return head.byteLength === 4 && head.getUint32(0, true) === CENTRAL_SIGN ? found : undefined;
  } catch (error) {
    if (error instanceof BadFile) return undefined;
    throw error;
  }
}

async function directoryOf(bytes: Bytes, { place, view }: FoundEnd): Promise<ZipEnd> {
  const large = await findLargeEnd(bytes, place);
  const entries = large?.entries ?? view.getUint16(10, true);
  const size = large?.size ?? view.getUint32(12, true);
  const told = large?.at ?? view.getUint32(16, true);
  const isTooMuch = entries > MOST_ENTRIES || size > MOST_DIRECTORY_BYTES;
  const before = (large?.place ?? place) - size - told;
  const isElsewhere = large && large.told + before !== large.place;
  if (isTooMuch || isElsewhere || before < 0) throw damagedZip('its directory is not there');
  // A file that begins as a zip has nothing before it: this is the end of a zip that lies in it.
  if (before > 0 && (await startsAsZip(bytes))) {
    throw damagedZip('its directory is not all of its end');
  }
  return { at: told + before, size, entries, before };
}

/** The end of a zip that is too large for the usual one; undefined where there is none. */
async function findLargeEnd(bytes: Bytes, end: number) {
  if (end < LARGE_LOCATOR_BYTES + LARGE_END_BYTES) return undefined;
  const locatorAt = end - LARGE_LOCATOR_BYTES;
  const locator = dataView(await bytes.read(locatorAt, end));
  if (locator.getUint32(0, true) !== LARGE_LOCATOR_SIGN) return undefined;
  const told = largeAt(locator, 8);
  // Where something stands before the zip, the place it tells is another.
  for (const place of [told, locatorAt - LARGE_END_BYTES]) {
    if (place + LARGE_END_BYTES > end) continue;
    const view = dataView(await bytes.read(place, place + LARGE_END_BYTES));
    if (view.getUint32(0, true) !== LARGE_END_SIGN) continue;
    const [entries, size, at] = [largeAt(view, 32), largeAt(view, 40), largeAt(view, 48)];
    return { told, place, entries, size, at };
  }
  throw damagedZip('its directory is not there');
}

async function startsAsZip(bytes: Bytes): Promise<boolean> {
  return bytes.size >= 4 && dataView(await bytes.read(0, 4)).getUint32(0, true) === LOCAL_SIGN;
}

/** A number of 64 bits. Throws BadFile where no file is as large. */
export function largeAt(view: DataView, at: number): number {
  const large = view.getBigUint64(at, true);
  if (large > BigInt(Number.MAX_SAFE_INTEGER)) throw damagedZip('its directory is not there');
  return Number(large);
}

export function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function damagedZip(why: string): BadFile {
  return new BadFile('damaged', `The file is damaged: ${why}.`);
}
