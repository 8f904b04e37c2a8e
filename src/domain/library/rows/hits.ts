import type { Order } from './orders.ts';

/** Places found among `length`, each added once. */
export class Hits {
  readonly #isHit: Uint8Array;
  /** The first of them: all, as long as they are few. */
  readonly #few: number[] = [];
  #count = 0;

  constructor(length: number) {
    this.#isHit = new Uint8Array(length);
  }

  add(place: number): void {
    this.#isHit[place] = 1;
    this.#count++;
    if (this.#few.length < this.#isHit.length / 20) this.#few.push(place);
  }

  /** The `entries` at these places, in the order of the places. */
  among<Entry>(entries: readonly Entry[]): Entry[] {
    return entries.filter((_, place) => this.#isHit[place] === 1);
  }

  /** The `entries` at these places. Few are sorted; many are picked out of all in order. */
  inOrder<Entry>({ places, rows }: Order, entries: readonly Entry[]): Entry[] {
    if (this.#few.length === this.#count) {
      this.#few.sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
      return this.#few.flatMap((place) => entries[place] ?? []);
    }
    const found = new Array<Entry>(this.#count);
    const isHit = this.#isHit;
    let count = 0;
    for (let row = 0; row < places.length; row++) {
      const place = places[row] ?? 0;
      const entry = isHit[place] === 1 ? entries[place] : undefined;
      if (entry) found[count++] = entry;
    }
    return found;
  }
}
