import { DEFAULT_PRESET_ID } from '../../../domain/collection/deck.ts';
import { seededFraction } from '../../../kernel/seeded.ts';
import { exactId } from '../container/wire.ts';
import type { AnkiId } from '../anki-collection.ts';

/** Begin of what looks like a time to Anki, long before Rounds: 2008 to 2017. */
const [FIRST, SPAN] = [1_200_000_000_000, 300_000_000_000];
const OF_ANKI = /^anki-(-?\d{1,19})$/;

/**
 * Anki's numbers for what Rounds knows by names, each given once: the one that it came with, else
 * one that is the same in every package, so that the next one updates what this one brought.
 */
export class OwnIds {
  readonly #given = new Map<string, AnkiId>();
  readonly #taken = new Set<AnkiId>();

  /** `ids`: of Rounds. `fixed`: those that have a number of their own whatever they are called. */
  constructor(ids: readonly string[], fixed: ReadonlyMap<string, AnkiId> = new Map()) {
    const give = (id: string, number: AnkiId): void => {
      this.#given.set(id, number);
      this.#taken.add(number);
    };
    for (const [id, number] of fixed) give(id, number);
    const others = ids.filter((id) => !this.#given.has(id));
    for (const id of others) {
      const own = OF_ANKI.exec(id)?.[1];
      const number = own === undefined ? undefined : exactId(BigInt(own));
      if (number !== undefined && number !== 0 && !this.#taken.has(number)) give(id, number);
    }
    for (const id of others) if (!this.#given.has(id)) give(id, this.#free(stableNumber(id)));
  }

  of(id: string): AnkiId {
    const number = this.#given.get(id);
    if (number === undefined) throw new Error(`no number was given to ${id}`);
    return number;
  }

  has(id: string): boolean {
    return this.#given.has(id);
  }

  #free(wanted: number): number {
    let number = wanted;
    while (this.#taken.has(number)) number++;
    return number;
  }
}

/** The number that belongs to a text, always the same. */
export function stableNumber(text: string): number {
  return FIRST + Math.floor(seededFraction(text, DEFAULT_PRESET_ID) * SPAN);
}

/** Numbers that are moments: the moment itself, or the next millisecond that is still free. */
export class FreeMillis {
  readonly #taken = new Set<number>();
  readonly #latest: number;

  /** `latestMillis`: Anki takes nothing that is dated after it. */
  constructor(latestMillis: number) {
    this.#latest = latestMillis;
  }

  take(atMillis: number): number {
    const wanted = Math.max(1, Math.trunc(atMillis));
    // What a clock that ran ahead has dated is brought back, and counted downwards.
    const step = wanted < this.#latest ? 1 : -1;
    let millis = Math.min(this.#latest, wanted);
    while (this.#taken.has(millis)) millis += step;
    this.#taken.add(millis);
    return millis;
  }
}
