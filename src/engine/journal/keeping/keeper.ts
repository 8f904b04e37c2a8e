import { type DeviceId, operationIdOf } from '../../../kernel/ids.ts';
import type { VoidLine } from '../../../log/text/codec.ts';
import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import type { OperationBody } from '../../../log/operation.ts';
import { unpackBodies } from '../../../store/log/payloads.ts';
import type { OperationRow, RoundsDatabase } from '../../../store/schema.ts';
import type { Copied, SecondCopy } from '../../../store/place/second-copy.ts';
import { devicesIn } from '../../../store/copies/cut.ts';
import { BEING_COMPLETED, writingFailed, JournalTurns } from './journal-turns.ts';
import { mediaBroughtBy, mediaLacking, putContent } from '../media-beside.ts';
import { PAGE, withPayloads } from '../written-lines.ts';
import type { JournalStanding } from '../journal-standing.ts';
import { FAR_BEHIND, JournalLines } from './journal-lines.ts';
import { TriedAgain } from './tried-again.ts';

/** After a step, nothing is caught up with in the background for so long. */
const QUIET_MILLIS = 1000;

/**
 * Keeps this device's operations in the journal, one line each, at the same time as the database
 * gets them. Where that failed, or the program was killed in between, the journal is completed from
 * the database at the next operation or start.
 */
export class JournalKeeper implements SecondCopy {
  readonly #store: RoundsDatabase;
  readonly #files: JournalFiles;
  readonly #turns = new JournalTurns();
  readonly #lines: JournalLines;
  readonly #triedAgain: TriedAgain | undefined;
  /** Steps that were added, and how many of them the catching up in the background has waited after. */
  #steps = 0;
  #stepsWaitedAfter = 0;
  #isCatchingUp = false;
  /** Some of what the database has was left to the next catching up, or to one that is under way. */
  #isBehind = false;
  /** An import was copied: its files are not yet. Asked for anew at each start, where one was killed. */
  #mayLackMedia = true;

