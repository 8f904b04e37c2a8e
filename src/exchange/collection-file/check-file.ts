import type { CollectionCounts } from '../../domain/collection/collection-counts.ts';
import { pastAnswersOf } from '../../domain/import/past-answers-of.ts';
import type { KeptPastLog } from '../../domain/import/past-log.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { LogReplay } from '../../log/replay/replay.ts';
import { soundInLogOrder, targetOf } from '../../log/replay/replay-all.ts';
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
export async function readWholeFile(bytes: Bytes, watch?: Watch): Promise<WholeFile> {
  const operations: unknown[] = [];
  const opened = await readThrough(bytes, (each) => operations.push(each), watch);
  return { manifest: opened.manifest, operations, opened };
}

/** Reads all of a file, tells each operation and keeps none. Throws BadFile; and Stopped. */
async function readThrough(
  bytes: Bytes,
  tell: (operation: unknown) => void,
  watch: Watch = () => true,
): Promise<OpenedFile> {
  const opened = await openCollectionFile(bytes);
  const { manifest } = opened;
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  let operations = 0;
  const looked = async (file: FileInCollection): Promise<void> => {
    done += file.bytes;
    if (!(await watch(done, total))) throw new Stopped();
  };
  for await (const { operations: some, segment } of operationsInFile(opened)) {
    for (const each of some) tell(each);
    operations += some.length;
    await looked(segment);
  }
  if (operations !== manifest.counts.operations) {
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
  return opened;
}

/** Reads all of a file and works its operations out, a segment in memory. Throws BadFile; and Stopped. */
export async function checkCollectionFile(bytes: Bytes, watch?: Watch): Promise<FileCheck> {
  const wanted = new Set<OperationId>();
  let total = 0;
  const { manifest, ...opened } = await readThrough(
    bytes,
    (operation) => {
      total++;
      const target = targetOf(operation);
      if (target !== undefined) wanted.add(target);
    },
    watch,
  );
  const replay = new LogReplay({ wanted });
  const reviews = new Set<OperationId>();
  for await (const operation of inOrder({ manifest, ...opened })) {
    const outcome = replay.take(operation);
    if ((outcome.is === 'applied' || outcome.is === 'redone') && outcome.review) {
      reviews.add(outcome.review.operationId);
    }
  }
  const { files, beside } = manifest;
  const { tables } = replay.collection;
  const counts: CollectionCounts = {
    ...inPossession({ ...tables, reviews, undone: replay.undone }),
    operations: total,
    media: [...files, ...beside].filter(({ path }) => path.startsWith('media/')).length,
  };
  const hash = stateHash(tables);
  const isEqual = (Object.keys(counts) as (keyof CollectionCounts)[]).every(
    (name) => counts[name] === manifest.counts[name],
  );
  const deferred = replay.deferred.map(({ operation: { id }, why }) => ({ id, why }));
  const isSame = isEqual && hash === manifest.stateHash;
  return { manifest, stateHash: hash, counts, isSame, refused: replay.refused, deferred };
}

/** What a person has in a collection; what was taken back does not count. */
export function inPossession({
  cards,
  notes,
  reviews,
  undone,
  pastLogs,
}: {
  readonly cards: ReadonlyMap<string, { readonly absent?: boolean }>;
  readonly notes: ReadonlyMap<string, unknown>;
  /** The answers, by operation. */
  readonly reviews: { readonly size: number; has(id: OperationId): boolean };
  readonly undone: ReadonlyMap<OperationId, unknown>;
  /** Answers given elsewhere. */
  readonly pastLogs: ReadonlyMap<string, KeptPastLog>;
}): Pick<CollectionCounts, 'cards' | 'notes' | 'reviews'> {
  let inSight = 0;
  for (const { absent } of cards.values()) if (!absent) inSight++;
  let counting = reviews.size;
  for (const target of undone.keys()) if (reviews.has(target)) counting--;
  for (const log of pastLogs.values()) counting += pastAnswersOf(log).length;
  return { cards: inSight, notes: notes.size, reviews: counting };
}

/** The operations in log order: each device's are in their order already, and are put into one another. */
async function* inOrder(opened: OpenedFile): AsyncGenerator<unknown> {
  const devices = new Set(
    opened.manifest.files.flatMap(({ path }) => {
      const [folder, device] = path.split('/');
      return folder === 'journal' && device !== undefined ? [device] : [];
    }),
  );
  const lines = [];
  for (const device of devices) {
    const line = oneByOne(opened, device);
    const first = await line.next();
    if (!first.done) lines.push({ line, next: first.value });
  }
  while (lines.length > 0) {
    const earliest = lines.reduce((a, b) => (soundInLogOrder(b.next, a.next) < 0 ? b : a));
    yield earliest.next;
    const after = await earliest.line.next();
    if (after.done) lines.splice(lines.indexOf(earliest), 1);
    else earliest.next = after.value;
  }
}

async function* oneByOne(opened: OpenedFile, device: string): AsyncGenerator<unknown> {
  for await (const { operations } of operationsInFile(opened, device)) yield* operations;
}
