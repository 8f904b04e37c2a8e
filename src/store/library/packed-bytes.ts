import type { Packed } from '../../domain/library/kept/packed.ts';

/** Two lengths stand first: of the JSON in bytes, and how many numbers. */
const HEAD_BYTES = 8;

/** The lengths, the texts as JSON, which keeps every string exactly, and the numbers from a multiple of 8 on. */
export function bytesOf({ texts, numbers }: Packed): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(texts));
  const from = numbersFrom(json.length);
  const bytes = new Uint8Array(from + numbers.byteLength);
  new Uint32Array(bytes.buffer, 0, 2).set([json.length, numbers.length]);
  bytes.set(json, HEAD_BYTES);
  new Float64Array(bytes.buffer, from).set(numbers);
  return bytes;
}

/** Throws where `bytes` is not what `bytesOf` made. */
export function packedOf(bytes: Uint8Array<ArrayBuffer>): Packed {
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const [length = 0, count = 0] = new Uint32Array(own.buffer, own.byteOffset, 2);
  const from = numbersFrom(length);
  if (own.length !== from + 8 * count) throw new Error('torn');
  return {
    texts: JSON.parse(new TextDecoder().decode(own.subarray(HEAD_BYTES, HEAD_BYTES + length))),
    numbers: new Float64Array(own.buffer, own.byteOffset + from, count),
  };
}

function numbersFrom(jsonBytes: number): number {
  return Math.ceil((HEAD_BYTES + jsonBytes) / 8) * 8;
}
