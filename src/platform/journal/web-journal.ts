import { failed, ok, type Result } from '../../kernel/problem.ts';
import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import type { JournalFile, JournalFiles } from './journal-files.ts';
import { journalFolder } from '../files/journal-folder.ts';
import { FileOrders } from '../files/file-orders.ts';
import type { JournalOrder } from './journal-worker.ts';

/**
 * The journal in the browser's private file system. It is read here, and written by the worker that
 * `start` starts: only there can a browser say that bytes are on the disk.
 */
export function createWebJournal(start: () => Worker): JournalFiles {
  const writer = new FileOrders<JournalOrder>(start);
  return {
    list: () => inWords(async () => filesIn(await journalFolder(), '')),
    read: (path, from) =>
      inWords(async () => {
        const file = await (await handleAt(path)).getFile();
        return new Uint8Array(await file.slice(from).arrayBuffer());
      }),
    append: (path, at, bytes) => inWords(() => writer.give({ is: 'append', path, at, bytes })),
    put: (path, bytes) => inWords(() => writer.give({ is: 'put', path, at: 0, bytes })),
  };
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
