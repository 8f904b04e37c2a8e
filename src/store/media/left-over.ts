import { ok, type Result } from '../../kernel/problem.ts';
import type { MediaFile } from '../../domain/media/media-file.ts';
import { unpackBodies } from '../log/payloads.ts';
import type { RoundsDatabase } from '../schema.ts';
import { storageProblem } from '../storage-problem.ts';
import { readUndoRows } from '../log/undo-rows.ts';
import { undoneAmong } from '../reads/undone-among.ts';

/** Operations, and handles of contents, read in one go. */
const PAGE = 2000;
const BLOBS = 100;

/** A content that no file has any more. */
export interface LeftOver {
  readonly sha256: string;
  readonly bytes: number;
  /** An operation in force since the given moment would need it to be taken back. */
  readonly isRecent: boolean;
}

/** All contents that no file has; recent ones may still come back by undo. */
export async function readLeftOver(db: RoundsDatabase, sinceMillis: number): Promise<LeftOver[]> {
  const unused = await db.transaction('r', db.blobs, db.media, async () => unusedHashes(db));
  const none: ReadonlySet<string> = new Set();
  const recent = unused.length === 0 ? none : await hashesOfRecentSteps(db, sinceMillis);
  const leftOver: LeftOver[] = [];
  for (let from = 0; from < unused.length; from += BLOBS) {
    for (const row of await db.blobs.bulkGet(unused.slice(from, from + BLOBS))) {
      if (!row) continue;
      const { sha256, blob } = row;
      leftOver.push({ sha256, bytes: blob.size, isRecent: recent.has(sha256) });
    }
  }
  return leftOver;
}

/** Removes the contents for good, but for those that a file has by now; the bytes freed. */
export async function removeBlobs(
  db: RoundsDatabase,
  contents: readonly LeftOver[],
): Promise<Result<number>> {
  try {
    const gone = await db.transaction('rw', db.blobs, db.media, async () => {
      const unused = new Set(await unusedHashes(db));
      const removed = contents.filter(({ sha256 }) => unused.has(sha256));
      await db.blobs.bulkDelete(removed.map(({ sha256 }) => sha256));
      return removed;
    });
    return ok(gone.reduce((sum, { bytes }) => sum + bytes, 0));
  } catch (error) {
    return storageProblem(error);
  }
}

async function unusedHashes(db: RoundsDatabase): Promise<string[]> {
  const [hashes, files] = await Promise.all([
    db.blobs.toCollection().primaryKeys(),
    db.media.toArray(),
  ]);
  const used = new Set(files.map((file) => file.sha256));
  return hashes.filter((sha256) => !used.has(sha256));
}

const BRINGS_OR_TAKES = /^((add|delete|rename)-media|import)$/;

/** A body that may bring files: an import's are its `media`. */
interface WithMedia {
  readonly files?: readonly MediaFile[];
  readonly media?: readonly MediaFile[];
}

/** Contents that steps in force since `sinceMillis` brought, removed or renamed. */
async function hashesOfRecentSteps(
  db: RoundsDatabase,
  sinceMillis: number,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after = sinceMillis - 1;
  for (;;) {
    const rows = await db.operations.where('logicalMillis').above(after).limit(PAGE).toArray();
    const own = rows.filter(({ body }) => BRINGS_OR_TAKES.test(body.kind));
    const undone = await undoneAmong(
      db,
      own.map(({ id }) => id),
    );
    const inForce = own.filter(({ id }) => !undone.has(id));
    const bodies = await unpackBodies(
      db,
      inForce.map((row) => row.body),
    );
    for (const body of bodies as readonly WithMedia[]) {
      for (const file of body?.files ?? body?.media ?? []) found.add(file.sha256);
    }
    const before = await Promise.all(inForce.map((row) => readUndoRows(db, row)));
    for (const { table, before: row } of before.flat()) {
      if (table === 'media' && row !== undefined) found.add((row as MediaFile).sha256);
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last.logicalMillis;
  }
}
