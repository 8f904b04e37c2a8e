import type { Change, TableName } from '../../domain/collection/rows.ts';
import type { CardId, NoteId, OperationId } from '../../kernel/ids.ts';
import { admitOperation } from '../../log/door.ts';
import { withBodies } from '../log/log-rows.ts';
import { broughtBy, readUndoRows } from '../log/undo-rows.ts';
import { cardsOfNotes, withoutKeys } from '../reach.ts';
import type { CardRow, OperationRow, RoundsDatabase } from '../schema.ts';
import { LIBRARY_TABLES } from './library-pages.ts';

/** Up to where the log is in what was read: rows that have changed since are named by later operations. */
export interface LogStamp {
  /** The logical time of the newest operation; 0 without any. */
  readonly logicalMillis: number;
  /** The operations of that instant: others of it may still come. */
  readonly newest: readonly OperationId[];
  /** How often the tables had been worked out anew: what a rebuild writes, no operation names. */
  readonly rebuilds: number;
}

/** From so many operations, or rows changed by them, on it is quicker to read everything. */
const MOST = 20_000;
const PAGE = 2000;

/** undefined while the tables do not follow the log, as in the middle of a rebuild. */
export async function readLogStamp(db: RoundsDatabase): Promise<LogStamp | undefined> {
  return db.transaction('r', db.device, db.operations, async () => {
    const [device, last] = await Promise.all([
      db.device.get('device'),
      db.operations.orderBy('logicalMillis').lastKey(),
    ]);
    if (!device || device.mustRebuild || device.mustPack) return undefined;
    const logicalMillis = Number(last ?? 0);
    const newest = await db.operations.where({ logicalMillis }).primaryKeys();
    return { logicalMillis, newest, rebuilds: device.rebuilds ?? 0 };
  });
}

/** The rows that are other than at `since`, as they are now, and up to where that is. */
export interface Since {
  readonly changes: readonly Change[];
  readonly stamp: LogStamp;
}

/**
 * What the operations since `since` changed, none twice. `cardIdsOf`: the cards that a note had then,
 * because a note that is taken back takes its cards with it. undefined where it cannot be told from
 * the log, or is so much that reading everything takes less.
 */
export async function readSince(
  db: RoundsDatabase,
  since: LogStamp,
  cardIdsOf: (noteId: NoteId) => readonly CardId[],
): Promise<Since | undefined> {
  const stamp = await readLogStamp(db);
  if (!stamp || stamp.rebuilds !== since.rebuilds) return undefined;
  if (stamp.logicalMillis < since.logicalMillis) return undefined;
  const rows = await laterThan(db, since);
  if (!rows) return undefined;
  const touched = new Touched();
  const later = new Set(rows.map(({ id }) => id));
  const steps = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (!('target' in row.body) || row.standing !== undefined) continue;
    const target = await db.operations.get(row.body.target as OperationId);
    if (!target) continue;
    // Done again, a step of before may change other rows than it did; which those were is gone.
    if (row.body.kind === 'redo' && !later.has(target.id)) return undefined;
    steps.set(target.id, target);
  }
  await touched.by(db, [...steps.values()]);
  if (touched.size > MOST) return undefined;
  return { changes: await touched.read(db, cardIdsOf), stamp };
}

/** undefined where they are too many. */
async function laterThan(
  db: RoundsDatabase,
  { logicalMillis, newest }: LogStamp,
): Promise<OperationRow[] | undefined> {
  const known = new Set(newest);
  const found = db.operations.where('logicalMillis').aboveOrEqual(logicalMillis);
  const ids = await found.limit(MOST + known.size + 1).primaryKeys();
  const later = ids.filter((id) => !known.has(id));
  if (later.length > MOST) return undefined;
  const rows = await db.operations.bulkGet(later);
  return rows.filter((row) => row !== undefined);
}

/** Keys of rows that operations changed. */
class Touched {
  readonly #keys = new Map<TableName, Set<string>>();
  /** These with all their cards. */
  readonly #brought = new Set<NoteId>();
  size = 0;

  /** Stops short where it becomes more than is wanted. */
  async by(db: RoundsDatabase, rows: readonly OperationRow[]): Promise<void> {
    for (const { operation } of await withBodies(db, rows)) {
      const admitted = admitOperation(operation);
      if (admitted.is !== 'known') continue;
      for (const noteId of broughtBy(admitted.operation)) this.#brought.add(noteId);
    }
    this.size = this.#brought.size;
    for (const row of rows) {
      if (this.size > MOST) return;
      for (const { table, key } of await readUndoRows(db, row)) {
        const keys = this.#keys.get(table) ?? new Set();
        this.#keys.set(table, keys.add(key));
        this.size++;
      }
    }
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

function pagesOf(keys: readonly string[]): (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  for (let from = 0; from < keys.length; from += PAGE) pages.push(keys.slice(from, from + PAGE));
  return pages;
}
