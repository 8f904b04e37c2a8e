import { Gunzip, Inflate } from 'fflate';
import { BadFile } from './bad-file.ts';

/** Packed bytes handed on in one piece: what comes out of one is 1,000 times as much at most. */
const PIECE = 16 * 1024;

/**
 * What `packed` holds; no more than `most` bytes are ever unpacked, whatever sizes were claimed.
 * Throws BadFile where there would be more, or where it is damaged. `name`: for the words.
 */
export function unpack(
  packed: Uint8Array,
  by: 'inflate' | 'gunzip',
  most: number,
  name: string,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let isWhole = false;
  const take = (piece: Uint8Array, isLast: boolean): void => {
    bytes += piece.length;
    if (bytes > most) {
      throw new BadFile('too-large', `“${name}” in the file unpacks to more than it may hold.`);
    }
    pieces.push(piece);
    isWhole = isLast;
  };
  const stream = by === 'inflate' ? new Inflate(take) : new Gunzip(take);
  try {
    for (let from = 0; from < packed.length; from += PIECE) {
      const to = from + PIECE;
      stream.push(packed.subarray(from, to), to >= packed.length);
    }
  } catch (error) {
    if (error instanceof BadFile) throw error;
    throw new BadFile('damaged', `“${name}” in the file is damaged.`);
  }
  if (!isWhole) throw new BadFile('damaged', `“${name}” in the file is damaged.`);
  return joinedPieces(pieces);
}

/** One array of `pieces`. */
export function joinedPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
