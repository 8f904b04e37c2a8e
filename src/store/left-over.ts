import { ok, type Result } from '../domain/problem.ts';
import { changesOf } from './change-parts.ts';
import type { RoundsDatabase } from './schema.ts';
import { storageProblem } from './storage-problem.ts';

/** Operations read in one go. */
const PAGE = 2000;

/** A content that no file has any more. */
export interface LeftOver {
  readonly sha256: string;
  readonly bytes: number;
  /** An operation in force since the given moment would need it to be taken back. */
  readonly isRecent: boolean;
}

/** All contents that no file has; recent ones may still come back by undo. */
export function readLeftOver(db: RoundsDatabase, sinceMillis: number): Promise<LeftOver[]> {
  const tables = [db.blobs, db.media, db.operations, db.changeParts, db.undone];
  return db.transaction('r', tables, async () => {
    const unused = await unusedHashes(db);
    if (unused.length === 0) return [];
    const recent = await hashesOfRecentSteps(db, sinceMillis);
    const rows = await db.blobs.bulkGet(unused);
    return rows.flatMap((row) =>
      row ? [{ sha256: row.sha256, bytes: row.blob.size, isRecent: recent.has(row.sha256) }] : [],
    );
  });
}

/** Removes the contents for good, but for those that a file has by now; the bytes freed. */
export async function removeBlobs(
  db: RoundsDatabase,
  hashes: readonly string[],
): Promise<Result<number>> {
  try {
    const freed = await db.transaction('rw', db.blobs, db.media, async () => {
      const unused = new Set(await unusedHashes(db));
      const gone = hashes.filter((sha256) => unused.has(sha256));
      const rows = await db.blobs.bulkGet(gone);
      await db.blobs.bulkDelete(gone);
      return rows.reduce((sum, row) => sum + (row?.blob.size ?? 0), 0);
    });
    return ok(freed);
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

/** Contents that steps in force since `sinceMillis` brought, removed or renamed. */
async function hashesOfRecentSteps(
  db: RoundsDatabase,
  sinceMillis: number,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after = sinceMillis - 1;
  for (;;) {
    const rows = await db.operations.where('logicalMillis').above(after).limit(PAGE).toArray();
    const own = rows.filter(({ body }) => /^(add|delete|rename)-media$/.test(body.kind));
    const undone = await db.undone.bulkGet(own.map((row) => row.id));
    for (const [index, row] of own.entries()) {
      if (undone[index]) continue;
      for (const change of await changesOf(db, row)) {
        if (change.table !== 'media') continue;
        for (const file of [change.before, change.after]) if (file) found.add(file.sha256);
      }
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last.logicalMillis;
  }
}
