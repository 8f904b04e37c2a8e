import { BadFile, inFileWords, ofOwnCopy } from '../../../exchange/collection-file/bad-file.ts';
import type { FileCheck } from '../../../exchange/collection-file/check-file.ts';
import {
  openCollectionFile,
  readTableOfContents,
} from '../../../exchange/collection-file/open-file.ts';
import {
  type CopyName,
  parseCopyName,
  parseOutsideName,
} from '../../../exchange/copies/copy-name.ts';
import type { CollectionCounts } from '../../../domain/collection/collection-counts.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import { type AsideDatabase, listPutAside } from '../../../store/place/put-aside.ts';
import { inWords } from '../../in-words.ts';
import { blobBytes } from '../../copies/blob-bytes.ts';
import type { Asked } from '../context.ts';

export type { AsideDatabase, FileCheck };

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
      : { ok: false as const, problem: ofOwnCopy(opened.problem) };
    all.push({ ...copy, bytes: value.size, contents });
  }
  return ok(all);
}

/** A copy in the folder of the person's own; its name is the file's. */
export interface CopyOutside extends ListedCopy {
  /** As Rounds made it on this device, and read it back then. */
  readonly isOurs: boolean;
}

/** The copies in the folder that the person chose, newest first, whoever made them (COPY-15). */
export async function copiesOutside({ platform }: Asked): Promise<Result<readonly CopyOutside[]>> {
  const { folder } = platform;
  const known = await folder?.known();
  if (known && !known.ok) return known;
  if (!folder || !known?.value?.mayUse) return ok([]);
  const listed = await folder.list();
  if (!listed.ok) return listed;
  const all: CopyOutside[] = [];
  for (const { name, bytes, isOurs } of listed.value) {
    const copy = parseOutsideName(name);
    if (!copy) continue;
    const contents = await contentsOutside(folder, name, bytes);
    all.push({ ...copy, bytes, isOurs, contents });
  }
  return ok(all.sort((a, b) => b.atMillis - a.atMillis));
}

async function contentsOutside(
  folder: ChosenFolder,
  name: string,
  size: number,
): Promise<ListedCopy['contents']> {
  let unread: Result<never> | undefined;
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const piece = await folder.read(name, from, to);
    if (piece.ok && piece.value.length === to - from) return piece.value;
    if (!piece.ok) unread = piece;
    throw new BadFile('cut-off', 'The end of the file is missing.');
  };
  const told = await inFileWords(() => readTableOfContents({ size, read }));
  return told.ok ? ok(told.value) : (unread ?? { ok: false, problem: told.problem });
}

/** All of a file, read and worked out before anything follows from it (COPY-12). */
export function collectionFile(
  { writer, watch }: Asked,
  { content }: { readonly content: Blob },
): Promise<Result<FileCheck>> {
  return writer.checkFile(content, watch);
}

/** Databases that could not be read, and stand aside until the person deletes them (STORE-18). */
export function databasesAside({
  store,
}: Pick<Asked, 'store'>): Promise<Result<readonly AsideDatabase[]>> {
  return inWords(async () => ok(await listPutAside(store.place)));
}
