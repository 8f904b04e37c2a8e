import { inFileWords } from '../../../exchange/collection-file/bad-file.ts';
import type { FileCheck } from '../../../exchange/collection-file/check-file.ts';
import { openCollectionFile } from '../../../exchange/collection-file/open-file.ts';
import { type CopyName, parseCopyName } from '../../../exchange/copies/copy-name.ts';
import type { CollectionCounts } from '../../../domain/collection/collection-counts.ts';
import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import { blobBytes } from '../../copies/blob-bytes.ts';
import type { Asked } from '../context.ts';

export type { FileCheck };

/** A copy, as a list shows it. */
export interface ListedCopy extends CopyName {
  readonly bytes: number;
  /** What its table of contents says, or why it cannot be read. */
  readonly contents: Result<{ readonly counts: CollectionCounts; readonly lastAtMillis: number }>;
}

/** The copies that are kept, newest first. Each was read back when it was made (COPY-5). */
export async function copies({ platform }: Asked): Promise<Result<readonly ListedCopy[]>> {
  const place = platform.copies;
  if (!place) return ok([]);
  const listed = await place.list();
  if (!listed.ok) return listed;
  const named = listed.value.flatMap((name) => parseCopyName(name) ?? []);
  named.sort((a, b) => b.atMillis - a.atMillis);
  const all: ListedCopy[] = [];
  for (const copy of named) {
    const content = await place.open(copy.name);
    // Gone meanwhile: it was thinned out.
    if (!content.ok) continue;
    const { value } = content;
    const opened = await inFileWords(() => openCollectionFile(blobBytes(value)));
    const contents = opened.ok
      ? ok(opened.value.manifest)
      : (opened as { ok: false; problem: Problem });
    all.push({ ...copy, bytes: value.size, contents });
  }
  return ok(all);
}

/** All of a file, read and worked out before anything follows from it (COPY-12). */
export function collectionFile(
  { writer, watch }: Asked,
  { content }: { readonly content: Blob },
): Promise<Result<FileCheck>> {
  return writer.checkFile(content, watch);
}
