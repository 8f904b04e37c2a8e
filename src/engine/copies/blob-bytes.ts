import type { Bytes } from '../../exchange/collection-file/zip-directory.ts';

/** A file of the browser's, read in pieces. */
export function blobBytes(blob: Blob): Bytes {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}
