import { BadFile } from '../../exchange/collection-file/bad-file.ts';
import type { Bytes } from '../../exchange/collection-file/zip-directory.ts';
import { t } from '../../kernel/texts.ts';

/** So much is read at once where a file is read from place to place: each read has its price. */
const AHEAD_BYTES = 4 * 1024 * 1024;

/** A file of the browser's, read in pieces. */
export function blobBytes(blob: Blob): Bytes {
  const readNow = async (from: number, to: number) => {
    const read = await blob.slice(from, to).arrayBuffer().catch(notRead);
    return new Uint8Array(read);
  };
  let ahead = { from: 0, to: 0, bytes: Promise.resolve(new Uint8Array()) };
  return {
    size: blob.size,
    async read(from, to) {
      const isNext = from >= ahead.from && from <= ahead.to;
      if (!isNext || to - from >= AHEAD_BYTES) {
        ahead = { from: to, to, bytes: Promise.resolve(new Uint8Array()) };
        return readNow(from, to);
      }
      if (to > ahead.to) {
        const end = Math.min(blob.size, from + AHEAD_BYTES);
        ahead = { from, to: end, bytes: readNow(from, end) };
      }
      const { from: start, bytes } = ahead;
      return (await bytes).subarray(from - start, to - start);
    },
  };
}

/** A fault of the file’s own: nothing is said by it of the database, whose reads fail by the same names. */
function notRead(): never {
  throw new BadFile(
    'unreadable',
    t`The system cannot read all of it: its disk is damaged, or went away.`,
  );
}
