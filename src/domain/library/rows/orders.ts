import type { Collection } from '../collection.ts';
import type { Column, Mode, Sort } from '../library.ts';
import { TextRanks } from './text-ranks.ts';
import {
  isTextColumn,
  type Line,
  lineOfCard,
  lineOfNote,
  numberIn,
  type RowMoment,
  textIn,
} from './row-values.ts';

/** Places of the collection's cards, or notes, in the order of a sort. */
export interface Order {
  /** Where in the collection the first, second … row of the order stands. */
  readonly places: Uint32Array;
  /** The reverse: which row stands at a place. */
  readonly rows: Uint32Array;
}

/** Sorts all rows of a collection, and remembers it until something changes. */
export class Orders {
  readonly #collection: Collection;
  readonly #ranks = new Map<Column, TextRanks>();
  readonly #known = new Map<string, Order>();
  readonly #ids = new Map<Mode, Uint32Array>();

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  /** Something changed, or another day began. */
  forget(): void {
    this.#known.clear();
    this.#ids.clear();
  }

  of(mode: Mode, { column, descending }: Sort, now: RowMoment): Order {
    const name = `${mode} ${column} ${descending}`;
    const known = this.#known.get(name);
    if (known) return known;
    const keys = this.#keys(mode, column, now);
    for (const [index, key] of keys.entries()) {
      // What has no value is NaN so far, and comes last either way.
      keys[index] = Number.isNaN(key) ? Number.POSITIVE_INFINITY : descending ? -key : key;
    }
    const ids = this.#idOrder(mode);
    const order = orderBy(keys.length, (a, b) => {
      return at(keys, a) - at(keys, b) || at(ids, a) - at(ids, b);
    });
    this.#known.set(name, order);
    return order;
  }

  #keys(mode: Mode, column: Column, now: RowMoment): Float64Array {
    const lines = this.#lines(mode);
    if (!isTextColumn(column)) {
      return Float64Array.from(lines, (line) => numberIn(column, line, now) ?? Number.NaN);
    }
    const texts = Array.from(lines, (line) => textIn(column, line));
    const ranks = this.#ranks.get(column) ?? new TextRanks();
    this.#ranks.set(column, ranks);
    const keys = ranks.of(texts);
    for (const [index, text] of texts.entries()) if (text === '') keys[index] = Number.NaN;
    return keys;
  }

  *#lines(mode: Mode): Generator<Line> {
    if (mode === 'cards') for (const card of this.#collection.cards) yield lineOfCard(card);
    else for (const note of this.#collection.notes) yield lineOfNote(note);
  }

  /** For each place, where its id stands among all ids. */
  #idOrder(mode: Mode): Uint32Array {
    const known = this.#ids.get(mode);
    if (known) return known;
    const ids: string[] =
      mode === 'cards'
        ? this.#collection.cards.map(({ card }) => card.id)
        : this.#collection.notes.map(({ note }) => note.id);
    const { rows } = orderBy(ids.length, (a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
    this.#ids.set(mode, rows);
    return rows;
  }
}

function orderBy(length: number, compare: (a: number, b: number) => number): Order {
  const places = Uint32Array.from({ length }, (_, index) => index).sort(compare);
  const rows = new Uint32Array(length);
  for (const [row, place] of places.entries()) rows[place] = row;
  return { places, rows };
}

function at(values: Float64Array | Uint32Array, index: number): number {
  return values[index] ?? 0;
}
