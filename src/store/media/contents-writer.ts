import { ok, type Result } from '../../kernel/problem.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { RoundsDatabase } from '../schema.ts';
import { storageProblem } from '../storage-problem.ts';
import { type Content, putBlobs } from './blobs.ts';

/** So much is written in one transaction. */
const WRITTEN_AT_ONCE = 8 * 1024 * 1024;

/**
 * Writes contents into the database some megabytes at a time: a disk waits as long for one as for
 * many. What was added is there only once `end` has said so.
 */
export class ContentsWriter {
  readonly #db: RoundsDatabase;
  #waiting: Content[] = [];
  #bytes = 0;
  #written = 0;

  constructor(db: RoundsDatabase) {
    this.#db = db;
  }

  /** Contents that are there. */
  get written(): number {
    return this.#written;
  }

  async add(content: Content): Promise<Result<true>> {
    this.#waiting.push(content);
    this.#bytes += content.bytes.length;
    return this.#bytes >= WRITTEN_AT_ONCE ? this.end() : ok(true);
  }

  async addBytes(bytes: Uint8Array): Promise<Result<true>> {
    const own = bytes as Uint8Array<ArrayBuffer>;
    try {
      return this.add({ sha256: await sha256Of(own), bytes: own });
    } catch (error) {
      return storageProblem(error);
    }
  }

  async end(): Promise<Result<true>> {
    const some = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    const put = some.length > 0 ? await putBlobs(this.#db, some) : ok(true as const);
    if (put.ok) this.#written += some.length;
    return put;
  }
}
