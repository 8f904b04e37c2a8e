import { ok, type Result } from '../../kernel/problem.ts';
import type { OperationBody } from '../../log/operation.ts';
import type { MediaFile } from '../../domain/media/media-file.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { eachPageOfMedia, soundBlob } from '../../store/media/blobs.ts';
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
  if ((await store.media.count()) === 0) return ok([]);
  const listed = await files.list('media');
  if (!listed.ok) return listed;
  const there = new Map(
    listed.value.map(({ path, bytes }) => [path.slice('media/'.length), bytes]),
  );
  const lacking = new Set<string>();
  for await (const files of eachPageOfMedia(store)) {
    // One that was being written when the program was killed is there in part.
    for (const { sha256, bytes } of files)
      if ((there.get(sha256) ?? -1) < bytes) lacking.add(sha256);
  }
  return ok([...lacking]);
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
