import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import type { Result } from '../../kernel/problem.ts';
import {
  type JournalFile,
  type JournalFiles,
  type JournalFolder,
  journalInWords,
} from '../../platform/journal/journal-files.ts';
import { syncFolder } from './sync-folder.ts';

/** For nobody but this user. */
const PRIVATE: JournalHome = { folderMode: 0o700, fileMode: 0o600 };
/** A link in the place of a file would lead what is written elsewhere. Windows has no such flag. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/** Bad blocks of a file that are waited for: each may take a disk seconds. */
const MOST_REFUSED = 16;
const BLOCK_BYTES = 4096;

/** How files and folders are made; without modes as the person's other files are. */
interface JournalHome {
  readonly folderMode?: number;
  readonly fileMode?: number;
  /** The folder itself is never made: where it is not there, it belongs to a disk that is away. */
  readonly isGiven?: boolean;
}

/** The journal as files in `folder`, where no browser reaches. One order is done after the other. */
export function journalFilesIn(folder: string): JournalFiles {
  let turn: Promise<unknown> = Promise.resolve();
  const orders = journalOrders(folder, PRIVATE);

  function inTurn<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
    const done = turn.then(() => journalInWords(work));
    turn = done;
    return done;
  }

  return {
    list: (name) => inTurn(() => orders.list(name)),
    read: (path, from) => inTurn(() => orders.read(path, from)),
    append: (path, at, bytes) => inTurn(() => orders.append(path, at, bytes)),
    put: (path, bytes) => inTurn(() => orders.put(path, bytes)),
  };
}

/** What can be done with the files of a journal in `folder`; each throws where it fails. */
export function journalOrders(folder: string, home: JournalHome) {
  return {
    list: (name: JournalFolder) => filesIn(folder, `${name}/`),
    async read(path: string, from: number): Promise<Uint8Array> {
      const name = join(folder, checked(path));
      for (const each of foldersOf(folder, path)) await mustBeNoLink(each);
      return bytesFrom(name, from);
    },
    async append(path: string, at: number, bytes: Uint8Array): Promise<true> {
      const name = await placeOf(folder, path, home);
      const isNew = (await sizeOf(name)) === undefined;
      const file = await open(name, constants.O_RDWR | constants.O_CREAT | NO_LINK, home.fileMode);
      try {
        const { size } = await file.stat();
        if (size !== at) throw new Error(`it has ${size} bytes, and not ${at}`);
        try {
          await writeAll(file, bytes, at);
          await file.datasync();
        } catch (error) {
          // What was begun and not finished is cut off: it was never said to be there.
          await file.truncate(at).catch(() => {});
          throw error;
        }
      } finally {
        await file.close();
      }
      if (isNew) await syncFolder(dirname(name));
      return true;
    },
    async put(path: string, bytes: Uint8Array): Promise<true> {
      const name = await placeOf(folder, path, home);
      // Written once, under the hash of its content; written again only where it is not that any more.
      const isThere = (await sizeOf(name)) === bytes.length;
      if (isThere && (await holds(name, bytes))) return true;
      const draft = join(dirname(name), `.${randomUUID()}.tmp`);
      try {
        const file = await open(draft, 'wx', home.fileMode);
        try {
          await writeAll(file, bytes, 0);
          await file.datasync();
        } finally {
          await file.close();
        }
        await rename(draft, name);
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {});
        throw error;
      }
      await syncFolder(dirname(name));
      return true;
    },
  };
}

function checked(path: string): string {
  if (!JOURNAL_PATH.test(path)) throw new Error('that is no file of the journal');
  return path;
}

/** The file's whole name; the folders on the way are made. */
async function placeOf(
  folder: string,
  path: string,
  { folderMode, isGiven = false }: JournalHome,
): Promise<string> {
  const name = join(folder, checked(path));
  if (!isGiven) await mkdir(folder, { recursive: true, mode: folderMode });
  for (const each of foldersOf(folder, path)) await makeFolder(each, folderMode);
  return name;
}

/** The folders on the way to a file, the outermost first. */
function foldersOf(folder: string, path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, depth) => join(folder, ...names.slice(0, depth + 1)));
}

/** A folder that is a link would lead all that is in it elsewhere. */
async function mustBeNoLink(path: string): Promise<void> {
  if (!(await lstat(path)).isSymbolicLink()) return;
  throw Object.assign(new Error('a link is in the place of a folder'), { code: 'ELOOP' });
}

/** In one that is there. */
async function makeFolder(path: string, mode: number | undefined): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await mustBeNoLink(path);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw new Error('the disk takes no more');
    done += bytesWritten;
  }
}

/** What the disk gives back no more is not there. */
async function holds(name: string, bytes: Uint8Array): Promise<boolean> {
  const there = await bytesFrom(name, 0).catch(() => new Uint8Array());
  return Buffer.compare(there, bytes) === 0;
}

/** With zeros where the disk has a bad block; throws where it gives nothing at all, or has many. */
async function bytesFrom(name: string, from: number): Promise<Uint8Array> {
  const file = await open(name, constants.O_RDONLY | NO_LINK);
  try {
    const length = Math.max(0, (await file.stat()).size - from);
    const bytes = new Uint8Array(length);
    let [read, refused] = [0, 0];
    for (let done = 0; done < length; ) {
      try {
        const { bytesRead } = await file.read(bytes, done, length - done, from + done);
        if (bytesRead === 0) return bytes.subarray(0, done);
        read += bytesRead;
        done += bytesRead;
      } catch (error) {
        const isBad = (error as NodeJS.ErrnoException).code === 'EIO';
        if (!isBad || ++refused > MOST_REFUSED) throw error;
        const next = (Math.floor((from + done) / BLOCK_BYTES) + 1) * BLOCK_BYTES - from;
        // Where the rest is refused, the file has been read if any of it was.
        if (next >= length && read === 0) throw error;
        done = next;
      }
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/** undefined: there is no file. */
async function sizeOf(name: string): Promise<number | undefined> {
  try {
    return (await stat(name)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function filesIn(folder: string, path: string): Promise<JournalFile[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const found: JournalFile[] = [];
  for (const entry of entries) {
    const own = path + entry.name;
    if (entry.isDirectory()) found.push(...(await filesIn(folder, `${own}/`)));
    else if (entry.isFile() && JOURNAL_PATH.test(own)) {
      found.push({ path: own, bytes: (await stat(join(folder, own))).size });
    }
  }
  return found;
}
