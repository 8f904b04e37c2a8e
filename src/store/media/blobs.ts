import { isMediaType } from '../../domain/media/media-kinds.ts';
import type { MediaFile } from '../../domain/media/media-file.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import type { RoundsDatabase } from '../schema.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { storageProblem } from '../storage-problem.ts';

/** Handles of contents that are looked at in one go. */
const PAGE = 100;
/** Contents that are read before they are asked for. */
const MOST_AHEAD = 8;
const MOST_BYTES_AHEAD = 16 * 1024 * 1024;
/** Rows of files that are read in one go. */
const PAGE_OF_FILES = 1_000;

/** Bytes and their SHA-256: 64 hex digits. */
export interface Content {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps `bytes` under their SHA-256, in a strict transaction of their own, and gives that: 64 hex
 * digits. What is there already, whole, is not written again. Browsers hash off the screen's thread.
 */
export async function putBlob(db: RoundsDatabase, bytes: ArrayBuffer): Promise<Result<string>> {
  try {
    const sha256 = await sha256Of(bytes);
    const put = await putBlobs(db, [{ sha256, bytes: new Uint8Array(bytes) }]);
    return put.ok ? ok(sha256) : put;
  } catch (error) {
    return storageProblem(error);
  }
}

/** The same for several that are hashed already, in one transaction: a disk waits as long for many. */
export async function putBlobs(
  db: RoundsDatabase,
  contents: readonly Content[],
): Promise<Result<true>> {
  try {
    const there = await db.blobs.bulkGet(contents.map(({ sha256 }) => sha256));
    const isThere = await Promise.all(
      contents.map(async ({ bytes }, at) => {
        const row = there[at];
        return row !== undefined && (await isWhole(row.blob, bytes.length));
      }),
    );
    // Without a type: the same content may stand under names of two.
    const rows = contents
      .filter((_, at) => !isThere[at])
      .map(({ sha256, bytes }) => ({ sha256, blob: new Blob([bytes]) }));
    if (rows.length > 0) await db.blobs.bulkPut(rows);
    return ok(true);
  } catch (error) {
    return storageProblem(error);
  }
}

export async function hasBlob(db: RoundsDatabase, sha256: string): Promise<boolean> {
  return (await db.blobs.where('sha256').equals(sha256).count()) > 0;
}

/** The bytes of a content that is there and is what its hash says; undefined: it is gone or damaged. */
export async function soundBlob(
  db: RoundsDatabase,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return soundBytes((await db.blobs.get(sha256))?.blob, sha256);
}

/**
 * The same of many, in their order. The next few are read while the last one is used, as far as they
 * are small: a browser takes longer to fetch a picture than to look at it.
 */
export async function* soundBlobs(
  db: RoundsDatabase,
  hashes: readonly string[],
): AsyncGenerator<Uint8Array<ArrayBuffer> | undefined> {
  for (let from = 0; from < hashes.length; from += PAGE) {
    const page = hashes.slice(from, from + PAGE);
    const rows = await db.blobs.bulkGet(page);
    const begun: Promise<Uint8Array<ArrayBuffer> | undefined>[] = [];
    let bytes = 0;
    for (const [at, row] of rows.entries()) {
      while (
        begun.length <= at ||
        (begun.length < Math.min(rows.length, at + MOST_AHEAD) && bytes < MOST_BYTES_AHEAD)
      ) {
        const next = rows[begun.length];
        bytes += next?.blob.size ?? 0;
        begun.push(soundBytes(next?.blob, page[begun.length]));
      }
      const own = begun[at];
      // What was used is let go of.
      begun[at] = NOTHING;
      yield await own;
      bytes -= row?.blob.size ?? 0;
    }
  }
}

const NOTHING = Promise.resolve(undefined);

async function soundBytes(
  blob: Blob | undefined,
  sha256: string | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await blob?.arrayBuffer().catch(() => undefined);
  return bytes && (await sha256Of(bytes)) === sha256 ? new Uint8Array(bytes) : undefined;
}

/**
 * The content as a blob of the file's type; undefined where it is not there. Not read yet. A type
 * that is none of ours names no type: at a blob: address, a page would be one of Rounds' own.
 */
export async function readBlob(
  db: RoundsDatabase,
  { sha256, type }: Pick<MediaFile, 'sha256' | 'type'>,
): Promise<Blob | undefined> {
  const row = await db.blobs.get(sha256);
  const shown = isMediaType(type) ? type : 'application/octet-stream';
  return row?.blob.slice(0, row.blob.size, shown);
}

/** The files of these names, accents written apart or together. */
export async function readMediaFiles(
  db: RoundsDatabase,
  names: readonly string[],
): Promise<MediaFile[]> {
  const keys = new Set([...names, ...names.map((name) => name.normalize('NFC'))]);
  return (await db.media.bulkGet([...keys])).filter((file) => file !== undefined);
}

/** The files whose name is one of these in any case, as far as cases of a letter are of one length. */
export async function readMediaLike(
  db: RoundsDatabase,
  names: readonly string[],
): Promise<MediaFile[]> {
  const [same, alike] = await Promise.all([
    db.media.bulkGet([...names]),
    db.media
      .where('id')
      .anyOfIgnoreCase([...names])
      .toArray(),
  ]);
  const found = [...same, ...alike].filter((file) => file !== undefined);
  return [...new Map(found.map((file) => [file.id, file])).values()];
}

/** All files, in pages: there may be ten thousands, and a page's thread is not to stand still. */
export async function* eachPageOfMedia(db: RoundsDatabase): AsyncGenerator<readonly MediaFile[]> {
  for (let after = ''; ; ) {
    const page = await db.media.where('id').above(after).limit(PAGE_OF_FILES).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}

export async function readAllMedia(db: RoundsDatabase): Promise<MediaFile[]> {
  const files: MediaFile[] = [];
  for await (const page of eachPageOfMedia(db)) files.push(...page);
  return files;
}

/** The hashes among `files` whose content is there, of the right length and readable, in pages. */
export async function* readableContents(
  db: RoundsDatabase,
  files: readonly MediaFile[],
): AsyncGenerator<{ readonly readable: readonly string[]; readonly looked: number }> {
  for (let from = 0; from < files.length; from += PAGE) {
    const page = files.slice(from, from + PAGE);
    const rows = await db.blobs.bulkGet(page.map((file) => file.sha256));
    const readable = await Promise.all(
      page.map(async ({ sha256, bytes }, index) => {
        const blob = rows[index]?.blob;
        return blob && (await isWhole(blob, bytes)) ? [sha256] : [];
      }),
    );
    yield { readable: readable.flat(), looked: page.length };
  }
}

/** A blob's bytes lie in a file of the browser's own, which may be lost or cut while its row stays. */
async function isWhole(blob: Blob, bytes: number): Promise<boolean> {
  if (blob.size !== bytes) return false;
  try {
    return (await blob.slice(-1).arrayBuffer()).byteLength === Math.min(1, bytes);
  } catch {
    return false;
  }
}
