import { type DeviceId, operationIdOf } from '../../kernel/ids.ts';
import type { Problem, Result } from '../../kernel/problem.ts';
import { segmentPath } from '../../kernel/journal-path.ts';
import { encodeLine, encodeLog, SEGMENT_BYTES, type VoidLine } from '../../log/text/codec.ts';
import { ok } from '../../kernel/problem.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { type PayloadRow, type StoredBody, isPacked } from '../../store/log/payloads.ts';
import type { OperationRow, RoundsDatabase } from '../../store/schema.ts';
import type { Copied, SecondCopy } from '../../store/place/second-copy.ts';
import { devicesIn } from '../../store/copies/cut.ts';
import { stampOf } from '../../store/log/log-rows.ts';
import { type JournalEnd, readEnds } from './ends.ts';

/** Operations copied from the database in one go. */
const PAGE = 1000;

/**
 * Keeps this device's operations in the journal, one line each, at the same time as the database
 * gets them. Where that failed, or the program was killed in between, the journal is completed from
 * the database at the next operation or start.
 */
export class JournalKeeper implements SecondCopy {
  readonly #store: RoundsDatabase;
  readonly #files: JournalFiles;
  readonly #listeners = new Set<() => void>();
  #ends: Map<DeviceId, JournalEnd> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #problem: Problem | undefined;
  #isOver = false;
  /** An import was copied: its files are not yet. Asked for anew at each start, where one was killed. */
  #mayLackMedia = true;

  constructor(store: RoundsDatabase, files: JournalFiles) {
    this.#store = store;
    this.#files = files;
  }

  /** Why the journal lacks something that the database has; undefined: it lacks nothing. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  onProblem(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes nothing from now on, and settles when nothing is being written: another window does. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#turn;
  }

  /** Copies what the database has and the journal lacks: also of other devices, whose steps came by a file. */
  async catchUp(): Promise<Result<true>> {
    const devices = await devicesIn(this.#store);
    for (const [deviceId, next] of devices) {
      const copied = await this.#catchUpWith(deviceId, next);
      if (!copied.ok) return copied;
    }
    const opened = await this.#inTurn(() => this.#open());
    // They may be gigabytes; the steps are there, and nobody waits for the rest.
    if (opened.ok && this.#mayLackMedia) void this.#copyMedia();
    return opened;
  }

  /**
   * What an import brought stands in its body, which is packed: files that are in the database and
   * not in the journal, one in each turn, so that whoever answers meanwhile waits for one at most.
   */
  async #copyMedia(): Promise<void> {
    this.#mayLackMedia = false;
    const lacking = new Set<string>();
    const compared = await this.#inTurn(async () => {
      const files = await this.#store.media.toArray();
      for (const { sha256 } of files) lacking.add(sha256);
      const listed = lacking.size > 0 ? await this.#files.list('media') : ok([]);
      if (listed.ok) for (const { path } of listed.value) lacking.delete(path.slice(6));
      return listed.ok ? ok(true) : listed;
    });
    let isDone = compared.ok;
    for (const sha256 of lacking) {
      if (!isDone) break;
      isDone = (await this.#inTurn(() => this.#putContent(sha256))).ok;
    }
    if (!isDone) this.#mayLackMedia = true;
  }

