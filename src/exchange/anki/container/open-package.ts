import { Inflate } from 'fflate';
import { named } from '../../../kernel/named.ts';
import { crc32 } from '../../collection-file/unpack.ts';
import {
  type Bytes,
  readZipDirectory,
  type ZipEntry,
} from '../../collection-file/zip-directory.ts';
import { BadPackage } from '../bad-package.ts';
import { Inflation, MOST_DATABASE_BYTES, MOST_FILE_BYTES, MOST_LIST_BYTES } from '../limits.ts';
import { type NamedMedia, namesForMedia, readJsonList, readProtobufList } from './media-list.ts';
import { WireMessage, BadWire } from './wire.ts';
import { unpackZstd } from './zstd.ts';

/** The three ways in which Anki has packed its collection, by the name of the database. */
export type Container = 'collection.anki2' | 'collection.anki21' | 'collection.anki21b';
const CONTAINERS: readonly Container[] = [
  'collection.anki2',
  'collection.anki21',
  'collection.anki21b',
];

/** A package of which nothing but its lists has been read. */
export interface OpenedPackage {
  readonly container: Container;
  /** Files that notes can refer to, in the list's order. */
  readonly media: readonly NamedMedia[];
  /** Listed, and not in the file. */
  readonly missing: readonly NamedMedia[];
  /** Names in the file that are none of Anki's. */
  readonly strangers: readonly string[];
  /** The database's bytes, as pieces in their order. Throws BadPackage. */
  database(): Promise<readonly Uint8Array[]>;
  /** The content of one of `media`. Throws BadPackage. */
  read(file: NamedMedia): Promise<Uint8Array>;
}

/** Opens .apkg and .colpkg, whatever Anki wrote them. Throws BadPackage and BadFile. */
export async function openAnkiPackage(bytes: Bytes): Promise<OpenedPackage> {
  const inflation = new Inflation(bytes.size);
  const entries = byName(await readZipDirectory(bytes));
  const meta = entries.get('meta');
  const contentOf = (entry: ZipEntry, most: number, isZstd: boolean) =>
    piecesOf(bytes, entry, most, isZstd, inflation);
  const container = containerOf(entries, meta && joinedPieces(await contentOf(meta, 1024, false)));
  const isNew = container === 'collection.anki21b';
  const listEntry = entries.get('media');
  const list = listEntry
    ? joinedPieces(await contentOf(listEntry, MOST_LIST_BYTES, isNew))
    : new Uint8Array();
  const listed = namesForMedia(
    isNew ? readProtobufList(list) : readJsonList(new TextDecoder().decode(list)),
  );
  const known = new Set(['meta', 'media', ...CONTAINERS, ...listed.map(({ zipName }) => zipName)]);
  return {
    container,
    media: listed.filter(({ zipName }) => entries.has(zipName)),
    missing: listed.filter(({ zipName }) => !entries.has(zipName)),
    strangers: [...entries.keys()].filter((name) => !known.has(name)),
    async database() {
      const entry = entries.get(container);
      if (!entry) throw missing(container);
      return contentOf(entry, MOST_DATABASE_BYTES, isNew);
    },
    async read({ zipName, name, bytes: said }) {
      const entry = entries.get(zipName);
      if (!entry) throw missing(name);
      const content = joinedPieces(await contentOf(entry, MOST_FILE_BYTES, isNew));
      if (said !== undefined && said !== content.length) {
        throw new BadPackage(
          'damaged',
          `“${named(name)}” in the file has another size than it says.`,
        );
      }
      return content;
    },
  };
}

function byName(all: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const folded = new Map<string, string>();
  for (const { name } of all) {
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name)) {
      throw new BadPackage(
        'strange-names',
        `The file holds “${named(name)}”, a name that leads out of it.`,
      );
    }
    const other = folded.get(name.toLowerCase());
    if (other !== undefined) {
      throw new BadPackage(
        'strange-names',
        `The file holds “${named(other)}” and “${named(name)}”, which differ in capitals alone.`,
      );
    }
    folded.set(name.toLowerCase(), name);
  }
  return new Map(all.map((entry) => [entry.name, entry]));
}

