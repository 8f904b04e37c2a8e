import { sha256Of } from '../../kernel/sha256.ts';
import type { BlobRow, BundleRow, RoundsDatabase } from '../schema.ts';

/** Bytes and their SHA-256: 64 hex digits. */
export interface Content {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A larger one is a blob of its own: where it lies it can be let go of without touching others. */
const MOST_BUNDLED = 1024 * 1024;

/** How contents that come together are kept: the small ones in one bundle, one behind the other. */
export async function asRows(contents: readonly Content[]): Promise<{
  readonly rows: readonly BlobRow[];
  readonly bundle?: BundleRow;
}> {
  const small = contents.filter(({ bytes }) => bytes.length <= MOST_BUNDLED);
  // Without a type: the same content may stand under names of two.
  const alone = ({ sha256, bytes }: Content): BlobRow => ({ sha256, blob: new Blob([bytes]) });
  if (small.length < 2) return { rows: contents.map(alone) };
  const sha256s = small.map(({ sha256 }) => sha256);
  const id = await sha256Of(new TextEncoder().encode(sha256s.join()));
  // One piece: of many a browser's blob storage takes one after the other.
  const whole = new Uint8Array(small.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let from = 0;
  const rows = small.map(({ sha256, bytes }): BlobRow => {
    whole.set(bytes, from);
    from += bytes.length;
    return { sha256, lies: { bundle: id, from: from - bytes.length, bytes: bytes.length } };
  });
  const large = contents.filter(({ bytes }) => bytes.length > MOST_BUNDLED);
  return {
    rows: [...rows, ...large.map(alone)],
    bundle: { id, blob: new Blob([whole]), sha256s },
  };
}

/** Contents in this order, not read yet; undefined: it is not there. */
export function readContents(
  db: RoundsDatabase,
  sha256s: readonly string[],
): Promise<readonly (Blob | undefined)[]> {
  // Together: a bundle may be written anew at any time.
  return db.transaction('r', db.blobs, db.bundles, async () => {
    const rows = await db.blobs.bulkGet([...sha256s]);
    const ids = new Set(rows.flatMap((row) => (row?.lies ? [row.lies.bundle] : [])));
    const bundles = new Map<string, Blob>();
    for (const row of ids.size > 0 ? await db.bundles.bulkGet([...ids]) : []) {
      if (row) bundles.set(row.id, row.blob);
    }
    return rows.map((row) => {
      if (!row?.lies) return row?.blob;
      const { bundle, from, bytes } = row.lies;
      return bundles.get(bundle)?.slice(from, from + bytes);
    });
  });
}

export function bytesOf({ blob, lies }: BlobRow): number {
  return lies?.bytes ?? blob?.size ?? 0;
}

/** A blob's bytes lie in a file of the browser's own, which may be lost or cut while its row stays. */
export async function isWhole(blob: Blob, bytes: number): Promise<boolean> {
  if (blob.size !== bytes) return false;
  try {
    return (await blob.slice(-1).arrayBuffer()).byteLength === Math.min(1, bytes);
  } catch {
    return false;
  }
}

/** The ids of bundles whose file is there: of another, no part can be written anew. */
export async function readableBundles(db: RoundsDatabase): Promise<ReadonlySet<string>> {
  const readable = new Set<string>();
  for (const { id, blob } of await db.bundles.toArray()) {
    if (await isWhole(blob, blob.size)) readable.add(id);
  }
  return readable;
}

/**
 * Gives back the room of parts that no row has any more: what is left of their bundle is written
 * anew, within the transaction around it. A bundle that is not among `readable` stays until none of
 * its parts is in use.
 */
export async function tightenBundles(
  db: RoundsDatabase,
  readable: ReadonlySet<string>,
): Promise<void> {
  for (const id of await db.bundles.toCollection().primaryKeys()) {
    const found = await db.bundles.get(id);
    if (!found) continue;
    const { blob, sha256s } = found;
    const rows = (await db.blobs.bulkGet([...sha256s])).flatMap((row) =>
      row?.lies?.bundle === id ? [{ sha256: row.sha256, lies: row.lies }] : [],
    );
    const isTight = rows.length === sha256s.length;
    if (isTight || (rows.length > 0 && !readable.has(id))) continue;
    await db.bundles.delete(id);
    if (rows.length === 0) continue;
    // One of this name has no part in use: whatever it held was in this one before.
    const bundle = `${id}+`;
    let from = 0;
    const moved = rows.map(({ sha256, lies: { bytes } }): BlobRow => {
      from += bytes;
      return { sha256, lies: { bundle, from: from - bytes, bytes } };
    });
    const parts = rows.map(({ lies }) => blob.slice(lies.from, lies.from + lies.bytes));
    await db.bundles.put({
      id: bundle,
      blob: new Blob(parts),
      sha256s: rows.map(({ sha256 }) => sha256),
    });
    await db.blobs.bulkPut(moved);
  }
}
