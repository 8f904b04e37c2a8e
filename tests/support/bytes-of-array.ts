import type { Bytes } from '../../src/exchange/collection-file/zip-directory.ts';

/** An array as a file that is read in pieces. */
export function bytesOfArray(array: Uint8Array): Bytes {
  return { size: array.length, read: async (from, to) => array.subarray(from, to) };
}
