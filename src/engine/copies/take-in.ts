import type { WholeFile } from '../../exchange/collection-file/check-file.ts';
import type { Result } from '../../kernel/problem.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { receive, type Received } from '../../store/log/receive.ts';
import { hasBlob } from '../../store/media/blobs.ts';
import { ContentsWriter } from '../../store/media/contents-writer.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** Where media lie that a copy only names: in the journal. */
export type ReadBeside = (path: string) => Promise<Result<Uint8Array>>;

/** What came of taking in a file. */
export interface TakenIn extends Received {
  readonly media: number;
  /** Media that stand in neither the file nor the journal. */
  readonly mediaLost: number;
}

/**
 * Adds the steps of a file to those that are here, by device and number, and its media. The media
 * come first: a step that names one finds it.
 */
export async function takeIn(
  db: RoundsDatabase,
  { manifest, operations, opened }: WholeFile,
  readBeside: ReadBeside,
): Promise<Result<TakenIn>> {
  let mediaLost = 0;
  const writer = new ContentsWriter(db);
  const inFile = new Set(manifest.files.map(({ path }) => path));
  for (const file of [...manifest.files, ...manifest.beside]) {
    if (!file.path.startsWith('media/')) continue;
    const sha256 = file.path.slice(6);
    if (await hasBlob(db, sha256)) continue;
    const read = inFile.has(file.path)
      ? { ok: true as const, value: await opened.read(file) }
      : await readBeside(file.path);
    const bytes = read.ok ? (read.value as Uint8Array<ArrayBuffer>) : undefined;
    // What lies beside may be damaged by now.
    if (!bytes || (await sha256Of(bytes)) !== sha256) {
      mediaLost++;
      continue;
    }
    const put = await writer.add({ sha256, bytes });
    if (!put.ok) return put;
  }
  const put = await writer.end();
  if (!put.ok) return put;
  const media = writer.written;
  return { ok: true, value: { ...(await receive(db, operations)), media, mediaLost } };
}
