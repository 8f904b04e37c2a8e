import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { NO_FILE } from './atomic-file.ts';

/**
 * The bytes of a file from `from` on, `length` of them or as many as there are, whatever size the
 * system says it has: files of /proc say 0. Rejects with NO_FILE for a folder, a pipe or a device,
 * and waits for none of them.
 */
export async function readPiece(path: string, from: number, length: number): Promise<Uint8Array> {
  // A pipe that nobody writes to would be waited for without end. Windows has no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile()) throw Object.assign(new Error(NO_FILE), { code: NO_FILE });
    const bytes = new Uint8Array(length);
    for (let read = 0; read < length; ) {
      const { bytesRead } = await file.read(bytes, read, length - read, from + read);
      if (bytesRead === 0) return bytes.slice(0, read);
      read += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
