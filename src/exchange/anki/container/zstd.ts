import { Decompress } from 'fzstd';
import { BadPackage } from '../bad-package.ts';

/** What Zstandard itself takes at most unless told otherwise; Anki's own frames have 2 to 8 MB. */
const MOST_WINDOW_BYTES = 128 * 1024 * 1024;
/** The decoder moves a frame's window with each block: so many bytes are moved in some seconds. */
const MOST_MOVED_BYTES = 64 * 1024 ** 3;
/** Packed bytes handed on in one piece. */
const PIECE = 128 * 1024;

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
  throwIfUnsound(packed, name);
  const stream = new Decompress((piece) => {
    if (piece.length > 0) take(piece);
  });
  try {
    for (let from = 0; from < packed.length; from += PIECE) {
      const to = Math.min(packed.length, from + PIECE);
      stream.push(packed.subarray(from, to), to === packed.length);
    }
  } catch (error) {
    if (error instanceof BadPackage) throw error;
    throw damaged(name);
  }
}

/** Walks frames and blocks without unpacking any: windows are known before memory is taken for one. */
function throwIfUnsound(packed: Uint8Array, name: string): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
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
    const sizeAt = at + (isSingle ? 5 : 6);
    if (sizeAt + sizeBytes + 3 > packed.length) throw damaged(name);
    const window = isSingle ? contentSize(view, sizeAt, sizeBytes) : windowSize(view, at + 5);
    if (window > MOST_WINDOW_BYTES) throw tooLarge(name);
    at = sizeAt + sizeBytes;
    for (let isLast = false; !isLast; moved += window) {
      if (at + 3 > packed.length) throw damaged(name);
      const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
      isLast = (header & 1) === 1;
      const kind = (header >> 1) & 3;
      if (kind === 3) throw damaged(name);
      // A block of one byte, said many times, has that one byte.
      at += 3 + (kind === 1 ? 1 : header >> 3);
      if (at > packed.length) throw damaged(name);
    }
    if (flags & 4) at += 4;
    if (at > packed.length) throw damaged(name);
    if (moved > MOST_MOVED_BYTES) throw tooLarge(name);
  }
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
