import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, readFileAround } from '../../../src/platform/files/read-around.ts';

const refusal = () => new DOMException('The file could not be read.', 'NotReadableError');
const content = (size: number) => Uint8Array.from({ length: size }, (_, at) => 1 + (at % 251));

/** A file on a disk that gives no piece in which one of `bad` lies; `asked`: how often one was asked for. */
function onBadDisk(bytes: Uint8Array<ArrayBuffer>, bad: readonly number[], why = refusal) {
  const file = new Blob([bytes]);
  const asked = { times: 0 };
  file.slice = (from = 0, to = bytes.length) => {
    const piece = Blob.prototype.slice.call(file, from, to);
    piece.arrayBuffer = () => {
      asked.times++;
      if (bad.some((at) => at >= from && at < to)) return Promise.reject(why());
      return Blob.prototype.arrayBuffer.call(piece);
    };
    return piece;
  };
  return { file, asked };
}

test('[JOURNAL-23] what lies beside bad blocks is read, and nothing else is made up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 8 * BLOCK_BYTES, max: 40 * BLOCK_BYTES }),
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 3 }),
      fc.integer({ min: 0, max: BLOCK_BYTES }),
      async (size, places, from) => {
        const bytes = content(size);
        const bad = places.map((place) => Math.floor(from + place * (size - from)));
        const { file } = onBadDisk(bytes, bad);
        const read = await readFileAround(file, from);
        expect(read).toHaveLength(size - from);
        const wrong = [...read].flatMap((byte, at) => (byte === bytes[from + at] ? [] : [at]));
        expect(wrong.every((at) => read[at] === 0)).toBe(true);
        expect(wrong.length).toBeLessThanOrEqual(bad.length * BLOCK_BYTES);
        expect(bad.every((at) => read[at - from] === 0)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('[JOURNAL-23] a file that is refused altogether is refused, and soon', async () => {
  const bytes = content(400 * BLOCK_BYTES);
  const { file, asked } = onBadDisk(
    bytes,
    Array.from({ length: 400 }, (_, block) => block * BLOCK_BYTES),
  );
  await expect(readFileAround(file, 0)).rejects.toThrow('could not be read');
  expect(asked.times).toBeLessThan(120);
  const small = onBadDisk(content(10), [3]);
  await expect(readFileAround(small.file, 0)).rejects.toThrow('could not be read');
});

test('[JOURNAL-23] a fault that is not the disk’s is told at once', async () => {
  const gone = () => new DOMException('It is gone.', 'NotFoundError');
  const { file, asked } = onBadDisk(content(9 * BLOCK_BYTES), [100], gone);
  await expect(readFileAround(file, 0)).rejects.toThrow('gone');
  expect(asked.times).toBe(1);
});
