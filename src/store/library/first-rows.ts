import type { Note } from '../../domain/content/note.ts';
import type { NoteId } from '../../kernel/ids.ts';
import type { LibraryRow, Mode } from '../../domain/library/library.ts';
import { LibraryIndex } from '../../domain/library/library-index.ts';
import type { Change, TableName, Tables } from '../../domain/collection/rows.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { withoutKeys } from '../reach.ts';
import { answerOf, beginReading, cardKeysOf } from '../reads/requests.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';

const WHOLE = ['decks', 'presets', 'settings', 'noteTypes'] as const;

/**
 * The first rows of the whole collection, newest notes first, before there is an index: the same
 * rows in the same order as its listing, of the `limit` newest notes but for the `from` newest of all.
 * Reads the rows of no others, without Dexie.
 */
export async function readFirstRows(
  db: RoundsDatabase,
  mode: Mode,
  limit: number,
  now: ClockReading,
  from = 0,
): Promise<readonly LibraryRow[]> {
  const transaction = beginReading(db, [...WHOLE, 'notes', 'cards']);
  const [newest, ...whole] = await Promise.all([
    readNewest(transaction, from, limit),
    ...WHOLE.map(async (name) =>
      added(name, await answerOf(transaction.objectStore(name).getAll())),
    ),
  ]);
  const index = new LibraryIndex();
  index.change([...whole.flat(), ...newest]);
  const sort = { column: 'added', descending: true } as const;
  const listing = index.find({ kind: 'all' }, { mode, sort, now });
  return index.rows(listing, 0, Number.POSITIVE_INFINITY, now);
}

async function readNewest(
  transaction: IDBTransaction,
  from: number,
  limit: number,
): Promise<Change[]> {
  const notes: IDBObjectStore = transaction.objectStore('notes');
  const cards: IDBObjectStore = transaction.objectStore('cards');
  const ids = (await newestIds(notes.index('addedAtMillis'), limit)).slice(from);
  const [rows, cardRows] = await Promise.all([
    Promise.all(ids.map((id): Promise<Note> => answerOf(notes.get(id)))),
    Promise.all(ids.map((id): Promise<CardRow[]> => answerOf(cards.getAll(cardKeysOf(id))))),
  ]);
  return [...added('notes', rows), ...added('cards', cardRows.flat().map(withoutKeys))];
}

/** In the order of the listing: of notes added at one instant the index has the last ids first. */
async function newestIds(byTime: IDBIndex, limit: number): Promise<readonly NoteId[]> {
  const newest = await lastKeys(byTime, limit + 1);
  const oldest = newest[limit - 1]?.instant;
  if (oldest === undefined || newest[limit]?.instant !== oldest) return inOrder(newest, limit);
  const newer = newest.filter(({ instant }) => instant > oldest);
  const range = IDBKeyRange.only(oldest);
  const same = await answerOf(byTime.getAllKeys(range, limit - newer.length));
  return [...inOrder(newer, limit), ...(same as NoteId[])];
}

function inOrder(keys: readonly IndexKey[], limit: number): NoteId[] {
  return keys
    .slice(0, limit)
    .sort((a, b) => b.instant - a.instant || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

interface IndexKey {
  readonly instant: number;
  readonly id: NoteId;
}

/** The last `count` keys of the index, last first: in one request where the browser has it. */
async function lastKeys(byTime: IDBIndex, count: number): Promise<readonly IndexKey[]> {
  const { getAllRecords } = byTime as IndexWithRecords;
  if (!getAllRecords) return walkedKeys(byTime, count);
  const records = await answerOf(getAllRecords.call(byTime, { direction: 'prev', count }));
  return records.map(({ key, primaryKey }) => keyOf(key, primaryKey));
}

/** Indexed Database API 3.0, section 4.6; Chromium has it since 141. */
interface IndexWithRecords extends Omit<IDBIndex, 'getAllRecords'> {
  getAllRecords?(options: {
    readonly direction: 'prev';
    readonly count: number;
  }): IDBRequest<readonly { readonly key: IDBValidKey; readonly primaryKey: IDBValidKey }[]>;
}

function walkedKeys(byTime: IDBIndex, count: number): Promise<readonly IndexKey[]> {
  const keys: IndexKey[] = [];
  const request = byTime.openKeyCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) keys.push(keyOf(cursor.key, cursor.primaryKey));
      if (cursor && keys.length < count) cursor.continue();
      else resolve(keys);
    };
  });
}

function keyOf(key: IDBValidKey, primaryKey: IDBValidKey): IndexKey {
  return { instant: Number(key), id: primaryKey as NoteId };
}

function added<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Change[] {
  return rows.map((row) => {
    const { id } = row as { readonly id: string };
    return { table, key: id, before: undefined, after: row } as unknown as Change;
  });
}
