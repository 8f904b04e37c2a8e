import { canonical } from '../../kernel/canonical.ts';
import type { DeviceId } from '../../kernel/ids.ts';
import type { Stamp } from '../envelope.ts';

/** A run of numbers of one device that the log does not have. */
export interface Gap {
  readonly deviceId: DeviceId;
  readonly from: number;
  readonly to: number;
}

/** The numbers that each device has given its steps, in log order: 0, 1, 2 … */
export class Numbers {
  /** The last operation of each device; of the newest's device, `#newest` is. */
  readonly #last = new Map<DeviceId, Stamp>();
  /** Nearly every operation is of the same device as the one before it, and needs no look-up. */
  #newest: Stamp | undefined;
  readonly #gaps: Gap[];
  /** What came after a later number of its device. */
  readonly #late = new Map<string, Stamp>();

  /** `last`: of each device, where the log is gone on with. `gaps`: where they are noted. */
  constructor(last: Iterable<Stamp> = [], gaps: Gap[] = []) {
    for (const stamp of last) this.#last.set(stamp.deviceId, stamp);
    this.#gaps = gaps;
  }

  /**
   * repeated: the very same operation once more. taken: another one has its number. late: none has,
   * but a later one of its device stands before it; it is not missing any more.
   */
  take(operation: Stamp): 'next' | 'repeated' | 'taken' | 'late' {
    const { deviceId, counter } = operation;
    const last = this.#newest?.deviceId === deviceId ? this.#newest : this.#lastOf(deviceId);
    const expected = last === undefined ? 0 : last.counter + 1;
    if (last !== undefined && counter < expected) {
      const known = counter === last.counter ? last : this.#late.get(operation.id);
      if (known && canonical(known) === canonical(operation)) return 'repeated';
      if (!this.#fillGap(operation)) return 'taken';
      this.#late.set(operation.id, operation);
      return 'late';
    }
    if (counter > expected) this.#gaps.push({ deviceId, from: expected, to: counter - 1 });
    this.#newest = operation;
    return 'next';
  }

  /** The last operation of each device. */
  last(): ReadonlyMap<DeviceId, Stamp> {
    this.#putDownNewest();
    return this.#last;
  }

  /** Whether the number was missing so far. */
  #fillGap({ deviceId, counter }: Stamp): boolean {
    const at = this.#gaps.findIndex(
      (gap) => gap.deviceId === deviceId && gap.from <= counter && counter <= gap.to,
    );
    const gap = this.#gaps[at];
    if (!gap) return false;
    const rest = [
      { ...gap, to: counter - 1 },
      { ...gap, from: counter + 1 },
    ];
    this.#gaps.splice(at, 1, ...rest.filter(({ from, to }) => from <= to));
    return true;
  }

  #lastOf(deviceId: DeviceId): Stamp | undefined {
    this.#putDownNewest();
    return this.#last.get(deviceId);
  }

  #putDownNewest(): void {
    if (this.#newest) this.#last.set(this.#newest.deviceId, this.#newest);
  }
}
