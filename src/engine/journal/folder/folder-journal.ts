import { type DeviceId, operationIdOf } from '../../../kernel/ids.ts';
import { carriedName } from '../../../kernel/journal-path.ts';
import { failed, notNow, ok, type Problem, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import { onChanges } from '../../../store/announce.ts';
import { devicesIn } from '../../../store/copies/cut.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { type JournalEnd, reachedIn, readEnds } from '../ends.ts';
import { readInForce } from '../in-force.ts';
import { mediaLacking, putContent } from '../media-beside.ts';
import { sayInForce } from '../leave-behind.ts';
import { giveNoNumberBefore, missingOf } from '../recovery/missing.ts';
import { addLines, beginningOf, PAGE, putBeside, stepsOf } from '../written-lines.ts';

/** The journal in the folder of the person's own, against the collection. */
export interface FolderStanding {
  /** Steps of the collection that are not in the folder yet, as far as was last known. */
  readonly lacks: number;
  /** When the first of them was done. */
  readonly sinceMillis?: number;
  /** Steps in the folder, of this device or others, that are not in the collection. */
  readonly has: number;
  /** Why it was not reached the last time. */
  readonly problem?: Problem;
}

export interface FolderParts {
  readonly store: RoundsDatabase;
  readonly folder: ChosenFolder;
  /** The journal beside the database: what of it is in force. */
  readonly journal: JournalFiles | undefined;
  readonly nowMillis: () => number;
  /** Does `work` after so many milliseconds; returns how to call it off. */
  readonly after?: (work: () => void, millis: number) => () => void;
}

/** Steps are written some at a time: a browser writes a whole file anew for each addition. */
const SOON_MILLIS = 2_000;
const AGAIN_MILLIS = 60_000;
/** So that little is written anew, by a browser or by what carries the folder to other computers. */
const SEGMENT_BYTES = 256 * 1024;

/**
 * Keeps every operation in the folder of the person's own as well (JOURNAL-12): from the database,
 * behind the answers, which never wait for it. Where the folder is away it is tried again by itself.
 */
export class FolderJournal {
  readonly #parts: FolderParts;
  readonly #listeners = new Set<() => void>();
  #standing: FolderStanding | undefined;
  #ends: Map<DeviceId, JournalEnd> | undefined;
  /** Up to which number of each device the folder was last seen to be. */
  #reached: ReadonlyMap<DeviceId, number> | undefined;
  #running: Promise<void> | undefined;
  #callOff: (() => void) | undefined;
  #isOver = false;
  readonly #stop: () => void;

  constructor(parts: FolderParts) {
    this.#parts = parts;
    this.#stop = onChanges(parts.store, () => this.#soon(SOON_MILLIS));
  }

  /** undefined: no folder is chosen, or it has not been looked at yet. */
  get standing(): FolderStanding | undefined {
    return this.#standing;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes nothing from now on, and does not wait for a folder that does not answer. */
  end(): void {
    this.#isOver = true;
    this.#stop();
    this.#callOff?.();
  }

  /** Another folder was chosen, or this one allowed again: nothing is known of it. */
  async lookAnew(): Promise<void> {
    await this.#running;
    this.#ends = undefined;
    this.#remember(undefined);
    await this.catchUp();
  }

  /** Brings the folder up to date; settles when that is done, or cannot be now. Never rejects. */
  catchUp(): Promise<void> {
    this.#running ??= this.#catchUp()
      .catch((error: unknown) => this.#failed(failedBy(error)))
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  #soon(millis: number): void {
    if (this.#isOver || this.#callOff) return;
    const after = this.#parts.after ?? afterMillis;
    this.#callOff = after(() => {
      this.#callOff = undefined;
      // What is being written now may have begun before the step that this is for.
      void Promise.resolve(this.#running).then(() => this.catchUp());
    }, millis);
  }

  /** Says it, and tries again by itself; what was known of the folder may be what is wrong. */
  async #failed(came: Result<never>): Promise<void> {
    this.#ends = undefined;
    // A database that was closed under the program is said by whoever shows it.
    await this.#say(came).catch(() => {});
    this.#soon(AGAIN_MILLIS);
  }

  async #catchUp(): Promise<void> {
    const { folder } = this.#parts;
    if (this.#isOver) return;
    const known = await folder.known();
    if (known.ok && !known.value) return this.#set(undefined);
    if (!known.ok) return this.#failed(known);
    if (!known.value?.mayUse) return this.#say(askAgain(known.value?.name ?? ''));
    const done = await this.#writeAll();
    return done.ok ? this.#say(done) : this.#failed(done);
  }

  async #writeAll(): Promise<Result<true>> {
    const { store, journal, folder, nowMillis } = this.#parts;
    const files = folder.journal;
    if (!this.#ends) {
      const ends = await readEnds(files);
      if (!ends.ok) return ends;
      this.#ends = new Map(ends.value);
    }
    const own = (await store.device.get('device'))?.deviceId;
    if (own === undefined) return ok(true);
    for (const [deviceId, next] of await devicesIn(store)) {
      const written = await this.#write(own, deviceId, next);
      if (!written.ok) return written;
    }
    const media = await this.#copyMedia(files);
    if (!media.ok) return media;
    const inForce = journal ? await readInForce(journal) : ok(new Map<DeviceId, number>());
    if (!inForce.ok) return inForce;
    return sayInForce(files, inForce.value, own, nowMillis());
  }

  /** What an import brought, or another device's file. */
  async #copyMedia(files: JournalFiles): Promise<Result<true>> {
    const lacking = await mediaLacking(this.#parts.store, files);
    if (!lacking.ok) return lacking;
    for (const sha256 of lacking.value) {
      if (this.#isOver) return ok(true);
      const put = await putContent(this.#parts.store, files, sha256);
      if (!put.ok) return put;
    }
    return ok(true);
  }

  /** A device's own files are its own: what they lack of another's is written beside them. */
  async #write(own: DeviceId, deviceId: DeviceId, next: number): Promise<Result<true>> {
    const { store, folder } = this.#parts;
    const ends = this.#ends;
    const writer = (deviceId === own ? own : carriedName(deviceId, own)) as DeviceId;
    for (;;) {
      // Another window may write now, or the ends are to be read anew.
      if (this.#isOver || !ends || ends !== this.#ends) return ok(true);
      const from = reachedIn(ends).get(deviceId) ?? 0;
      if (from >= next) return ok(true);
      const to = Math.min(next, from + PAGE);
      const steps = await stepsOf(store, deviceId, from, to);
      const beside = await putBeside(store, folder.journal, steps);
      if (!beside.ok) return beside;
      const end = ends.get(writer) ?? beginningOf(writer, from);
      const lines = steps.map(({ operation }) => operation);
      const added = await addLines(folder.journal, writer, end, lines, to, SEGMENT_BYTES);
      if (!added.ok) return added;
      ends.set(writer, added.value);
      this.#remember(reachedIn(ends));
    }
  }

  async #say(came: Result<true>): Promise<void> {
    const { store, folder } = this.#parts;
    const problem = came.ok ? undefined : came.problem;
    let has = this.#standing?.has ?? 0;
    if (came.ok) {
      const missing = await missingOf(store, folder.journal);
      has = missing.ok ? (missing.value?.operations ?? 0) : has;
      if (missing.ok && missing.value) await giveNoNumberBefore(store, missing.value.to);
    }
    if (came.ok && this.#ends) this.#remember(reachedIn(this.#ends));
    const behind = await this.#behind();
    this.#set({ ...behind, has, ...(problem && { problem }) });
  }

  async #behind(): Promise<Pick<FolderStanding, 'lacks' | 'sinceMillis'>> {
    const { store } = this.#parts;
    let lacks = 0;
    let sinceMillis: number | undefined;
    const reached = this.#reached ?? rememberedOf(store);
    for (const [deviceId, next] of reached ? await devicesIn(store) : []) {
      const from = reached?.get(deviceId) ?? 0;
      if (from >= next) continue;
      lacks += next - from;
      const first = await store.operations.get(operationIdOf(deviceId, from));
      const atMillis = first?.atMillis ?? sinceMillis;
      sinceMillis = Math.min(sinceMillis ?? Number.POSITIVE_INFINITY, atMillis ?? 0);
    }
    return { lacks, ...(sinceMillis !== undefined && { sinceMillis }) };
  }

  #remember(reached: ReadonlyMap<DeviceId, number> | undefined): void {
    this.#reached = reached;
    const key = keyOf(this.#parts.store);
    try {
      if (!reached) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...reached]));
    } catch {
      // Full: until this page is left it is known all the same.
    }
  }

  #set(standing: FolderStanding | undefined): void {
    this.#standing = standing;
    for (const listener of this.#listeners) listener();
  }
}

/** Where the folder was the last time, so that what it lacks can be told while it is away. */
function rememberedOf(store: RoundsDatabase): ReadonlyMap<DeviceId, number> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(store)) ?? 'null');
    return Array.isArray(kept) ? new Map(kept as [DeviceId, number][]) : undefined;
  } catch {
    return undefined;
  }
}

function keyOf({ name }: RoundsDatabase): string {
  return `rounds-in-folder/${name}`;
}

function afterMillis(work: () => void, millis: number): () => void {
  const timer = setTimeout(work, millis);
  return () => clearTimeout(timer);
}

function askAgain(name: string): Result<never> {
  return notNow(
    t`The journal in “${name}” waits: the browser asks again before Rounds may write there.`,
    t`All that you did is saved on this computer, and goes there once it can.`,
    t`Choose “Allow again”.`,
  );
}

function failedBy(error: unknown): Result<never> {
  return failed(
    t`The journal in the folder could not be written (${error instanceof Error ? error.message : String(error)}).`,
    t`All that you did is saved on this computer, and goes there once it can.`,
    t`It is tried again by itself.`,
  );
}
