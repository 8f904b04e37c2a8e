import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import { journalFolder } from '../files/journal-folder.ts';
import { FileOrders } from '../files/file-orders.ts';
import { type Patience, withPatience } from '../files/patience.ts';
import {
  type JournalFile,
  type JournalFiles,
  type JournalFolder,
  journalInWords,
} from './journal-files.ts';
import type { JournalOrder } from './journal-worker.ts';

/**
 * The journal in the browser's private file system. It is read here, and written by the worker that
 * `start` starts: only there can a browser say that bytes are on the disk.
 */
export function createWebJournal(start: () => Worker, patience?: Patience): JournalFiles {
  const writer = new FileOrders<JournalOrder>(start, patience);
  return {
    list: (folder) =>
      journalInWords(() => withPatience((goesOn) => listed(folder, goesOn), patience)),
    read: (path, from) =>
      journalInWords(() =>
        withPatience(async (goesOn) => {
          const file = await (await handleAt(path)).getFile();
          try {
            return new Uint8Array(await file.slice(from).arrayBuffer());
          } catch {
            // No start whose disk is sound loads it.
            const { readFileAround } = await import('../files/read-around.ts');
            return readFileAround(file, from, goesOn);
          }
        }, patience),
      ),
    append: (path, at, bytes) =>
      journalInWords(() => writer.give({ is: 'append', path, at, bytes })),
    put: (path, bytes) => journalInWords(() => writer.give({ is: 'put', path, at: 0, bytes })),
    letGo: () => writer.letGo(),
  };
}

async function listed(name: JournalFolder, goesOn: () => void): Promise<JournalFile[]> {
  const folder = await journalFolder();
  if (!folder) throw new Error('this browser has no place for it');
  return filesIn(await folder.getDirectoryHandle(name, { create: true }), `${name}/`, goesOn);
}

/** Of media there may be ten thousand: each that is found is a sign that it goes on. */
async function filesIn(
  folder: FileSystemDirectoryHandle,
  path: string,
  goesOn: () => void,
): Promise<JournalFile[]> {
  const found: JournalFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    goesOn();
    const own = path + name;
    if (handle.kind === 'directory') {
      found.push(...(await filesIn(handle as FileSystemDirectoryHandle, `${own}/`, goesOn)));
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
