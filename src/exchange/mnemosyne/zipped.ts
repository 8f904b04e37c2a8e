import type { FieldTexts } from '../../domain/content/note-type.ts';
import { contentOfEntry, entriesIn } from '../anki/container/open-package.ts';
import { namesForMedia } from '../anki/container/media-list.ts';
import { Inflation, MOST_DATABASE_BYTES, MOST_FILE_BYTES } from '../anki/limits.ts';
import { changedNames, withMediaNames } from '../anki/mapping/media-names.ts';
import { joinedPieces } from '../collection-file/unpack.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';
import type { BroughtMedia } from '../incoming/brought.ts';

/** The pictures and sounds of Mnemosyne's folder of media. */
export interface MediaBeside {
  readonly files: readonly BroughtMedia[];
  /** Whether a file is among them, by the name that a note calls it. */
  has(name: string): boolean;
  /** Texts of fields with the files under the names that they can have here. */
  named(fields: FieldTexts): FieldTexts;
}

export const NO_MEDIA: MediaBeside = {
  files: [],
  has: () => false,
  named: (fields) => fields,
};

/** Formulas that Mnemosyne has drawn: their source stands in the notes. */
const DRAWN_FORMULAS = /^_latex\//;

/**
 * A database of Mnemosyne's and its folder of media (`default.db_media`), as a person packs both into
 * one zip, wherever in it they lie; undefined: it holds no such database. Throws BadPackage, BadFile.
 */
export async function mnemosyneInZip(
  bytes: Bytes,
): Promise<
  { readonly media: MediaBeside; database(): Promise<readonly Uint8Array[]> } | undefined
> {
  const entries = await entriesIn(bytes);
  const inflation = new Inflation(bytes.size);
  const depthOf = (name: string) => name.split('/').length;
  const [path] = [...entries.keys()]
    .filter((name) => /\.db$/i.test(name) && !/(^|\/)(__MACOSX|[^/]+_media)\//.test(name))
    .sort((a, b) => depthOf(a) - depthOf(b));
  const database = path === undefined ? undefined : entries.get(path);
  if (!database) return undefined;
  const folder = `${path}_media/`;
  const listed = [...entries.values()].flatMap(({ name, claimedBytes }) => {
    const own = name.startsWith(folder) ? name.slice(folder.length) : '';
    return own === '' || own.endsWith('/')
      ? []
      : [{ zipName: name, name: own, bytes: claimedBytes }];
  });
  return {
    media: mediaOf(listed, async (zipName) => {
      const entry = entries.get(zipName);
      if (!entry) return new Uint8Array();
      return joinedPieces(await contentOfEntry(bytes, entry, plain(MOST_FILE_BYTES), inflation));
    }),
    database: () => contentOfEntry(bytes, database, plain(MOST_DATABASE_BYTES), inflation),
  };
}

/** A file that lies in the folder of media beside a database; `path` is from that folder on. */
export interface FileBeside {
  readonly path: string;
  readonly bytes: Bytes;
}

/** The folder of media itself, as it lies on a disk. A file larger than one can be is none of it. */
export function mediaInFolder(beside: readonly FileBeside[]): MediaBeside {
  const files = new Map(beside.map(({ path, bytes }) => [path, bytes]));
  const listed = [...files]
    .filter(([, { size }]) => size <= MOST_FILE_BYTES)
    .map(([path, { size }]) => ({ zipName: path, name: path, bytes: size }));
  return mediaOf(listed, async (path) => {
    const bytes = files.get(path);
    return bytes ? bytes.read(0, bytes.size) : new Uint8Array();
  });
}

function mediaOf(
  listed: readonly { readonly zipName: string; readonly name: string; readonly bytes: number }[],
  read: (zipName: string) => Promise<Uint8Array>,
): MediaBeside {
  const files = namesForMedia(listed.filter(({ name }) => !DRAWN_FORMULAS.test(name)));
  const names = changedNames(files);
  const known = new Set(files.map(({ name }) => name.normalize('NFC')));
  return {
    files: files.map(({ zipName, ownName, bytes }) => ({
      name: ownName,
      bytes,
      read: () => read(zipName),
    })),
    has: (name) => known.has(name.normalize('NFC')),
    named: (fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([id, text]) => [id, withMediaNames(text, names)]),
      ),
  };
}

const plain = (most: number) => ({ most, isZstd: false, isHashed: false });
