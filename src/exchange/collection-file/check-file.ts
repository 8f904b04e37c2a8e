import type { CollectionCounts } from '../../domain/collection/collection-counts.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { Watch } from '../../kernel/watch.ts';
import { type Replayed, replayOperations } from '../../log/replay/replay-all.ts';
import { stateHash } from '../../log/replay/state-hash.ts';
import { BadFile, Stopped } from './bad-file.ts';
import type { FileInCollection, Manifest } from './manifest.ts';
import { type OpenedFile, openCollectionFile } from './open-file.ts';
import { operationsInFile } from './operations-in-file.ts';
import type { Bytes } from './zip-directory.ts';

/** A file of which every byte has been read and compared with its hash, and every line with its chain. */
export interface WholeFile {
  readonly manifest: Manifest;
  /** Of every device, each with its body. */
  readonly operations: readonly unknown[];
  readonly opened: OpenedFile;
}

/** What the operations of a file come to. */
export interface FileCheck {
  readonly manifest: Manifest;
  /** Worked out by this program. */
  readonly stateHash: string;
  readonly counts: CollectionCounts;
  /** State and counts are those that were saved. */
  readonly isSame: boolean;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  /** What only a newer program understands; kept. */
  readonly deferred: readonly { readonly id: string; readonly why: string }[];
}

/** Reads all of a file. Throws BadFile; and Stopped, where `watch` says so. */
export async function readWholeFile(bytes: Bytes, watch: Watch = () => true): Promise<WholeFile> {
  const opened = await openCollectionFile(bytes);
  const { manifest } = opened;
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const looked = async (file: FileInCollection): Promise<void> => {
    done += file.bytes;
    if (!(await watch(done, total))) throw new Stopped();
  };
  const operations: unknown[] = [];
  for await (const { operations: some, segment } of operationsInFile(opened)) {
    for (const each of some) operations.push(each);
    await looked(segment);
  }
  if (operations.length !== manifest.counts.operations) {
    throw new BadFile('damaged', 'The file has not as many steps as its table of contents says.');
  }
  for (const file of manifest.files) {
    if (file.path.startsWith('journal/')) continue;
    const content = await opened.read(file);
    if (file.path.startsWith('media/') && (await sha256Of(content)) !== file.path.slice(6)) {
      throw new BadFile('damaged', `“${file.path}” in the file is not what its name says.`);
    }
    await looked(file);
  }
  return { manifest, operations, opened };
}

/** Reads all of a file and works its operations out. Throws BadFile; and Stopped. */
export async function checkCollectionFile(bytes: Bytes, watch?: Watch): Promise<FileCheck> {
  const { manifest, operations } = await readWholeFile(bytes, watch);
  const replayed = replayOperations(operations);
  const { files, beside } = manifest;
  const counts: CollectionCounts = {
    ...replayedCounts(replayed),
    operations: operations.length,
    media: [...files, ...beside].filter(({ path }) => path.startsWith('media/')).length,
  };
  const hash = stateHash(replayed);
  const isEqual = (Object.keys(counts) as (keyof CollectionCounts)[]).every(
    (name) => counts[name] === manifest.counts[name],
  );
  const deferred = replayed.deferred.map(({ operation: { id }, why }) => ({ id, why }));
  const isSame = isEqual && hash === manifest.stateHash;
  return { manifest, stateHash: hash, counts, isSame, refused: replayed.refused, deferred };
}

/** What a person has in it; what was taken back does not count. */
export function replayedCounts({ cards, notes, reviews, undone }: Replayed) {
  let inSight = 0;
  for (const { absent } of cards.values()) if (!absent) inSight++;
  let counting = reviews.size;
  for (const target of undone.keys()) if (reviews.has(target)) counting--;
  return { cards: inSight, notes: notes.size, reviews: counting };
}