/** Which database counts: newer packages hold an empty older one as well, for an Anki that is too old. */
function containerOf(
  entries: ReadonlyMap<string, unknown>,
  meta: Uint8Array | undefined,
): Container {
  const newest = CONTAINERS.findLast((name) => entries.has(name));
  if (newest === undefined) {
    const isOurs = entries.has('manifest.json');
    throw new BadPackage(
      'no-package',
      isOurs ? 'This is a file of Rounds, not of Anki.' : 'This is no package of Anki’s.',
    );
  }
  if (!meta) return newest;
  const version = versionOf(meta);
  if (version > CONTAINERS.length) {
    throw new BadPackage('newer', 'This file was written by a newer Anki than Rounds knows.');
  }
  const told = CONTAINERS[version - 1] ?? newest;
  if (!entries.has(told)) throw missing(told);
  return told;
}

function versionOf(meta: Uint8Array): number {
  try {
    return new WireMessage(meta).count(1) ?? 0;
  } catch (error) {
    if (!(error instanceof BadWire)) throw error;
    throw new BadPackage('damaged', `“meta” in the file is damaged: ${error.message}.`);
  }
}

/** Packed bytes handed on in one piece: 1,000 times as much comes out at most. */
const PIECE = 16 * 1024;

/** What `entry` holds; counted as it comes out, against `most` and the whole package's measure. */
async function piecesOf(
  bytes: Bytes,
  entry: ZipEntry,
  most: number,
  isZstd: boolean,
  inflation: Inflation,
): Promise<readonly Uint8Array[]> {
  const { name, at, packedBytes, isPacked, claimedBytes, crc } = entry;
  if (packedBytes > most) throw tooLarge(name);
  const packed = await bytes.read(at, at + packedBytes);
  const stored = isPacked
    ? joinedPieces(inflated(packed, name, counter(name, most, inflation)))
    : packed;
  if (stored.length !== claimedBytes) {
    throw new BadPackage(
      'damaged',
      `“${named(name)}” in the file has ${stored.length} bytes, and says ${claimedBytes}.`,
    );
  }
  if (crc32(stored) !== crc) throw damaged(name);
  if (!isZstd) return [stored];
  const pieces: Uint8Array[] = [];
  const count = counter(name, most, inflation);
  unpackZstd(stored, named(name), (piece) => {
    count(piece);
    pieces.push(piece);
  });
  return pieces;
}

function counter(name: string, most: number, inflation: Inflation) {
  let bytes = 0;
  return (piece: Uint8Array): void => {
    bytes += piece.length;
    if (bytes > most) throw tooLarge(name);
    inflation.add(piece.length);
  };
}

function inflated(
  packed: Uint8Array,
  name: string,
  count: (piece: Uint8Array) => void,
): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let isWhole = false;
  const stream = new Inflate((piece, isLast) => {
    count(piece);
    pieces.push(piece);
    isWhole = isLast;
  });
  try {
    for (let from = 0; from < packed.length; from += PIECE) {
      const to = from + PIECE;
      stream.push(packed.subarray(from, to), to >= packed.length);
    }
  } catch (error) {
    if (error instanceof BadPackage) throw error;
    throw damaged(name);
  }
  if (!isWhole) throw damaged(name);
  return pieces;
}

/** One array of `pieces`. */
export function joinedPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function missing(name: string): BadPackage {
  return new BadPackage('damaged', `“${named(name)}” is missing from the file.`);
}

function damaged(name: string): BadPackage {
  return new BadPackage('damaged', `“${named(name)}” in the file is damaged.`);
}

function tooLarge(name: string): BadPackage {
  return new BadPackage('too-large', `“${named(name)}” in the file is larger than it may be.`);
}
