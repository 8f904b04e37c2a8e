import type { LibraryRow } from '../../../domain/library/library.ts';

export const PAGE_ROWS = 100;
/** So many pages are kept: some screens of scrolling back and forth. */
const MOST_PAGES = 40;

type Read = (from: number, to: number) => Promise<readonly LibraryRow[]>;

/** The rows of one listing that have been looked at lately, read page by page. */
export class RowPages {
  /** Oldest use first. */
  readonly #pages = new Map<number, readonly LibraryRow[]>();
  readonly #asked = new Map<number, number>();
  readonly #read: Read;
  readonly #onRows: () => void;
  #revision = 0;

  constructor(read: Read, onRows: () => void) {
    this.#read = read;
    this.#onRows = onRows;
  }

  /** The row at `place`; undefined until it has been read. */
  at(place: number): LibraryRow | undefined {
    return this.#pages.get(Math.floor(place / PAGE_ROWS))?.[place % PAGE_ROWS];
  }

  /** Reads what is missing, or out of date, of the rows from `first` to `last`. */
  want(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS <= last; page++) {
      if (this.#asked.get(page) === this.#revision) this.#use(page);
      else void this.#load(page);
    }
  }

  /** Rows may be others now: what is known stays until it has been read anew. */
  outdate(): void {
    this.#revision++;
  }

  async #load(page: number): Promise<void> {
    const revision = this.#revision;
    this.#asked.set(page, revision);
    const from = page * PAGE_ROWS;
    try {
      const rows = await this.#read(from, from + PAGE_ROWS);
      if (this.#revision !== revision && this.#asked.get(page) !== revision) return;
      this.#pages.delete(page);
      this.#pages.set(page, rows);
      this.#forgetOldest();
      this.#onRows();
    } catch {
      // Asked again at the next look: the rows stay blank, and the search says what is wrong.
      this.#asked.delete(page);
    }
  }

  #use(page: number): void {
    const rows = this.#pages.get(page);
    if (!rows) return;
    this.#pages.delete(page);
    this.#pages.set(page, rows);
  }

  #forgetOldest(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) return;
      this.#pages.delete(page);
      this.#asked.delete(page);
    }
  }
}
