/** One field of a protobuf message: a number (bigint beyond 2^53), or bytes of whatever they are. */
export interface WireField {
  readonly number: number;
  readonly value: number | bigint | Uint8Array;
}

/** Thrown for bytes that are no protobuf message. */
export class BadWire extends Error {}

/**
 * The fields of a protobuf message in their order, repeated and unknown ones too. Varints are read
 * as signed 64-bit integers, as Anki's are. Format: protobuf.dev/programming-guides/encoding.
 */
export function wireFields(bytes: Uint8Array): readonly WireField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): number | bigint => {
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new BadWire('a number ends too early');
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return low;
    }
    let large = BigInt(low);
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw new BadWire('a number ends too early');
      large |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return exactId(BigInt.asIntN(64, large));
    }
    throw new BadWire('a number has more than 64 bits');
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const number = Math.floor(tag / 8);
    if (!Number.isSafeInteger(tag) || number < 1) throw new BadWire('a field has no number');
    const kind = tag & 7;
    if (kind === 0) {
      fields.push({ number, value: varint() });
      continue;
    }
    const length = kind === 1 ? 8 : kind === 5 ? 4 : kind === 2 ? Number(varint()) : -1;
    if (length < 0) throw new BadWire('a field is of no kind that there is');
    if (at + length > bytes.length) throw new BadWire('a field ends after its message');
    if (kind === 1) fields.push({ number, value: exactId(view.getBigInt64(at, true)) });
    else if (kind === 5) fields.push({ number, value: view.getFloat32(at, true) });
    else fields.push({ number, value: bytes.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

/** A number where it can be one without loss. */
export function exactId(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Questions to a message's fields. Where one is there several times, the last counts. */
export class WireMessage {
  readonly #fields: readonly WireField[];

  constructor(bytes: Uint8Array) {
    this.#fields = wireFields(bytes);
  }

  /** Every message under `number`; whatever else stands there is none. */
  messages(number: number): readonly Uint8Array[] {
    return this.#fields.flatMap((field) =>
      field.number === number && field.value instanceof Uint8Array ? [field.value] : [],
    );
  }

  bytes(number: number): Uint8Array | undefined {
    return this.messages(number).at(-1);
  }

  text(number: number): string {
    const bytes = this.bytes(number);
    return bytes ? new TextDecoder().decode(bytes) : '';
  }

  exact(number: number): number | bigint | undefined {
    const last = this.#fields.findLast((field) => field.number === number)?.value;
    return last instanceof Uint8Array ? undefined : last;
  }

  count(number: number): number | undefined {
    const value = this.exact(number);
    return value === undefined ? undefined : Number(value);
  }

  isSet(number: number): boolean {
    return (this.count(number) ?? 0) !== 0;
  }

  /** A list of 32-bit floats, packed or one by one. */
  floats(number: number): readonly number[] {
    return this.#fields.flatMap((field): number[] => {
      if (field.number !== number) return [];
      if (!(field.value instanceof Uint8Array)) return [Number(field.value)];
      const { buffer, byteOffset, byteLength } = field.value;
      if (byteLength % 4 !== 0) throw new BadWire('a list of numbers is torn');
      const view = new DataView(buffer, byteOffset, byteLength);
      return Array.from({ length: byteLength / 4 }, (_, at) => view.getFloat32(at * 4, true));
    });
  }
}
