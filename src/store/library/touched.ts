import { type Card, historyIdOf } from '../../domain/collection/card.ts';
import type { Change, TableName } from '../../domain/collection/rows.ts';
import type { CramAnswer } from '../../domain/cram/ledger.ts';
import { type CardId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { admitOperation } from '../../log/door.ts';
import { withBodies } from '../log/log-rows.ts';
import { broughtBy, readUndoRows } from '../log/undo-rows.ts';
import { cardsOfNotes, withoutKeys } from '../reach.ts';
import type { CardRow, OperationRow, RoundsDatabase } from '../schema.ts';
import { LIBRARY_TABLES } from './library-pages.ts';

const MOST = 20_000;
const PAGE = 2000;

/** Keys of rows that operations changed. */
export class TouchedRows {
  readonly #keys = new Map<TableName, Set<string>>();
  /** These with all their cards. */
  readonly #brought = new Set<NoteId>();
  /** Under which answers were logged, as the rows were before. */
  readonly #histories = new Set<CardId>();
  #size = 0;

  /** From so many rows on it is quicker to read everything. */
  get isTooMuch(): boolean {
    return this.#size > MOST;
  }

  /** Stops short where it becomes more than is wanted. */
  async by(db: RoundsDatabase, rows: readonly OperationRow[]): Promise<void> {
    for (const { operation } of await withBodies(db, rows)) {
      const admitted = admitOperation(operation);
      if (admitted.is !== 'known') continue;
      for (const noteId of broughtBy(admitted.operation)) this.#brought.add(noteId);
    }
    this.#size = this.#brought.size;
    for (const row of rows) {
      if (this.isTooMuch) return;
      for (const { table, key, before } of await readUndoRows(db, row)) {
        this.#keysOf(table).add(key);
        const id = historyBefore(table, before);
        if (id) this.#histories.add(id);
        this.#size++;
      }
    }
  }

  /** The histories whose answers may be others. `known`: those that there were. */
  async histories(db: RoundsDatabase, known: Iterable<string>): Promise<ReadonlySet<CardId>> {
    const ids = new Set(this.#histories);
    const add = (id: CardId | undefined) => id !== undefined && ids.add(id);
    for (const table of ['cards', 'pastLogs'] as const) {
      for (const id of this.#keysOf(table)) ids.add(id as CardId);
    }
    for (const page of pagesOf([...this.#keysOf('cards')])) {
      for (const card of await db.cards.bulkGet([...page])) add(card?.historyId);
    }
    for (const page of pagesOf([...this.#keysOf('cramAnswers')])) {
      for (const answer of await db.cramAnswers.bulkGet([...page])) add(answer?.outcome?.historyId);
    }
    if (this.#brought.size > 0) {
      for (const card of await cardsOfNotes(db, this.#brought)) add(historyIdOf(card));
      const logs = await db.pastLogs.toCollection().primaryKeys();
      for (const id of [...known, ...logs] as CardId[]) {
        if (this.#brought.has(noteIdOf(id))) ids.add(id);
      }
    }
    return ids;
  }

  async read(
    db: RoundsDatabase,
    cardIdsOf: (noteId: NoteId) => readonly CardId[],
  ): Promise<Change[]> {
    const cards = this.#keysOf('cards');
    const notes = this.#keysOf('notes');
    for (const row of await cardsOfNotes(db, this.#brought)) cards.add(row.id);
    for (const noteId of this.#brought) {
      notes.add(noteId);
      for (const id of cardIdsOf(noteId)) cards.add(id);
    }
    const changes: Change[] = [];
    for (const table of LIBRARY_TABLES) {
      for (const page of pagesOf([...this.#keysOf(table)])) {
        const rows = await db.table<{ readonly id: string }, string>(table).bulkGet([...page]);
        for (const [index, key] of page.entries()) {
          const row = rows[index];
          const after = table === 'cards' && row ? withoutKeys(row as CardRow) : row;
          changes.push({ table, key, before: undefined, after } as Change);
        }
      }
    }
    return changes;
  }

  #keysOf(table: TableName): Set<string> {
    const keys = this.#keys.get(table) ?? new Set();
    this.#keys.set(table, keys);
    return keys;
  }
}

/** Under which id a row that was there before had answers, where that is not its own. */
function historyBefore(table: TableName, before: unknown): CardId | undefined {
  if (table === 'cards') return (before as Card | undefined)?.historyId;
  if (table === 'cramAnswers') return (before as CramAnswer | undefined)?.outcome?.historyId;
  return undefined;
}

function pagesOf(keys: readonly string[]): (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  for (let from = 0; from < keys.length; from += PAGE) pages.push(keys.slice(from, from + PAGE));
  return pages;
}
