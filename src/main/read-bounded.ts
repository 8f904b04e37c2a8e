import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { NO_FILE } from './atomic-file.ts';

/**
 * The bytes of a file, `most` and one more at most, whatever size the system says it has: files of
 * /proc say 0. Rejects with NO_FILE for a folder, a pipe or a device, and waits for none of them.
 */
export async function readBounded(path: string, most: number): Promise<Buffer> {
  // A pipe that nobody writes to would be waited for without end. Windows has no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile()) throw Object.assign(new Error(NO_FILE), { code: NO_FILE });
    const parts: Buffer[] = [];
    for (let length = 0; length <= most; ) {
      const part = Buffer.alloc(Math.min(CHUNK, most + 1 - length));
      const { bytesRead } = await file.read(part, 0, part.length, null);
      if (bytesRead === 0) break;
      parts.push(part.subarray(0, bytesRead));
      length += bytesRead;
    }
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

const CHUNK = 1024 * 1024;
