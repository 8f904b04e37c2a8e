import { CollectionFileWriter } from '../../exchange/collection-file/write-file.ts';
import type { Manifest } from '../../exchange/collection-file/manifest.ts';
import { Stopped } from '../../exchange/collection-file/bad-file.ts';
import type { DeviceId } from '../../kernel/ids.ts';
import type { Watch } from '../../kernel/watch.ts';
import { readCut, rowsOfDevice } from '../../store/copies/cut.ts';
import { stampOf } from '../../store/log/log-rows.ts';
import { isPacked, unpackPayload } from '../../store/log/payloads.ts';
import { soundBlobs } from '../../store/media/blobs.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** The whole collection as one file, and what it says of itself. */
export interface CollectionSnapshot {
  readonly content: Blob;
  readonly manifest: Manifest;
}

export interface SnapshotOptions {
  /** What writes it, as the manifest names it. */
  readonly program: string;
  /** Pictures, sounds and films stand in it; false: they are only named, and shared with the journal. */
  readonly withMedia: boolean;
}

/** Pieces are handed to the browser, which keeps them on the disk, from so many bytes on. */
const HANDED_OVER = 8 * 1024 * 1024;

/**
 * The collection of this moment as a file (COPY-1), while it is being used. `watch` hears of
 * operations and media read; Stopped is thrown where it says so.
 */
export async function makeSnapshot(
  db: RoundsDatabase,
  { program, withMedia }: SnapshotOptions,
  watch: Watch = () => true,
): Promise<CollectionSnapshot> {
  const cut = await readCut(db);
  const parts = new BlobParts();
  const writer = new CollectionFileWriter((piece) => parts.add(piece));
  const total = cut.counts.operations + cut.media.length;
  let done = 0;
  const looked = async (rows: number): Promise<void> => {
    done += rows;
    if (!(await watch(Math.min(done, total), total))) throw new Stopped();
  };
  const payloads = new Set<string>();
  async function* linesOf(deviceId: DeviceId, next: number) {
    for await (const rows of rowsOfDevice(db, deviceId, next)) {
      for (const { body } of rows) if (isPacked(body)) payloads.add(body['#payload']);
      yield rows.map((row) => ({ ...stampOf(row), body: row.body }));
      await looked(rows.length);
    }
  }
  for (const [deviceId, next] of cut.devices) {
    await writer.addSegments(deviceId, linesOf(deviceId, next));
  }
  for (const sha256 of [...payloads].sort()) {
    const row = await db.payloads.get(sha256);
    // A damaged one would make the file one that nobody can read.
    if (row && (await unpackPayload(row)) !== undefined) {
      await writer.add(`payloads/${sha256}.gz`, row.bytes);
    }
  }
  const media = await addMedia(
    db,
    cut.media.map((file) => file.sha256),
    writer,
    withMedia,
    looked,
  );
  const { lastAtMillis, stateHash, counts } = cut;
  const told = { program, lastAtMillis, stateHash, counts: { ...counts, media } };
  const manifest = await writer.end(told);
  return { content: parts.whole(), manifest };
}

async function addMedia(
  db: RoundsDatabase,
  all: readonly string[],
  writer: CollectionFileWriter,
  withMedia: boolean,
  looked: (files: number) => Promise<void>,
): Promise<number> {
  let media = 0;
  const hashes = [...new Set(all)].sort();
  const contents = soundBlobs(db, hashes);
  for (const sha256 of hashes) {
    const { value: content } = await contents.next();
    await looked(1);
    // What is lost or damaged is listed by the check of media.
    if (!content) continue;
    media++;
    const path = `media/${sha256}`;
    if (withMedia) await writer.add(path, content);
    else writer.addBeside({ path, bytes: content.byteLength, sha256 });
  }
  return media;
}

/** A file in pieces that need not stay in memory. */
export class BlobParts {
  readonly #parts: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;

  add(piece: Uint8Array): void {
    this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
    this.#bytes += piece.length;
    if (this.#bytes >= HANDED_OVER) this.#handOver();
  }

  whole(): Blob {
    this.#handOver();
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  #handOver(): void {
    this.#parts.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#bytes = 0;
  }
}
