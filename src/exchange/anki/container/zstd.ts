import { Decompress } from 'fzstd';
import { BadPackage } from '../bad-package.ts';

/** What Zstandard itself takes at most unless told otherwise; Anki's own frames have 2 to 8 MB. */
const MOST_WINDOW_BYTES = 128 * 1024 * 1024;
/** The decoder moves a frame's window with each block: so many bytes are moved in some seconds. */
const MOST_MOVED_BYTES = 64 * 1024 ** 3;
/** Packed bytes handed on in one piece. */
const PIECE = 128 * 1024;
/** No block holds more (RFC 8878, 3.1.1.2.3). */
const MOST_BLOCK_BYTES = 128 * 1024;

/** A block of a frame: as it is, one byte said many times, or compressed. */
interface Block {
  readonly kind: number;
  readonly at: number;
  /** Of the bytes in the frame; of one byte said many times, how often. */
  readonly size: number;
}

/**
 * What the Zstandard frames in `packed` hold, piece by piece to `take`, which throws where it is
 * too much. Throws BadPackage where they are damaged, or claim a window that nobody needs.
 * Format: RFC 8878. `name`: for the words.
 */
export function unpackZstd(
  packed: Uint8Array,
  name: string,
  take: (piece: Uint8Array) => void,
): void {
  const { blocks, windows } = soundFrames(packed, name);
  if (blocks.every(({ kind }) => kind !== COMPRESSED)) {
    // Pictures and sounds are packed already, and stand in their frames as they are.
    for (const { kind, at, size } of blocks) {
      if (size === 0) continue;
      const isPlain = kind === PLAIN;
      take(isPlain ? packed.subarray(at, at + size) : repeated(packed[at] ?? 0, size));
    }
    return;
  }
  const stream = new Decompress((piece) => {
    if (piece.length > 0) take(piece);
  });
  const fitted = withSmallWindows(packed, windows);
  try {
    for (let from = 0; from < fitted.length; from += PIECE) {
      const to = Math.min(fitted.length, from + PIECE);
      stream.push(fitted.subarray(from, to), to === fitted.length);
    }
  } catch (error) {
    if (error instanceof BadPackage) throw error;
    throw damaged(name);
  }
}

const PLAIN = 0;
const REPEATED = 1;
const COMPRESSED = 2;

function repeated(byte: number, times: number): Uint8Array {
  return new Uint8Array(times).fill(byte);
}

/** Where a frame names its window, and how much it holds at most. */
interface Window {
  readonly at: number;
  readonly mostBytes: number;
}

/**
 * The frames with windows no larger than what they hold: the decoder takes memory for the whole of
 * one and moves it with each block, 8 MB for a picture of 100 KB.
 */
function withSmallWindows(packed: Uint8Array, windows: readonly Window[]): Uint8Array {
  const fitted = packed.slice();
  for (const { at, mostBytes } of windows) {
    const exponent = Math.max(10, Math.ceil(Math.log2(mostBytes)));
    const said = (exponent - 10) << 3;
    // Of equal exponents the mantissa says that it is larger.
    if (said < (fitted[at] ?? 0)) fitted[at] = said;
  }
  return fitted;
}

/** Walks frames and blocks without unpacking any: windows are known before memory is taken for one. */
function soundFrames(packed: Uint8Array, name: string) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const blocks: Block[] = [];
  const windows: Window[] = [];
  let moved = 0;
  let at = 0;
  if (packed.length === 0) throw damaged(name);
  while (at < packed.length) {
    if (at + 6 > packed.length || view.getUint32(at, true) !== 0xfd2fb528) throw damaged(name);
    const flags = view.getUint8(at + 4);
    const isSingle = (flags & 0x20) !== 0;
    // A dictionary would have to come from elsewhere.
    if ((flags & 0x0b) !== 0) throw damaged(name);
    const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
    const windowAt = at + 5;
    const sizeAt = windowAt + (isSingle ? 0 : 1);
    if (sizeAt + sizeBytes + 3 > packed.length) throw damaged(name);
    const window = isSingle ? contentSize(view, sizeAt, sizeBytes) : windowSize(view, windowAt);
    if (window > MOST_WINDOW_BYTES) throw tooLarge(name);
    const blocksBefore = blocks.length;
    at = sizeAt + sizeBytes;
    for (let isLast = false; !isLast; moved += window) {
      if (at + 3 > packed.length) throw damaged(name);
      const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
      isLast = (header & 1) === 1;
      const kind = (header >> 1) & 3;
      const size = header >> 3;
      if (kind > COMPRESSED || size > MOST_BLOCK_BYTES) throw damaged(name);
      blocks.push({ kind, at: at + 3, size });
      at += 3 + (kind === REPEATED ? 1 : size);
      if (at > packed.length) throw damaged(name);
    }
    const mostBytes = (blocks.length - blocksBefore) * MOST_BLOCK_BYTES;
    if (!isSingle) windows.push({ at: windowAt, mostBytes });
    if (flags & 4) at += 4;
    if (at > packed.length) throw damaged(name);
    if (moved > MOST_MOVED_BYTES) throw tooLarge(name);
  }
  return { blocks, windows };
}

function contentSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

function windowSize(view: DataView, at: number): number {
  const said = view.getUint8(at);
  const base = 2 ** (10 + (said >> 3));
  return base + (base / 8) * (said & 7);
}

function damaged(name: string): BadPackage {
  return new BadPackage('damaged', `“${name}” in the file is damaged: it is no sound Zstandard.`);
}

function tooLarge(name: string): BadPackage {
  return new BadPackage('too-large', `“${name}” in the file asks for more memory than it may.`);
}
