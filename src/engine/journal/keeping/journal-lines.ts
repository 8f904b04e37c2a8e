import { type DeviceId, operationIdOf } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { SEGMENT_BYTES } from '../../../log/text/codec.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import type { Copied } from '../../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { type JournalEnd, readEnds } from '../ends.ts';
import { addLines, beginningOf, PAGE, putBeside, stepsOf } from '../written-lines.ts';

/** So many steps behind, a step is not kept waiting for all of them: `catchUp` comes to it. */
export const FAR_BEHIND = 1000;

/** The lines of the journal, added where each device's end; whoever asks waits for one before the next. */
export class JournalLines {
  readonly #store: RoundsDatabase;
  readonly #files: JournalFiles;
  readonly #onImport: () => void;
  #ends: Map<DeviceId, JournalEnd> | undefined;

  /** `onImport`: what hears that a step was written whose pictures and sounds may not be there yet. */
  constructor(store: RoundsDatabase, files: JournalFiles, onImport: () => void) {
    this.#store = store;
    this.#files = files;
    this.#onImport = onImport;
  }

  /** The number after a device's last step there; undefined: not known yet. */
  reached(deviceId: DeviceId): number | undefined {
    return this.#ends && (this.#ends.get(deviceId)?.next ?? 0);
  }

  /** Nothing, added where the next line goes to: the first answer need not wait for a file to open. */
  async open(): Promise<Result<true>> {
    const device = await this.#store.device.get('device');
    const end = device && this.#ends?.get(device.deviceId);
    if (!end || end.bytes === 0 || end.bytes >= SEGMENT_BYTES) return ok(true);
    return this.#files.append(end.path, end.bytes, new Uint8Array());
  }

  async copyUntil(deviceId: DeviceId, counter: number): Promise<Result<true>> {
    const begun = await this.begin(deviceId);
    if (!begun.ok) return begun;
    for (let next = begun.value.next; next < counter; ) {
      const to = Math.min(counter, next + PAGE);
      const written = await this.write(deviceId, await stepsOf(this.#store, deviceId, next, to));
      if (!written.ok) return written;
      next = to;
    }
    return ok(true);
  }

  /** How many steps lie between two numbers, as far as it matters: numbers given elsewhere have none here. */
  async lacked(deviceId: DeviceId, from: number, to: number): Promise<number> {
    if (to - from <= FAR_BEHIND) return to - from;
    const [first, last] = [operationIdOf(deviceId, from), operationIdOf(deviceId, to)];
    const ids = this.#store.operations.where('id').between(first, last);
    return (await ids.limit(FAR_BEHIND + 1).primaryKeys()).length;
  }

  async begin(deviceId: DeviceId): Promise<Result<JournalEnd>> {
    if (!this.#ends) {
      const ends = await readEnds(this.#files);
      if (!ends.ok) return ends;
      this.#ends = new Map(ends.value);
    }
    return ok(this.#ends.get(deviceId) ?? beginningOf(deviceId));
  }

  async write(deviceId: DeviceId, all: readonly Copied[]): Promise<Result<true>> {
    if (all.some(({ operation }) => operation.body.kind === 'import')) this.#onImport();
    const beside = await putBeside(this.#store, this.#files, all);
    if (!beside.ok) return beside;
    const last = all.at(-1)?.operation.counter;
    if (last === undefined) return ok(true);
    const reached = this.#ends?.get(deviceId)?.next ?? 0;
    return this.append(
      deviceId,
      all.map(({ operation }) => operation),
      Math.max(last + 1, reached),
    );
  }

  /** `next`: the number of the operation after these lines. */
  async append(deviceId: DeviceId, lines: readonly unknown[], next: number): Promise<Result<true>> {
    const begun = await this.begin(deviceId);
    if (!begun.ok) return begun;
    const end = await addLines(this.#files, deviceId, begun.value, lines, next, SEGMENT_BYTES);
    if (end.ok) this.#ends?.set(deviceId, end.value);
    else this.#ends = undefined;
    return end.ok ? ok(true) : end;
  }
}
