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

  /** `last`: of each device, where the log is gone on with. `gaps`: where they are noted. */
  constructor(last: Iterable<Stamp> = [], gaps: Gap[] = []) {
    for (const stamp of last) this.#last.set(stamp.deviceId, stamp);
    this.#gaps = gaps;
  }

  /** repeated: the very same operation once more. taken: another one has its number. */
  take(operation: Stamp): 'next' | 'repeated' | 'taken' {
    const { deviceId, counter } = operation;
    const last = this.#newest?.deviceId === deviceId ? this.#newest : this.#lastOf(deviceId);
    const expected = last === undefined ? 0 : last.counter + 1;
    if (last !== undefined && counter < expected) {
      const isSame = counter === last.counter && canonical(last) === canonical(operation);
      return isSame ? 'repeated' : 'taken';
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

  #lastOf(deviceId: DeviceId): Stamp | undefined {
    this.#putDownNewest();
    return this.#last.get(deviceId);
  }

  #putDownNewest(): void {
    if (this.#newest) this.#last.set(this.#newest.deviceId, this.#newest);
  }
}
