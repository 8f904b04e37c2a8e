import { type EntryKind, kindOfEntry } from '../../../../domain/import/past-log.ts';
import { MILLIS_PER_DAY } from '../../../../kernel/time.ts';
import type { AnkiReviews } from '../../anki-collection.ts';

/** What row `at` of the log is. */
export function entryKind({ ease, types, factors }: AnkiReviews, at: number): EntryKind {
  return kindOfEntry(ease[at] ?? 0, types[at] ?? 0, factors[at] ?? 0);
}

/** The log by cards: row numbers, oldest first, without an object a row. */
export class Histories {
  readonly #rows: Int32Array;
  readonly #from: ReadonlyMap<number, { readonly from: number; readonly to: number }>;

  constructor({ length, cardIds }: AnkiReviews) {
    const counts = new Map<number, number>();
    for (const cardId of cardIds) counts.set(cardId, (counts.get(cardId) ?? 0) + 1);
    const places = new Map<number, { from: number; to: number }>();
    let end = 0;
    for (const [cardId, count] of counts) {
      places.set(cardId, { from: end, to: end });
      end += count;
    }
    this.#rows = new Int32Array(length);
    for (const [at, cardId] of cardIds.entries()) {
      const place = places.get(cardId);
      if (place) this.#rows[place.to++] = at;
    }
    this.#from = places;
  }

  /** Numbers of the rows of a card. */
  of(cardId: number): Int32Array {
    const place = this.#from.get(cardId);
    return this.#rows.subarray(place?.from ?? 0, place?.to ?? 0);
  }

  /** Cards that the log names. */
  cardIds(): Iterable<number> {
    return this.#from.keys();
  }
}

/** Where a history is taken up for memory, and with what. */
export interface HistoryStart {
  /** The answers that count, oldest first. */
  readonly answers: readonly number[];
  /** Begins with the card's first answer; else the first of `answers` stands for all before it. */
  readonly isWhole: boolean;
}

const LEARNING = 0;
const SECONDS_PER_DAY = MILLIS_PER_DAY / 1000;

/**
 * The part of a card's `rows` that FSRS counts, by Anki's own rule: from the last time on that it
 * was learnt from the beginning, or after it was last forgotten; without cramming and dates set by
 * hand. `ignoreBeforeMillis`: answers until then are left out.
 */
export function countedHistory(
  reviews: AnkiReviews,
  rows: Int32Array,
  ignoreBeforeMillis: number,
): HistoryStart {
  let start: number | undefined;
  let firstOverNight: number | undefined;
  let isWhole = false;
  for (let index = rows.length - 1; index >= 0; index--) {
    const at = rows[index] ?? 0;
    const kind = entryKind(reviews, at);
    if (kind === 'cramming') continue;
    const isRated = kind === 'answer';
    const interval = reviews.intervals[at] ?? 0;
    const isOverNight = interval >= 1 || interval <= -SECONDS_PER_DAY;
    const isAfter = (reviews.ids[at] ?? 0) > ignoreBeforeMillis;
    if (isRated && isOverNight && isAfter) firstOverNight = index;
    if (isRated && reviews.types[at] === LEARNING) {
      start = index;
      isWhole = true;
    } else if (start !== undefined) break;
    else if (kind === 'reset') {
      start = index;
      break;
    }
  }
  if (
    isWhole &&
    start !== undefined &&
    (reviews.ids[rows[start] ?? 0] ?? 0) <= ignoreBeforeMillis
  ) {
    isWhole = false;
    start = firstOverNight ?? rows.length;
  } else if (!isWhole) {
    start = firstOverNight ?? rows.length;
  }
  const answers = [...rows.subarray(start ?? 0)].filter(
    (at) => entryKind(reviews, at) === 'answer',
  );
  return { answers, isWhole };
}
