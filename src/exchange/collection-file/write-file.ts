import type { DeviceId } from '../../kernel/ids.ts';
import { segmentPath } from '../../kernel/journal-path.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { encodeLine, encodeLog, SEGMENT_BYTES } from '../../log/text/codec.ts';
import {
  COLLECTION_FORMAT,
  type FileInCollection,
  MANIFEST_NAME,
  type Manifest,
} from './manifest.ts';
import { ZipWriter } from './zip-writer.ts';

/**
 * Writes a collection file in pieces: `journal/` first, device by device, then `payloads/`, `media/`
 * and the table of contents, each in order of its path. Whoever calls keeps that order.
 */
export class CollectionFileWriter {
  readonly #zip: ZipWriter;
  readonly #files: FileInCollection[] = [];
  readonly #beside: FileInCollection[] = [];

  /** `sink` gets the file's pieces in their order; the next is made when it has settled. */
  constructor(sink: (piece: Uint8Array) => unknown) {
    this.#zip = new ZipWriter(sink);
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
    await this.#zip.add(path, content, path.startsWith('journal/'));
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
    await this.#zip.add(MANIFEST_NAME, new TextEncoder().encode(text), true);
    await this.#zip.end();
    return manifest;
  }
}
