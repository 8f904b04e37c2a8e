import { decompress } from 'fzstd';
import { expect, test } from 'vitest';
import { unpackZstd } from '../../../../src/exchange/anki/container/zstd.ts';
import { zstdFrame } from '../../../../src/exchange/anki/writing/zstd-frame.ts';

test.each([0, 1, 131_071, 131_072, 131_073, 400_000])(
  '[ANKI-46] a frame of %i bytes holds them, for another decoder and for ours',
  (length) => {
    const content = Uint8Array.from({ length }, (_, at) => (at * 7) & 0xff);
    const frame = zstdFrame(content);
    expect(Buffer.compare(decompress(frame), content)).toBe(0);
    const pieces: Uint8Array[] = [];
    unpackZstd(frame, 'x', (piece) => pieces.push(piece.slice()));
    expect(Buffer.compare(Buffer.concat(pieces), content)).toBe(0);
  },
);
