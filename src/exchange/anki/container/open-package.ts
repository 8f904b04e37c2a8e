import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { crc32 } from '../../collection-file/crc32.ts';
import { joinedPieces, unpack } from '../../collection-file/unpack.ts';
import {
  type Bytes,
  readPackedBytes,
  readZipDirectory,
  type ZipEntry,
} from '../../collection-file/zip-directory.ts';
import { BadPackage } from '../bad-package.ts';
import {
  Inflation,
  MOST_DATABASE_BYTES,
  MOST_FILE_BYTES,
  MOST_LIST_BYTES,
  mostOf,
} from '../limits.ts';
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

/** Whether a file of this name in a zip is a collection of Anki's. */
export function isContainer(name: string): name is Container {
  return (CONTAINERS as readonly string[]).includes(name);
}

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
  const entries = await entriesIn(bytes);
  const meta = entries.get('meta');
  const contentOf = (entry: ZipEntry, most: number, isZstd: boolean, isHashed = false) =>
    contentOfEntry(bytes, entry, { most, isZstd, isHashed }, inflation);
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
    media: listed.flatMap((file) => {
      const entry = entries.get(file.zipName);
      if (!entry) return [];
      // Older packages name no sizes, and have the files as they are.
      return [isNew ? file : { ...file, bytes: entry.claimedBytes }];
    }),
    missing: listed.filter(({ zipName }) => !entries.has(zipName)),
    strangers: [...entries.keys()].filter((name) => !known.has(name)),
    async database() {
      const entry = entries.get(container);
      if (!entry) throw missing(container);
      return contentOf(entry, MOST_DATABASE_BYTES, isNew);
    },
    async read({ zipName, name, bytes: said, sha1 }) {
      const entry = entries.get(zipName);
      if (!entry) throw missing(name);
      const isHashed = sha1 !== undefined;
      const content = joinedPieces(await contentOf(entry, MOST_FILE_BYTES, isNew, isHashed));
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

/** The files of a zip by their names, none of which may lead out of it. Throws BadPackage and BadFile. */
export async function entriesIn(bytes: Bytes): Promise<ReadonlyMap<string, ZipEntry>> {
  const all = await readZipDirectory(bytes);
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
    throw new BadPackage('no-package', whatElse([...entries.keys()]));
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

/** What a zip is that holds no database of Anki's. */
function whatElse(names: readonly string[]): string {
  if (names.includes('manifest.json')) return t`This is a file of Rounds, not of Anki.`;
  const inside = names.find((name) => /\.(apkg|colpkg)$/i.test(name));
  if (inside === undefined) return t`This is no package of Anki’s.`;
  return t`This is a zip in which “${named(inside)}” lies: unpack it first.`;
}

function versionOf(meta: Uint8Array): number {
  try {
    return new WireMessage(meta).count(1) ?? 0;
  } catch (error) {
    if (!(error instanceof BadWire)) throw error;
    throw new BadPackage('damaged', `“meta” in the file is damaged: ${error.message}.`);
  }
}

interface Packing {
  readonly most: number;
  readonly isZstd: boolean;
  /** What comes out is compared with a hash of its own: the zip's checksum tells nothing more. */
  readonly isHashed: boolean;
}

/** What `entry` holds; counted as it comes out, against `most` and the whole package's measure. */
export async function contentOfEntry(
  bytes: Bytes,
  entry: ZipEntry,
  { most: mostEver, isZstd, isHashed }: Packing,
  inflation: Inflation,
): Promise<readonly Uint8Array[]> {
  const { name, packedBytes, isPacked, claimedBytes, crc } = entry;
  const most = mostOf(packedBytes, mostEver);
  if (packedBytes > most) throw tooLarge(name);
  const packed = await readPackedBytes(bytes, entry);
  const stored = isPacked ? unpack(packed, 'inflate', most, named(name)) : packed;
  inflation.add(stored.length);
  if (stored.length !== claimedBytes) {
    throw new BadPackage(
      'damaged',
      `“${named(name)}” in the file has ${stored.length} bytes, and says ${claimedBytes}.`,
    );
  }
  if (!isHashed && crc32(stored) !== crc) throw damaged(name);
  if (!isZstd) return [stored];
  const pieces: Uint8Array[] = [];
  let unpacked = 0;
  unpackZstd(stored, named(name), (piece) => {
    unpacked += piece.length;
    if (unpacked > most) throw tooLarge(name);
    inflation.add(piece.length);
    pieces.push(piece);
  });
  return pieces;
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
