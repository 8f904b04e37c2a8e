import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { DeviceId } from '../../kernel/ids.ts';
import { segmentPath } from '../../kernel/journal-path.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { encodeLine, encodeLog, SEGMENT_BYTES } from '../../log/codec.ts';
import {
  COLLECTION_FORMAT,
  type FileInCollection,
  MANIFEST_NAME,
  type Manifest,
} from './manifest.ts';

/** Noon of the first day a zip can name, wherever the computer is: the same collection, the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1, 12);
/** What a zip without its large extension can hold. */
const MOST_FILES = 65_000;
const MOST_BYTES = 4_000_000_000;

/** Thrown where a collection does not fit into one file. */
export class TooLargeToSave extends Error {}

/**
 * Writes a collection file in pieces: `journal/` first, device by device, then `payloads/`, `media/`
 * and the table of contents, each in order of its path. Whoever calls keeps that order.
 */
export class CollectionFileWriter {
  readonly #zip: Zip;
  readonly #sink: (piece: Uint8Array) => unknown;
  readonly #files: FileInCollection[] = [];
  readonly #beside: FileInCollection[] = [];
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  /** `sink` gets the file's pieces in their order; the next is made when it has settled. */
  constructor(sink: (piece: Uint8Array) => unknown) {
    this.#sink = sink;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  /** A device's operations, as their rows hold them, in the order of their numbers. */
  async addSegments(deviceId: DeviceId, pages: AsyncIterable<readonly unknown[]>): Promise<void> {
    let lines: string[] = [];
    let first = 0;
    let bytes = 0;
    let chain = '';
    const end = async (): Promise<void> => {
      if (lines.length < 2) return;
      await this.add(segmentPath(deviceId, first), new TextEncoder().encode(lines.join('')));
      lines = [];
    };
    for await (const page of pages) {
      for (const operation of page) {
        if (lines.length === 0) {
          lines.push(encodeLog([], chain).text);
          first = (operation as { readonly counter: number }).counter;
          bytes = 0;
        }
        const line = encodeLine(operation, chain);
        lines.push(line.text);
        chain = line.chain;
        bytes += line.text.length;
        if (bytes >= SEGMENT_BYTES) await end();
      }
    }
    await end();
  }

  /** A file by its path. What is compressed already is not compressed again. */
  async add(path: string, content: Uint8Array): Promise<void> {
    this.#files.push({ path, bytes: content.length, sha256: await sha256Of(content) });
    await this.#put(path, content, path.startsWith('journal/'));
  }

  /** Named, and kept elsewhere. */
  addBeside(file: FileInCollection): void {
    this.#beside.push(file);
  }

  async end(
    told: Pick<Manifest, 'program' | 'lastAtMillis' | 'counts' | 'stateHash'>,
  ): Promise<Manifest> {
    const { program, lastAtMillis, counts, stateHash } = told;
    const manifest: Manifest = {
      rounds: 'collection',
      format: COLLECTION_FORMAT,
      program,
      lastAtMillis,
      counts: {
        cards: counts.cards,
        notes: counts.notes,
        reviews: counts.reviews,
        operations: counts.operations,
        media: counts.media,
      },
      stateHash,
      files: this.#files,
      beside: this.#beside,
    };
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    await this.#put(MANIFEST_NAME, new TextEncoder().encode(text), true);
    this.#zip.end();
    await this.#flush();
    return manifest;
  }

  async #put(path: string, content: Uint8Array, isPacked: boolean): Promise<void> {
    this.#bytes += content.length;
    if (this.#files.length > MOST_FILES || this.#bytes > MOST_BYTES) {
      throw new TooLargeToSave('one file cannot hold as much');
    }
    const file = isPacked ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    file.mtime = ZIP_DATE;
    this.#zip.add(file);
    file.push(content as Uint8Array<ArrayBuffer>, true);
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const piece of pieces) await this.#sink(piece);
  }
}
