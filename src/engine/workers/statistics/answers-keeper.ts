import { AnswerColumns } from '../../../domain/statistics/columns/answer-columns.ts';
import type { CardId } from '../../../kernel/ids.ts';
import { readHistoriesNow } from '../../../store/library/answer-columns.ts';
import {
  dropKeptAnswers,
  type KeptAnswers,
  readAnswerBlocks,
  readKeptAnswers,
  writeKeptAnswers,
} from '../../../store/library/answers/kept-answers.ts';
import { type LogStamp, readLogStamp, touchedSince } from '../../../store/library/since.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';

/** Fewer histories than this are read anew at the next start in less time than is worth writing. */
const WORTH_WRITING = 500;
/** What stands there may be so many times what it says. */
const MOST_TWICE = 1.5;
/** Answers of a part: some 800 KB, written in one go. */
const ROWS_OF_PART = 25_000;

/**
 * Keeps the answers' columns in the database for the next start (STATS-37). A first writing is of all
 * histories, later ones add a part of those that changed since, until so much stands there twice that
 * all are written anew. What is kept is never trusted: where it is torn, of another version, of
 * another history than the log's, or too old, it is as if it were not there.
 */
export class AnswersKeeper {
  /** What is in the database and belongs to the columns; undefined: nothing. */
  #head: KeptAnswers | undefined;
  /** Up to here, at least, the log is in the columns. */
  #stamp: LogStamp | undefined;
  /** Histories that are other than in what is kept. */
  readonly #changed = new Set<CardId>();

  /** The columns as they were kept, brought up to date; undefined where all has to be read. */
  async takeUp(db: RoundsDatabase): Promise<AnswerColumns | undefined> {
    try {
      const head = await readKeptAnswers(db);
      const now = head && (await readLogStamp(db));
      if (!head || head.stamp.rebuilds !== now?.rebuilds) return undefined;
      const columns = new AnswerColumns(head.rows);
      for await (const block of readAnswerBlocks(db, head)) columns.take(block);
      this.#stamp = head.stamp;
      if (!(await this.#bringUp(db, columns))) return undefined;
      this.#head = head;
      return columns;
    } catch {
      return undefined;
    }
  }

  /** All is about to be read: what is kept is of no use, also at the next start. */
  async begin(db: RoundsDatabase, mayDrop: boolean): Promise<void> {
    this.#head = undefined;
    this.#changed.clear();
    if (mayDrop) await dropKeptAnswers(db).catch(() => {});
    this.#stamp = await readLogStamp(db);
  }

  /** A history of the columns is another than it was. */
  heard(id: CardId): void {
    this.#changed.add(id);
  }

  /** Whether keeping the columns now would save time at the next start. */
  get isWorthIt(): boolean {
    return (
      this.#stamp !== undefined && (this.#head === undefined || this.#changed.size >= WORTH_WRITING)
    );
  }

  /**
   * Brings `columns`, to which nothing else may happen meanwhile, up to the end of the log and writes
   * what is not kept yet. `goOn` is asked between parts: false leaves it for another time.
   */
  async keep(
    db: RoundsDatabase,
    columns: AnswerColumns,
    goOn: () => Promise<boolean>,
  ): Promise<void> {
    const isUpToDate = await this.#bringUp(db, columns);
    const stamp = this.#stamp;
    // What was begun and cannot be ended is not tried again in the life of these columns.
    this.#stamp = undefined;
    if (!isUpToDate || !stamp) return;
    let isStopped = false;
    const watched = async () => {
      isStopped = !(await goOn());
      return !isStopped;
    };
    const changed = blocksOf(columns, [...this.#changed]);
    const isMuchTwice = (this.#head?.rows ?? 0) + changed.rows > columns.size * MOST_TWICE;
    const before = isMuchTwice ? undefined : this.#head;
    if (this.#head && !before) await dropKeptAnswers(db);
    const all = () =>
      blocksOf(
        columns,
        columns.histories.map(({ id }) => id),
      );
    const { blocks, rows } = before ? changed : all();
    const head = await writeKeptAnswers(db, { before, stamp, rows, blocks }, watched);
    if (isStopped) this.#stamp = stamp;
    if (!head) {
      this.#head = before;
      return;
    }
    this.#head = head;
    this.#stamp = stamp;
    this.#changed.clear();
  }

  /** Reads what the log names since the stamp; false where that cannot be told. */
  async #bringUp(db: RoundsDatabase, columns: AnswerColumns): Promise<boolean> {
    const since = this.#stamp && (await touchedSince(db, this.#stamp));
    if (!since) return false;
    const known = columns.histories.map(({ id }) => id);
    const ids = await since.touched.histories(db, known);
    for await (const { id, rows, others } of readHistoriesNow(db, [...ids])) {
      columns.put(id, rows, others);
      this.#changed.add(id);
    }
    this.#stamp = since.stamp;
    return true;
  }
}

/** The histories of `ids`, apart in blocks that are made one by one, and how many rows they have. */
function blocksOf(columns: AnswerColumns, ids: readonly string[]) {
  const parts: string[][] = [];
  let rows = 0;
  let ofPart = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    if (ofPart >= ROWS_OF_PART) {
      parts.push([]);
      ofPart = 0;
    }
    const count = columns.histories[columns.indexOf(id) ?? -1]?.count ?? 0;
    parts.at(-1)?.push(id);
    ofPart += count;
    rows += count;
  }
  return { rows, blocks: madeOneByOne(columns, parts) };
}

function* madeOneByOne(columns: AnswerColumns, parts: readonly (readonly string[])[]) {
  for (const part of parts) yield columns.block(part);
}
