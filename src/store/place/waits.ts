import type { RoundsDatabase } from '../schema.ts';

/** What an accepted change is waited for in. */
export type WaitedFor = 'database' | 'journal';

/** After so long a person wonders what is going on. */
export const LONG_MILLIS = 3000;

/** What the writes of one database have been waiting for, for some seconds. */
export class Waits {
  readonly #long = new Map<object, WaitedFor>();
  readonly #listeners = new Set<() => void>();

  /** undefined: nothing takes long. */
  get waitedFor(): WaitedFor | undefined {
    const [first] = this.#long.values();
    return first;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `work`, which is said where it takes long. */
  async during<Value>(what: WaitedFor, work: PromiseLike<Value>): Promise<Value> {
    const wait = {};
    const timer = setTimeout(() => this.#tell(() => this.#long.set(wait, what)), LONG_MILLIS);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      if (this.#long.has(wait)) this.#tell(() => this.#long.delete(wait));
    }
  }

  #tell(change: () => void): void {
    change();
    for (const listener of this.#listeners) listener();
  }
}

const all = new WeakMap<RoundsDatabase, Waits>();

export function waitsOf(db: RoundsDatabase): Waits {
  const waits = all.get(db) ?? new Waits();
  all.set(db, waits);
  return waits;
}
