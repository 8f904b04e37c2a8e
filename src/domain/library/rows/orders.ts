import type { Collection } from '../collection.ts';
import type { Column, Mode, Sort } from '../library.ts';
import { TextRanks } from './text-ranks.ts';
import {
  isTextColumn,
  type Line,
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
  readonly #ids = new Map<Mode, readonly number[]>();

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
    // Where neither has a value, the difference is none at all.
    const order = orderBy(this.#idOrder(mode), (a, b) => at(keys, a) - at(keys, b) || 0);
    this.#known.set(name, order);
    return order;
  }

  #keys(mode: Mode, column: Column, now: RowMoment): Float64Array {
    const lines = this.#lines(mode);
    if (!isTextColumn(column)) {
      const keys = new Float64Array(this.#count(mode));
      let place = 0;
      for (const line of lines) keys[place++] = numberIn(column, line, now) ?? Number.NaN;
      return keys;
    }
    const texts: string[] = [];
    for (const line of lines) texts.push(textIn(column, line));
    const ranks = this.#ranks.get(column) ?? new TextRanks();
    this.#ranks.set(column, ranks);
    const keys = ranks.of(texts);
    for (const [index, text] of texts.entries()) if (text === '') keys[index] = Number.NaN;
    return keys;
  }

  /** Each is looked at before the next is asked for: those of cards are one and the same object. */
  *#lines(mode: Mode): Generator<Line> {
    const { cards, notes } = this.#collection;
    const [first] = cards;
    if (mode === 'notes') {
      for (const note of notes) yield lineOfNote(note);
    } else if (first) {
      const own = [first];
      const line = { note: first.note, cards: own };
      for (const card of cards) {
        line.note = card.note;
        own[0] = card;
        yield line;
      }
    }
  }

  #count(mode: Mode): number {
    const { cards, notes } = this.#collection;
    return mode === 'cards' ? cards.length : notes.length;
  }

  /** All places, in the order of their ids. */
  #idOrder(mode: Mode): readonly number[] {
    const known = this.#ids.get(mode);
    if (known) return known;
    const ids: string[] =
      mode === 'cards'
        ? this.#collection.cards.map(({ card }) => card.id)
        : this.#collection.notes.map(({ note }) => note.id);
    const places = Array.from(ids, (_, place) => place);
    places.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
    this.#ids.set(mode, places);
    return places;
  }
}

/**
 * `places` by `compare`, those that are equal as they come. An array's sort is stable and makes use
 * of what is in order already, which a typed array's does not: notes come in by the thousand at once.
 */
function orderBy(places: readonly number[], compare: (a: number, b: number) => number): Order {
  const sorted = Uint32Array.from([...places].sort(compare));
  const rows = new Uint32Array(sorted.length);
  for (const [row, place] of sorted.entries()) rows[place] = row;
  return { places: sorted, rows };
}

function at(values: Float64Array | Uint32Array, index: number): number {
  return values[index] ?? 0;
}
