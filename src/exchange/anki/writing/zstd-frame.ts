/** No block is larger (RFC 8878, 3.1.1.2.4). */
const BLOCK_BYTES = 128 * 1024;
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** The content's size stands in eight bytes; no checksum, no dictionary. */
const DESCRIPTOR = 0xc0;
/** A window of one block: 2^(10 + 7) bytes. */
const WINDOW = 7 << 3;
const BEFORE_BLOCKS = 14;

/**
 * `content` as a frame of Zstandard whose blocks hold it as it is: sound, and not smaller. A
 * compressor of Zstandard's would be a dependency, for a form that is asked for seldom.
 */
export function zstdFrame(content: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(content.length / BLOCK_BYTES));
  const frame = new Uint8Array(BEFORE_BLOCKS + blocks * 3 + content.length);
  frame.set([...MAGIC, DESCRIPTOR, WINDOW]);
  new DataView(frame.buffer).setBigUint64(6, BigInt(content.length), true);
  let at = BEFORE_BLOCKS;
  for (let block = 0; block < blocks; block++) {
    const piece = content.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);
    const isLast = block === blocks - 1;
    const header = (piece.length << 3) | (isLast ? 1 : 0);
    frame.set([header & 0xff, (header >> 8) & 0xff, header >> 16], at);
    frame.set(piece, at + 3);
    at += 3 + piece.length;
  }
  return frame;
}
