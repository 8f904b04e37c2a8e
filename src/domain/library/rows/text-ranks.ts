import { asRead } from '../../text/as-read.ts';

/** Numbers by value, then letters, then accents and case: as a person reads a list. */
const collator = new Intl.Collator('en', { numeric: true });

export function compareTexts(one: string, other: string): number {
  return collator.compare(asRead(one), asRead(other));
}

interface Ranked {
  readonly text: string;
  readonly rank: number;
}

/**
 * The places of texts in reading order, as numbers that compare alike. Comparing texts by language
 * is slow, so each is placed once, and a new one between its neighbours.
 */
export class TextRanks {
  #sorted: Ranked[] = [];
  readonly #ranks = new Map<string, number>();

  /** A rank for each of `texts`; equal where they read as the same. */
  of(texts: readonly string[]): Float64Array {
    const unknown = new Set(texts.filter((text) => !this.#ranks.has(text)));
    if (unknown.size > MOST_PLACED_SINGLY || !this.#place(unknown)) this.#sortAll(unknown);
    return Float64Array.from(texts, (text) => this.#ranks.get(text) ?? 0);
  }

  /** False where two neighbours left no number between them. */
  #place(texts: Iterable<string>): boolean {
    for (const text of texts) {
      const index = this.#indexFor(text);
      const next = this.#sorted[index];
      if (next && compareTexts(next.text, text) === 0) {
        this.#ranks.set(text, next.rank);
        continue;
      }
      const before = this.#sorted[index - 1]?.rank ?? (next?.rank ?? 0) - 2;
      const after = next?.rank ?? before + 2;
      const rank = (before + after) / 2;
      if (rank <= before || rank >= after) return false;
      this.#sorted.splice(index, 0, { text, rank });
      this.#ranks.set(text, rank);
    }
    return true;
  }

  #indexFor(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#sorted[middle];
      if (there && compareTexts(there.text, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sortAll(more: Iterable<string>): void {
    const texts = [...new Set([...this.#ranks.keys(), ...more])].sort(compareTexts);
    this.#sorted = [];
    this.#ranks.clear();
    for (const text of texts) {
      const last = this.#sorted.at(-1);
      if (last && compareTexts(last.text, text) === 0) {
        this.#ranks.set(text, last.rank);
      } else {
        this.#sorted.push({ text, rank: this.#sorted.length });
        this.#ranks.set(text, this.#sorted.length - 1);
      }
    }
  }
}

const MOST_PLACED_SINGLY = 500;
