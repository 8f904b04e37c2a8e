import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import type { Result } from '../../kernel/problem.ts';
import { PATIENCE_WITH_FOLDER, withPatience } from '../files/patience.ts';
import { readFileAround } from '../files/read-around.ts';
import type { JournalFile, JournalFiles } from '../journal/journal-files.ts';
import {
  amendChosen,
  fileAt,
  inFolder,
  type ChosenHandle,
  mustBeRightFolder,
} from './web-chosen.ts';

/**
 * The journal in the folder that the person chose. What is added is written by the browser to a copy of
 * the file, which takes its place whole: a stick that is pulled out leaves the file of before.
 */
export function webFolderJournal(): JournalFiles {
  return {
    list: (name) =>
      inJournal(async ({ handle }) => {
        try {
          return await listed(await handle.getDirectoryHandle(name), `${name}/`);
        } catch (error) {
          if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
          // None yet; or the folder itself is gone, and this throws as well.
          for await (const _name of handle.keys()) break;
          return [];
        }
      }),
    read: (path, from) =>
      inJournal(async ({ handle }) => {
        const file = await (await fileAt(handle, checked(path))).getFile();
        return readFileAround(file, from);
      }),
    append: (path, at, bytes) =>
      inJournal(async (chosen) => {
        const file = await fileAt(chosen.handle, checked(path), true);
        const { size } = await file.getFile();
        if (size !== at) throw new Error(`it has ${size} bytes, and not ${at}`);
        await write(file, at, bytes);
        await amendChosen(chosen, (kept) =>
          kept.segment === undefined ? { ...kept, segment: path } : kept,
        );
        return true as const;
      }),
    put: (path, bytes) =>
      inJournal(async ({ handle }) => {
        const file = await fileAt(handle, checked(path), true);
        if (await holds(await file.getFile(), bytes)) return true as const;
        await write(file, 0, bytes);
        return true as const;
      }),
  };
}

function inJournal<Value>(work: (kept: ChosenHandle) => Promise<Value>): Promise<Result<Value>> {
  const rightly = async (kept: ChosenHandle) => {
    await mustBeRightFolder(kept);
    return work(kept);
  };
  return inFolder((kept) => withPatience(() => rightly(kept), PATIENCE_WITH_FOLDER), 'journal');
}

function checked(path: string): string {
  if (!JOURNAL_PATH.test(path)) throw new Error('that is no file of the journal');
  return path;
}

async function write(file: FileSystemFileHandle, at: number, bytes: Uint8Array): Promise<void> {
  const stream = await file.createWritable({ keepExistingData: at > 0 });
  try {
    await stream.write({ type: 'write', position: at, data: bytes as Uint8Array<ArrayBuffer> });
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.close();
}

/** What the disk gives back no more is not there. */
async function holds(file: File, bytes: Uint8Array): Promise<boolean> {
  if (file.size !== bytes.length) return false;
  const there = await readFileAround(file, 0).catch(() => new Uint8Array());
  return there.length === bytes.length && there.every((byte, at) => byte === bytes[at]);
}

async function listed(folder: FileSystemDirectoryHandle, path: string): Promise<JournalFile[]> {
  const found: JournalFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    const own = path + name;
    if (handle.kind === 'directory') {
      found.push(...(await listed(handle as FileSystemDirectoryHandle, `${own}/`)));
    } else if (JOURNAL_PATH.test(own)) {
      found.push({ path: own, bytes: (await (handle as FileSystemFileHandle).getFile()).size });
    }
  }
  return found;
}
