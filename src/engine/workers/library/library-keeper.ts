import { PART_ROWS } from '../../../domain/library/kept/parts.ts';
import { LibraryIndex } from '../../../domain/library/library-index.ts';
import {
  dropKept,
  type KeptHead,
  readKeptHead,
  readKeptParts,
  writeKept,
} from '../../../store/library/kept-library.ts';
import { readLibrary } from '../../../store/library/library-pages.ts';
import { type LogStamp, readLogStamp, readSince } from '../../../store/library/since.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';

/** Fewer changes than this are read from the log at the next start in less time than is worth writing. */
const WORTH_WRITING = 500;

/**
 * Keeps the library's index in the database, in parts, and takes it up at the next start, so that it
 * need not be built anew. What is kept is never trusted: where it is torn, of another version, of
 * another history than the log's, or too old, it is as if it were not there.
 */
export class LibraryKeeper {
  /** What is in the database and belongs to the index; undefined: nothing. */
  #head: KeptHead | undefined;
  /** Up to where the index followed the log when that was last looked at. */
  #stamp: LogStamp | undefined;
  #changesSince = 0;

  /** The index as it was kept, brought up to date; undefined where it has to be built. */
  async takeUp(db: RoundsDatabase, isWanted: () => boolean): Promise<LibraryIndex | undefined> {
    try {
      const head = await readKeptHead(db);
      const stamp = await readLogStamp(db);
      if (!head || !stamp || head.stamp.rebuilds !== stamp.rebuilds) return undefined;
      const index = new LibraryIndex();
      for await (const changes of readLibrary(db, ['notes', 'cards'])) index.change(changes);
      for await (const { table, packed } of readKeptParts(db, head)) {
        if (!isWanted()) return undefined;
        index.keeping.add(table, packed);
      }
      const since = await readSince(db, head.stamp, (id) => index.keeping.cardIdsOf(id));
      if (!since || !isWanted()) return undefined;
      index.change(since.changes);
      if (!index.keeping.isOfToday || !(await hasAllRows(db, index))) return undefined;
      this.#head = head;
      this.#stamp = since.stamp;
      this.#changesSince = since.changes.length;
      return index;
    } catch {
      return undefined;
    }
  }

  /** An index is about to be built from all rows: what is kept is of no use, also at the next start. */
  async begin(db: RoundsDatabase, mayDrop = true): Promise<void> {
    this.#head = undefined;
    this.#changesSince = 0;
    if (mayDrop) await dropKept(db).catch(() => {});
    this.#stamp = await readLogStamp(db);
  }

  heard(changes: number): void {
    this.#changesSince += changes;
  }

  /** Whether keeping the index now would save time at the next start. */
  get isWorthIt(): boolean {
    return (
      this.#stamp !== undefined && (this.#head === undefined || this.#changesSince >= WORTH_WRITING)
    );
  }

  /**
   * Brings `index`, to which nothing else may happen meanwhile, up to the end of the log and writes
   * what is not kept yet. `goOn` is asked between parts: false leaves it for another time.
   */
  async keep(db: RoundsDatabase, index: LibraryIndex, goOn: () => Promise<boolean>): Promise<void> {
    const { keeping } = index;
    const stamp = this.#stamp;
    // What was begun and cannot be ended is not tried again in the life of this index.
    this.#stamp = undefined;
    const since = stamp && (await readSince(db, stamp, (id) => keeping.cardIdsOf(id)));
    if (!since) return;
    index.change(since.changes);
    if (!this.#head) keeping.forget();
    const names = keeping.changed();
    if (!names) return;
    const parts = [];
    for (const name of names) {
      if (!(await goOn())) {
        keeping.mark(parts.map((part) => part.name));
        this.#stamp = since.stamp;
        return;
      }
      parts.push({ name, packed: keeping.part(name) });
    }
    const { sizes } = keeping;
    const as = { stamp: since.stamp, sizes, rowsOfPart: PART_ROWS };
    this.#head = await writeKept(db, this.#head, parts, as);
    if (!this.#head) return;
    this.#stamp = since.stamp;
    this.#changesSince = 0;
  }
}

/** Whatever is wrong with what was kept, rows too many or too few are seen by their number. */
async function hasAllRows(db: RoundsDatabase, index: LibraryIndex): Promise<boolean> {
  const [notes, cards] = await Promise.all([db.notes.count(), db.cards.count()]);
  const { sizes } = index.keeping;
  return notes === sizes.notes && cards === sizes.cards;
}
