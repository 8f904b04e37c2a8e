import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { t } from '../../kernel/texts.ts';
import { BadFile } from './bad-file.ts';
import { crc32 } from './crc32.ts';
import { type FileInCollection, MANIFEST_NAME, type Manifest, parseManifest } from './manifest.ts';
import { unpack } from './unpack.ts';
import { type Bytes, readPackedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A list of a million files has some 200 MB. */
const MOST_MANIFEST_BYTES = 256 * 1024 * 1024;
/** Of one file in it; a film may have many times what a segment has. */
const MOST_FILE_BYTES = 512 * 1024 * 1024;
/** A segment has 4 million signs and a line, of three bytes each at most (SEGMENT_BYTES). */
const MOST_SEGMENT_BYTES = 16 * 1024 * 1024;
/** A table of contents with its hashes is never packed to less than a fortieth. */
const MOST_RATIO = 200;

/** A collection in a file, of which nothing but the table of contents has been read. */
export interface OpenedFile {
  readonly manifest: Manifest;
  /** The content of a file in it, which is the one that was put there. Throws BadFile. */
  read(file: FileInCollection): Promise<Uint8Array>;
}

/** What a collection file says of itself; nothing else of it has been read. Throws BadFile. */
export async function readTableOfContents(bytes: Bytes): Promise<Manifest> {
  const [own] = await readZipDirectory(bytes, MANIFEST_NAME);
  if (!own) throw new BadFile('another-program', whatElse(new Map()));
  return readManifest(bytes, own);
}

async function readManifest(bytes: Bytes, own: ZipEntry): Promise<Manifest> {
  const most = Math.min(MOST_MANIFEST_BYTES, MOST_RATIO * own.packedBytes);
  const text = await contentOf(bytes, own, most);
  if (crc32(text) !== own.crc) {
    throw new BadFile('damaged', 'The collection’s table of contents is damaged.');
  }
  return parseManifest(new TextDecoder().decode(text));
}

/** Opens a collection file. Throws BadFile. */
export async function openCollectionFile(bytes: Bytes): Promise<OpenedFile> {
  const entries = new Map((await readZipDirectory(bytes)).map((entry) => [entry.name, entry]));
  const own = entries.get(MANIFEST_NAME);
  if (!own) throw new BadFile('another-program', whatElse(entries));
  const strange = [...entries.keys()].find(
    (name) => name !== MANIFEST_NAME && !JOURNAL_PATH.test(name),
  );
  if (strange !== undefined) {
    throw new BadFile('strange-names', `The file holds “${strange}”, which no collection does.`);
  }
  const manifest = await readManifest(bytes, own);
  const listed = new Set(manifest.files.map(({ path }) => path));
  const missing = manifest.files.find(({ path }) => !entries.has(path));
  if (missing) throw new BadFile('damaged', `“${missing.path}” is missing from the file.`);
  if (listed.size !== manifest.files.length || listed.size !== entries.size - 1) {
    throw new BadFile(
      'damaged',
      'The file holds something that its table of contents does not have.',
    );
  }
  return {
    manifest,
    async read({ path, bytes: size, sha256 }) {
      const entry = entries.get(path);
      if (!entry) throw new BadFile('damaged', `“${path}” is missing from the file.`);
      const content = await contentOf(bytes, entry, Math.min(mostOf(entry), size));
      if (content.length !== size || (await sha256Of(content)) !== sha256) {
        throw new BadFile('damaged', `“${path}” in the file is not what was saved.`);
      }
      return content;
    },
  };
}

async function contentOf(bytes: Bytes, entry: ZipEntry, most: number): Promise<Uint8Array> {
  const { name, isPacked, packedBytes } = entry;
  if (packedBytes > MOST_FILE_BYTES) {
    throw new BadFile('too-large', `“${name}” in the file is larger than it may be.`);
  }
  const packed = await readPackedBytes(bytes, entry);
  if (!isPacked) return packed;
  return unpack(packed, 'inflate', most, name);
}

/** Lines with much of the same are packed to next to nothing; pictures and sounds are not packed again. */
function mostOf({ name, packedBytes }: ZipEntry): number {
  if (name.startsWith('journal/')) return MOST_SEGMENT_BYTES;
  return Math.min(MOST_FILE_BYTES, MOST_RATIO * packedBytes);
}

function whatElse(entries: ReadonlyMap<string, unknown>): string {
  const isAnki = ['collection.anki2', 'collection.anki21', 'collection.anki21b'].some((name) =>
    entries.has(name),
  );
  if (isAnki) return t`This is a file of Anki, not a collection of Rounds.`;
  return t`This is a file of another program, not a collection of Rounds.`;
}
