import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';

/** Noon of 1980-01-01, wherever the computer is: the same collection, the same bytes. */
const [TIME, DAY] = [12 << 11, (1 << 5) | 1];
const MOST_IN_32_BITS = 0xffffffff;
const MOST_IN_16_BITS = 0xffff;
/** Version of the format that a reader must know: 2.0, and 4.5 for numbers of 64 bits (zip64). */
const [PLAIN, WIDE] = [20, 45];
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** Compresses a whole file. */
export type Pack = (content: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const packAlike: Pack = (content) => deflateSync(content, { level: 6 });

/**
 * Writes a zip in pieces, of any size and with any number of files (APPNOTE 6.3, 4.3 and 4.5.3):
 * what does not fit into the old fields stands in those of zip64, and only then.
 */
export class ZipWriter {
  readonly #sink: (piece: Uint8Array) => unknown;
  readonly #pack: Pack;
  readonly #directory: Uint8Array[] = [];
  #at: number;

  /**
   * `sink` gets the pieces in order; the next is made when it has settled. `at`: bytes before them.
   * `pack` compresses (RFC 1951); without it, the same content gives the same bytes wherever it is.
   */
  constructor(sink: (piece: Uint8Array) => unknown, at = 0, pack: Pack = packAlike) {
    this.#sink = sink;
    this.#at = at;
    this.#pack = pack;
  }

  /** A file of less than 4 GB, which is known whole. */
  async add(name: string, content: Uint8Array, isPacked: boolean): Promise<void> {
    const bytes = isPacked ? await this.#pack(content) : content;
    const nameBytes = new TextEncoder().encode(name);
    const at = this.#at;
    const isFar = at >= MOST_IN_32_BITS;
    const shared = (fields: Fields): Fields =>
      fields
        .u16(isFar ? WIDE : PLAIN)
        .u16(FLAGS)
        .u16(isPacked ? 8 : 0)
        .u16(TIME)
        .u16(DAY)
        .u32(crc32(content))
        .u32(bytes.length)
        .u32(content.length)
        .u16(nameBytes.length);
    await this.#put(shared(new Fields().u32(0x04034b50)).u16(0).with(nameBytes));
    await this.#put(bytes);
    const extra = isFar ? new Fields().u16(1).u16(8).u64(at).with() : new Uint8Array();
    this.#directory.push(
      shared(new Fields().u32(0x02014b50).u16(isFar ? WIDE : PLAIN))
        .u16(extra.length)
        .u16(0)
        .u16(0)
        .u16(0)
        .u32(0)
        .u32(isFar ? MOST_IN_32_BITS : at)
        .with(nameBytes, extra),
    );
  }

  async end(): Promise<void> {
    const at = this.#at;
    const entries = this.#directory.length;
    for (const entry of this.#directory) await this.#put(entry);
    const size = this.#at - at;
    const isWide = entries >= MOST_IN_16_BITS || at >= MOST_IN_32_BITS || size >= MOST_IN_32_BITS;
    if (isWide) {
      const wideEnd = this.#at;
      const record = new Fields().u32(0x06064b50).u64(44).u16(WIDE).u16(WIDE).u32(0).u32(0);
      await this.#put(record.u64(entries).u64(entries).u64(size).u64(at).with());
      await this.#put(new Fields().u32(0x07064b50).u32(0).u64(wideEnd).u32(1).with());
    }
    const count = Math.min(entries, MOST_IN_16_BITS);
    const end = new Fields().u32(0x06054b50).u16(0).u16(0).u16(count).u16(count);
    await this.#put(
      end.u32(Math.min(size, MOST_IN_32_BITS)).u32(Math.min(at, MOST_IN_32_BITS)).u16(0).with(),
    );
  }

  async #put(piece: Uint8Array): Promise<void> {
    this.#at += piece.length;
    if (piece.length > 0) await this.#sink(piece);
  }
}

/** Numbers one after the other, the lowest byte of each first. */
class Fields {
  readonly #bytes: number[] = [];

  u16(value: number): this {
    this.#bytes.push(value & 0xff, value >>> 8);
    return this;
  }

  u32(value: number): this {
    return this.u16(value & 0xffff).u16(value >>> 16);
  }

  u64(value: number): this {
    return this.u32(value % 2 ** 32).u32(Math.floor(value / 2 ** 32));
  }

  with(...after: readonly Uint8Array[]): Uint8Array {
    const all = new Uint8Array(after.reduce((sum, { length }) => sum + length, this.#bytes.length));
    all.set(this.#bytes);
    let at = this.#bytes.length;
    for (const each of after) {
      all.set(each, at);
      at += each.length;
    }
    return all;
  }
}
