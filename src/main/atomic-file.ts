import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import {
  type FileHandle,
  lstat,
  open,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes a whole file or nothing: to a new file beside it, flushed to the disk, then renamed over
 * it. Rejects where the disk refuses, and where something other than a file is at `path`; whatever
 * was there before is then still there. What is a link stays one, and the file that it leads to
 * keeps its mode and, where the system lets it, its owner.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await behindLinks(path);
  const before = await found(target);
  if (before && !before.isFile()) throw Object.assign(new Error(NO_FILE), { code: NO_FILE });
  // Of a name of its own: the file's with an ending may be longer than the disk allows.
  const draft = join(dirname(target), `.rounds-${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx', before ? 0o600 : 0o666);
    try {
      await file.writeFile(text, 'utf8');
      if (before) await takeOver(file, before);
      await file.sync();
    } finally {
      await file.close();
    }
    if (before && before.nlink > 1) await copyInto(target, text);
    else await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await rm(draft, { force: true });
}

/** The error's code where a folder, a pipe or a device has the name. */
export const NO_FILE = 'ENOTFILE';

/** Where the links at `path` lead, also to what is not there yet. */
async function behindLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink();
    if (!isLink) return path;
    const next = resolve(dirname(path), await readlink(path));
    // Links that lead round in a circle are refused by the system with a word of its own.
    return (await lstat(next).catch(() => undefined))?.isSymbolicLink() ? path : next;
  }
}

/** undefined: nothing is there. */
async function found(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function takeOver(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await file.stat();
  // Only a system's administrator may give files away; then its mode alone is kept.
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => {});
  await file.chmod(mode & 0o7777);
}

/**
 * A file with several names would lose the others by a rename. What it grows by is written first: a
 * disk that has no room for that leaves the rest as it was, and the rest needs none.
 */
async function copyInto(target: string, text: string): Promise<void> {
  const file = await open(target, constants.O_WRONLY);
  try {
    const bytes = Buffer.from(text, 'utf8');
    const { size } = await file.stat();
    try {
      await writeFrom(file, bytes, size, bytes.length);
      await file.sync();
    } catch (error) {
      await file.truncate(size);
      throw error;
    }
    await writeFrom(file, bytes, 0, Math.min(size, bytes.length));
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeFrom(file: FileHandle, bytes: Buffer, from: number, to: number): Promise<void> {
  for (let at = from; at < to; ) at += (await file.write(bytes, at, to - at, at)).bytesWritten;
}