  /** Nothing, added where the next line goes to: the first answer need not wait for a file to open. */
  async #open(): Promise<Result<true>> {
    const device = await this.#store.device.get('device');
    const end = device && this.#ends?.get(device.deviceId);
    if (!end || end.bytes === 0 || end.bytes >= SEGMENT_BYTES) return ok(true);
    return this.#files.append(end.path, end.bytes, new Uint8Array());
  }

  async #catchUpWith(deviceId: DeviceId, next: number): Promise<Result<true>> {
    for (let reached = 0; ; ) {
      let isAll = true;
      // A page in each turn: whoever answers meanwhile does not wait for all of it.
      const copied = await this.#inTurn(async () => {
        const begun = await this.#begin(deviceId);
        if (!begun.ok) return begun;
        reached = Math.min(next, Math.max(reached, begun.value.next) + PAGE);
        isAll = reached === next;
        return this.#copyUntil(deviceId, reached);
      });
      if (!copied.ok || isAll) return copied;
    }
  }

  async add(copied: Copied): Promise<void> {
    await this.#inTurn(async () => {
      const { deviceId, counter } = copied.operation;
      const begun = await this.#begin(deviceId);
      if (!begun.ok) return begun;
      // Far behind, as at the first start with a journal: `catchUp` comes to it.
      if (counter - begun.value.next > PAGE) return ok(true);
      const before = await this.#copyUntil(deviceId, counter);
      return before.ok ? this.#write(deviceId, [copied]) : before;
    });
  }

  /**
   * Lines are never changed: those of these steps are written once more, where the journal ends. The
   * last step comes last again, because the end is read from the last lines alone.
   */
  async writeAgain(ids: readonly string[]): Promise<Result<true>> {
    const byDevice = new Map<DeviceId, string[]>();
    for (const id of [...ids].sort()) {
      const deviceId = id.slice(0, -11) as DeviceId;
      byDevice.set(deviceId, [...(byDevice.get(deviceId) ?? []), id]);
    }
    for (const [deviceId, own] of byDevice) {
      const done = await this.#inTurn(async () => {
        const begun = await this.#begin(deviceId);
        if (!begun.ok) return begun;
        const last = begun.value.next - 1;
        const all = last < 0 ? own : [...own, operationIdOf(deviceId, last)];
        for (let from = 0; from < all.length; from += PAGE) {
          const rows = await this.#store.operations.bulkGet(all.slice(from, from + PAGE) as never);
          const there = await this.#withPayloads(rows.filter((row) => row !== undefined));
          const written = await this.#write(deviceId, there);
          if (!written.ok) return written;
        }
        return ok(true);
      });
      if (!done.ok) return done;
    }
    return ok(true);
  }

  async takeBack(id: OperationRow['id']): Promise<void> {
    await this.#inTurn(async () => {
      const deviceId = id.slice(0, -11) as DeviceId;
      const counter = Number(id.slice(-10));
      // Not begun there, or not finished: there is nothing to take back.
      if (this.#ends?.get(deviceId)?.next !== counter + 1) return ok(true);
      return this.#append(deviceId, [{ void: id } satisfies VoidLine], counter);
    });
  }

  async #copyUntil(deviceId: DeviceId, counter: number): Promise<Result<true>> {
    const begun = await this.#begin(deviceId);
    if (!begun.ok) return begun;
    for (let next = begun.value.next; next < counter; ) {
      const to = Math.min(counter, next + PAGE);
      const rows = await this.#store.operations
        .where('id')
        .between(operationIdOf(deviceId, next), operationIdOf(deviceId, to), true, false)
        .toArray();
      const written = await this.#write(deviceId, await this.#withPayloads(rows));
      if (!written.ok) return written;
      next = to;
    }
    return ok(true);
  }

  async #begin(deviceId: DeviceId): Promise<Result<JournalEnd>> {
    if (!this.#ends) {
      const ends = await readEnds(this.#files);
      if (!ends.ok) return ends;
      this.#ends = new Map(ends.value);
    }
    const path = segmentPath(deviceId, 0);
    const nothing = { path, bytes: 0, chain: '', next: 0, isTorn: false };
    return ok(this.#ends.get(deviceId) ?? nothing);
  }

  async #withPayloads(rows: readonly OperationRow[]): Promise<Copied[]> {
    const packed = rows.map(({ body }) => (isPacked(body) ? body['#payload'] : ''));
    const payloads = await this.#store.payloads.bulkGet(packed);
    return rows.map((row, index) => {
      const payload = payloads[index];
      const operation = { ...stampOf(row), body: row.body } as Copied['operation'];
      return payload ? { operation, payload } : { operation };
    });
  }

  async #write(deviceId: DeviceId, all: readonly Copied[]): Promise<Result<true>> {
    for (const { operation, payload } of all) {
      const put = payload ? await this.#putPayload(payload) : ok(true as const);
      const media = put.ok ? await this.#putMedia(operation.body) : put;
      if (!media.ok) return media;
    }
    const last = all.at(-1)?.operation.counter;
    if (last === undefined) return ok(true);
    const reached = this.#ends?.get(deviceId)?.next ?? 0;
    return this.#append(
      deviceId,
      all.map(({ operation }) => operation),
      Math.max(last + 1, reached),
    );
  }

  #putPayload({ sha256, bytes }: PayloadRow): Promise<Result<true>> {
    return this.#files.put(`payloads/${sha256}.gz`, bytes);
  }

  /** The contents of files that an operation names stand in the database before it. */
  async #putMedia(body: StoredBody): Promise<Result<true>> {
    if (body.kind === 'import') this.#mayLackMedia = true;
    if (isPacked(body) || body.kind !== 'add-media') return ok(true);
    for (const { sha256 } of body.files) {
      const put = await this.#putContent(sha256);
      if (!put.ok) return put;
    }
    return ok(true);
  }

  async #putContent(sha256: string): Promise<Result<true>> {
    const row = await this.#store.blobs.get(sha256);
    if (!row) return ok(true);
    return this.#files.put(`media/${sha256}`, new Uint8Array(await row.blob.arrayBuffer()));
  }

  /** `next`: the number of the operation after these lines. */
  async #append(
    deviceId: DeviceId,
    lines: readonly unknown[],
    next: number,
  ): Promise<Result<true>> {
    const begun = await this.#begin(deviceId);
    if (!begun.ok) return begun;
    const end = begun.value;
    const fresh = segmentPath(deviceId, end.next);
    // Steps that are written again have no number that a new segment could be named by.
    const isFull = end.bytes >= SEGMENT_BYTES && end.path !== fresh;
    const path = isFull ? fresh : end.path;
    const at = isFull ? 0 : end.bytes;
    // A line that was torn stays, and ends here: what has no sound line of its own was never done.
    let text = at === 0 ? encodeLog([], end.chain).text : end.isTorn ? '\n' : '';
    let chain = end.chain;
    for (const each of lines) {
      const line = encodeLine(each, chain);
      text += line.text;
      chain = line.chain;
    }
    const bytes = new TextEncoder().encode(text);
    const added = await this.#files.append(path, at, bytes);
    const grown = { path, bytes: at + bytes.length, chain, next, isTorn: false };
    if (added.ok) this.#ends?.set(deviceId, grown);
    else this.#ends = undefined;
    return added;
  }

  /** One after the other; a failure is kept for whoever asks, and throws nothing. */
  #inTurn(work: () => Promise<Result<true>>): Promise<Result<true>> {
    const done = this.#turn
      .then(() => (this.#isOver ? OVER : work()))
      .catch((error: unknown): Result<true> => {
        const why = error instanceof Error ? error.message : String(error);
        return { ok: false, problem: unreachable(why) };
      });
    this.#turn = done.then((result) => {
      const problem = result.ok ? undefined : result.problem;
      const isNews = this.#problem !== problem;
      this.#problem = problem;
      if (isNews) for (const listener of this.#listeners) listener();
    });
    return done;
  }
}

const OVER: Result<never> = {
  ok: false,
  problem: {
    what: 'Another window of Rounds writes the journal.',
    kept: 'Everything is in the database.',
    todo: 'Go on in the other window.',
  },
};

function unreachable(why: string): Problem {
  return {
    what: `The journal could not be written (${why}).`,
    kept: 'Everything is in the database.',
    todo: 'It is written later by itself; check that the disk has space.',
  };
}
