import { failed, ok, type Result } from '../../kernel/problem.ts';
import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import type { JournalFile, JournalFiles } from './journal-files.ts';
import type { JournalAnswer, JournalOrder } from './journal-worker.ts';

/** A bucket of its own: what empties the database's must not empty this. */
export const JOURNAL_BUCKET = 'rounds-journal';

interface Bucket {
  getDirectory(): Promise<FileSystemDirectoryHandle>;
}
interface WithBuckets {
  readonly storageBuckets?: { open(name: string, options: object): Promise<Bucket> };
}

/** The journal's folder in the browser; undefined where the browser has no place for it. */
export async function journalFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const { storageBuckets } = navigator as WithBuckets;
  const options = { persisted: true, durability: 'strict' };
  return (await storageBuckets?.open(JOURNAL_BUCKET, options))?.getDirectory();
}

/**
 * The journal in the browser's private file system. It is read here, and written by the worker that
 * `start` starts: only there can a browser say that bytes are on the disk.
 */
export function createWebJournal(start: () => Worker): JournalFiles {
  const writer = new Writer(start);
  return {
    list: () => inWords(async () => filesIn(await journalFolder(), '')),
    read: (path, from) =>
      inWords(async () => {
        const file = await (await handleAt(path)).getFile();
        return new Uint8Array(await file.slice(from).arrayBuffer());
      }),
    append: (path, at, bytes) => inWords(() => writer.order({ is: 'append', path, at, bytes })),
    put: (path, bytes) => inWords(() => writer.order({ is: 'put', path, at: 0, bytes })),
  };
}

/** Hands orders to the worker; one that has died is started anew with the next. */
class Writer {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, (why: string | undefined) => void>();
  #worker: Worker | undefined;
  #orders = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  order(order: Omit<JournalOrder, 'number'>): Promise<true> {
    const number = this.#orders++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, (why) =>
        why === undefined ? resolve(true) : reject(new Error(why)),
      );
      this.#worker ??= this.#started();
      this.#worker.postMessage({ ...order, number } satisfies JournalOrder);
    });
  }

  #started(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => {
      this.#waiting.get(data.number)?.(data.why);
      this.#waiting.delete(data.number);
    });
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.#worker = undefined;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const end of waiting) end('its writer has stopped');
    });
    return worker;
  }
}

async function filesIn(
  folder: FileSystemDirectoryHandle | undefined,
  path: string,
): Promise<JournalFile[]> {
  if (!folder) throw new Error('this browser has no place for it');
  const found: JournalFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    const own = path + name;
    if (handle.kind === 'directory') {
      found.push(...(await filesIn(handle as FileSystemDirectoryHandle, `${own}/`)));
    } else if (JOURNAL_PATH.test(own)) {
      found.push({ path: own, bytes: (await (handle as FileSystemFileHandle).getFile()).size });
    }
  }
  return found;
}

async function handleAt(path: string): Promise<FileSystemFileHandle> {
  if (!JOURNAL_PATH.test(path)) throw new Error('that is no file of the journal');
  let folder = await journalFolder();
  const names = path.split('/');
  for (const name of names.slice(0, -1)) folder = await folder?.getDirectoryHandle(name);
  if (!folder) throw new Error('this browser has no place for it');
  return folder.getFileHandle(names.at(-1) ?? '');
}

async function inWords<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await work());
  } catch (error) {
    return failed(
      `The journal could not be reached (${error instanceof Error ? error.message : error}).`,
      'The cards in the database are as they were.',
      'Check that the disk has space, then start Rounds again.',
    );
  }
}
