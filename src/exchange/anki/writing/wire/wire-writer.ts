/** Writes a protobuf message field by field (protobuf.dev/programming-guides/encoding). */
export class WireWriter {
  readonly #parts: Uint8Array[] = [];

  /** A whole number of up to 64 bits, negative ones in two's complement. */
  whole(number: number, value: number | bigint): this {
    this.#varint(number * 8);
    this.#varint(BigInt.asUintN(64, BigInt(value)));
    return this;
  }

  real(number: number, value: number): this {
    this.#varint(number * 8 + 5);
    this.#parts.push(floatBytes([value]));
    return this;
  }

  reals(number: number, values: readonly number[]): this {
    return this.bytes(number, floatBytes(values));
  }

  text(number: number, value: string): this {
    return this.bytes(number, new TextEncoder().encode(value));
  }

  /** Bytes, or a message of its own. */
  bytes(number: number, value: Uint8Array): this {
    this.#varint(number * 8 + 2);
    this.#varint(value.length);
    this.#parts.push(value);
    return this;
  }

  /** `begun`, a message, with the fields written here at its end. */
  after(begun: Uint8Array): Uint8Array {
    this.#parts.unshift(begun);
    return this.end();
  }

  end(): Uint8Array {
    const all = new Uint8Array(this.#parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #varint(value: number | bigint): void {
    this.#parts.push(varint(value));
  }
}

function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let left = BigInt(value);
  while (left > 0x7fn) {
    bytes.push(Number(left & 0x7fn) | 0x80);
    left >>= 7n;
  }
  bytes.push(Number(left));
  return Uint8Array.from(bytes);
}

function floatBytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of values.entries()) view.setFloat32(at * 4, value, true);
  return bytes;
}