  /** `standing`: where a failure that lasts is told; `nowMillis`: the time, for that. */
  constructor(
    store: RoundsDatabase,
    files: JournalFiles,
    standing?: JournalStanding,
    nowMillis: () => number = Date.now,
  ) {
    this.#store = store;
    this.#files = files;
    this.#lines = new JournalLines(store, files, () => {
      this.#mayLackMedia = true;
    });
    if (!standing) return;
    this.#triedAgain = new TriedAgain(() => this.catchUp(), standing, nowMillis);
    this.#turns.onProblem(() => this.#triedAgain?.heard(this.#turns.problem));
  }

  /** Why the journal lacks something that the database has; undefined: it lacks nothing. */
  get problem(): Problem | undefined {
    return this.#turns.problem ?? (this.#isBehind ? BEING_COMPLETED : undefined);
  }

  onProblem(listener: () => void): () => void {
    return this.#turns.onProblem(listener);
  }

  /** Writes nothing from now on, and settles when nothing is being written: another window does. */
  end(): Promise<void> {
    this.#triedAgain?.end();
    return this.#turns.end();
  }

  /**
   * Copies what the database has and the journal lacks: also of other devices, whose steps came by a
   * file. `pause`: what it waits for before each page, in the background of other work; then steps
   * come first, and it goes on once there was none for a while.
   */
  async catchUp(pause?: () => Promise<unknown>): Promise<Result<true>> {
    // A database that was closed under the program is said by whoever shows it.
    return this.#catchUp(pause).catch(writingFailed);
  }

  async #catchUp(pause: (() => Promise<unknown>) | undefined): Promise<Result<true>> {
    this.#isCatchingUp = true;
    try {
      const copied = await this.#catchUpWithAll(pause);
      // Steps that did not wait for it in the meantime.
      const rest = copied.ok && pause ? await this.#catchUpWithAll(pause) : copied;
      if (!rest.ok) return rest;
      this.#isBehind = false;
    } finally {
      this.#isCatchingUp = false;
    }
    const opened = await this.#turns.take(() => this.#lines.open());
    if (!opened.ok || !this.#mayLackMedia) return opened;
    // They may be gigabytes: the steps are there, and whoever asked for those does not wait for the rest.
    const media = this.#copyMedia(pause);
    return pause ? media : opened;
  }

  async #catchUpWithAll(pause: (() => Promise<unknown>) | undefined): Promise<Result<true>> {
    const devices = await devicesIn(this.#store);
    for (const [deviceId, next] of devices) {
      const copied = await this.#catchUpWith(deviceId, next, pause);
      if (!copied.ok) return copied;
    }
    return ok(true);
  }

  /** What an import brought: each in a turn of its own, so that no step waits for more than one. */
  async #copyMedia(pause: (() => Promise<unknown>) | undefined): Promise<Result<true>> {
    this.#mayLackMedia = false;
    const lacking = await mediaLacking(this.#store, this.#files);
    const copied = lacking.ok ? await this.#putContents(lacking.value, pause) : lacking;
    if (!copied.ok) this.#mayLackMedia = true;
    return copied;
  }

  async #putContents(
    hashes: readonly string[],
    pause?: () => Promise<unknown>,
  ): Promise<Result<true>> {
    for (const sha256 of hashes) {
      if (pause) await this.#untilQuiet(pause);
      const put = await this.#turns.take(() => putContent(this.#store, this.#files, sha256));
      if (!put.ok) return put;
    }
    return ok(true);
  }

  async #catchUpWith(
    deviceId: DeviceId,
    next: number,
    pause: (() => Promise<unknown>) | undefined,
  ): Promise<Result<true>> {
    for (let reached = 0; ; ) {
      let isAll = true;
      if (pause) await this.#untilQuiet(pause);
      // A page in each turn: whoever answers meanwhile does not wait for all of it.
      const copied = await this.#turns.take(async () => {
        const begun = await this.#lines.begin(deviceId);
        if (!begun.ok) return begun;
        reached = Math.min(next, Math.max(reached, begun.value.next) + PAGE);
        isAll = reached === next;
        this.#isBehind ||= !isAll;
        return this.#lines.copyUntil(deviceId, reached);
      });
      if (!copied.ok || isAll) return copied;
    }
  }

  async #untilQuiet(pause: () => Promise<unknown>): Promise<void> {
    await pause();
    while (this.#steps !== this.#stepsWaitedAfter && !this.#turns.isOver) {
      this.#stepsWaitedAfter = this.#steps;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLIS));
    }
  }

  async add(copied: Copied): Promise<void> {
    const { deviceId, counter } = copied.operation;
    this.#steps++;
    const reached = this.#lines.reached(deviceId);
    // Not even for the page that is being written.
    if (this.#isCatchingUp && reached !== undefined && counter - reached > PAGE) {
      this.#isBehind = true;
      return;
    }
    await this.#turns.take(async () => {
      const begun = await this.#lines.begin(deviceId);
      if (!begun.ok) return begun;
      // As at the first start with a journal.
      if ((await this.#lines.lacked(deviceId, begun.value.next, counter)) > FAR_BEHIND) {
        this.#isBehind = true;
        return ok(true);
      }
      const before = await this.#lines.copyUntil(deviceId, counter);
      return before.ok ? this.#lines.write(deviceId, [copied]) : before;
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
      const done = await this.#turns.take(async () => {
        const begun = await this.#lines.begin(deviceId);
        if (!begun.ok) return begun;
        const last = begun.value.next - 1;
        const all = last < 0 ? own : [...own, operationIdOf(deviceId, last)];
        for (let from = 0; from < all.length; from += PAGE) {
          const rows = await this.#store.operations.bulkGet(all.slice(from, from + PAGE) as never);
          const there = await withPayloads(
            this.#store,
            rows.filter((row) => row !== undefined),
          );
          const written = await this.#lines.write(deviceId, there);
          if (!written.ok) return written;
        }
        return ok(true);
      });
      if (!done.ok) return done;
    }
    const rows = await this.#store.operations.bulkGet(ids as OperationRow['id'][]);
    const imports = rows.flatMap((row) => (row?.body.kind === 'import' ? [row.body] : []));
    const bodies = (await unpackBodies(this.#store, imports)) as readonly (
      | OperationBody
      | undefined
    )[];
    const brought = bodies.flatMap((body) => (body ? mediaBroughtBy(body) : []));
    return this.#putContents(brought.map(({ sha256 }) => sha256));
  }

  async takeBack(id: OperationRow['id']): Promise<void> {
    await this.#turns.take(async () => {
      const deviceId = id.slice(0, -11) as DeviceId;
      const counter = Number(id.slice(-10));
      // Not begun there, or not finished: there is nothing to take back.
      if (this.#lines.reached(deviceId) !== counter + 1) return ok(true);
      return this.#lines.append(deviceId, [{ void: id } satisfies VoidLine], counter);
    });
  }
}
