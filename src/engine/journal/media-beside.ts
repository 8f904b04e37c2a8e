import { ok, type Result } from '../../kernel/problem.ts';
import type { OperationBody } from '../../log/operation.ts';
import type { MediaFile } from '../../domain/media/media-file.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { soundBlob } from '../../store/media/blobs.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** Pictures, sounds and films that a step brings. */
export function mediaBroughtBy(body: OperationBody): readonly MediaFile[] {
  if (body.kind === 'add-media') return body.files;
  return body.kind === 'import' ? body.media : [];
}

/** SHA-256 of the contents that the collection has and the journal's `files` lack. */
export async function mediaLacking(
  store: RoundsDatabase,
  files: JournalFiles,
): Promise<Result<readonly string[]>> {
  const wanted = new Set((await store.media.toArray()).map(({ sha256 }) => sha256));
  if (wanted.size === 0) return ok([]);
  const listed = await files.list('media');
  if (!listed.ok) return listed;
  for (const { path } of listed.value) wanted.delete(path.slice('media/'.length));
  return ok([...wanted]);
}

/** A content as a file of the journal. What is damaged here would take the place of what is whole there. */
export async function putContent(
  store: RoundsDatabase,
  files: JournalFiles,
  sha256: string,
): Promise<Result<true>> {
  const bytes = await soundBlob(store, sha256);
  return bytes ? files.put(`media/${sha256}`, bytes) : ok(true);
}
