import type { Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { inStore, answered } from '../files/in-store.ts';
import { inJournalBucket } from '../files/journal-folder.ts';
import { ANOTHER_FOLDER, folderInWords } from './chosen-folder.ts';

/** What is used here of the File System Access API, which TypeScript's library does not have yet. */
export interface Picked extends FileSystemDirectoryHandle {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}

/** The folder, and what tells it from another disk in its place. */
export interface ChosenHandle {
  readonly handle: Picked;
  /** The size of each copy that Rounds made in it. */
  readonly made: Readonly<Record<string, number>>;
  /** Copies that were begun: what a kill left of them goes with the next one. */
  readonly begun?: readonly string[];
  /** A file of the journal that Rounds wrote in it. */
  readonly segment?: string;
  /** Another one for each folder that is chosen; records of before have none. */
  readonly choice?: string;
}

/** What `work` in the folder that was chosen comes to, in words. */
export async function inFolder<Value>(
  work: (kept: ChosenHandle) => Promise<Value>,
  doing?: 'read' | 'journal',
): Promise<Result<Value>> {
  const kept = await folderInWords(t`the folder`, readChosen);
  if (!kept.ok) return kept;
  return folderInWords(
    kept.value?.handle.name ?? t`the folder`,
    async () => {
      if (!kept.value) throw new DOMException('none is chosen', 'NotFoundError');
      return work(kept.value);
    },
    doing,
  );
}

/** Throws where nothing that Rounds wrote is in the folder any more: it may be another disk. */
export async function mustBeRightFolder({ handle, made, segment }: ChosenHandle): Promise<void> {
  const written = [...(segment === undefined ? [] : [segment]), ...Object.keys(made)];
  if (written.length === 0) return;
  for (const path of written) if (await isThere(handle, path)) return;
  // Where the folder itself is gone, that is what is to be said.
  for await (const _name of handle.keys()) break;
  throw Object.assign(new Error('another folder'), { code: ANOTHER_FOLDER });
}

async function isThere(folder: FileSystemDirectoryHandle, path: string): Promise<boolean> {
  try {
    await fileAt(folder, path);
    return true;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError' || name === 'TypeMismatchError') return false;
    throw error;
  }
}

/** `create`: with the folders on the way, and not the folder itself. */
export async function fileAt(
  folder: FileSystemDirectoryHandle,
  path: string,
  create = false,
): Promise<FileSystemFileHandle> {
  const names = path.split('/');
  const name = names.pop() ?? '';
  let inside = folder;
  for (const each of names) inside = await inside.getDirectoryHandle(each, { create });
  return inside.getFileHandle(name, { create });
}

/** A database of its own, beside the journal: only there can a browser keep a folder's handle. */
const PLACE = { database: 'rounds-folder', store: 'folder' };
const KEY = 'chosen';

/** Where the buckets were lost, what stands in the common place is brought back from there. */
export async function readChosen(): Promise<ChosenHandle | undefined> {
  const kept = await inBucket('readonly', (store) =>
    answered<ChosenHandle | undefined>(store.get(KEY)),
  );
  if (kept) return kept;
  const other = await inCommonPlace('readonly', (store) =>
    answered<ChosenHandle | undefined>(store.get(KEY)),
  ).catch(() => undefined);
  if (other) await inBucket('readwrite', (store) => answered(store.put(other, KEY)));
  return other;
}

export async function writeChosen(kept: ChosenHandle | undefined): Promise<true> {
  await inBoth(async (store) => {
    if (kept) await answered(store.put(kept, KEY));
    else await answered(store.delete(KEY));
  });
  return true;
}

/**
 * Copies and the journal are written at the same time: what each adds stays. Nothing is added where
 * another folder was chosen meanwhile: what was written is not in that one.
 */
export async function amendChosen(
  { choice }: ChosenHandle,
  change: (kept: ChosenHandle) => ChosenHandle,
): Promise<void> {
  await inBoth(async (store) => {
    const kept = await answered<ChosenHandle | undefined>(store.get(KEY));
    if (kept && kept.choice === choice) await answered(store.put(change(kept), KEY));
  });
}

type Work<Value> = (store: IDBObjectStore) => Promise<Value>;

/** The common place first: what is forgotten must not come back from there. A failure of it costs nothing else. */
async function inBoth(work: Work<unknown>): Promise<void> {
  await inCommonPlace('readwrite', work).catch(() => {});
  await inBucket('readwrite', work);
}

function inBucket<Value>(mode: IDBTransactionMode, work: Work<Value>): Promise<Value> {
  return inJournalBucket((bucket) => inStore(bucket?.indexedDB ?? indexedDB, PLACE, mode, work));
}

function inCommonPlace<Value>(mode: IDBTransactionMode, work: Work<Value>): Promise<Value> {
  return inStore(indexedDB, PLACE, mode, work);
}
