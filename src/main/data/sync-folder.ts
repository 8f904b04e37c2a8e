import { open } from 'node:fs/promises';

/** What systems say of a folder that cannot be flushed: network drives, sticks, folders of other programs. */
const NOT_FOR_FOLDERS = ['EINVAL', 'EBADF', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EPERM', 'EISDIR'];

/**
 * A new name is on the disk only when its folder is. Windows keeps names by itself, and so do the file
 * systems that flush no folder: what was written there is there all the same.
 */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!NOT_FOR_FOLDERS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
