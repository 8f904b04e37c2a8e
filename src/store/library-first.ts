import type { Note } from '../domain/content/note.ts';
import type { LibraryRow, Mode } from '../domain/library/library.ts';
import { LibraryIndex } from '../domain/library/library-index.ts';
import type { Change, TableName, Tables } from '../domain/operation/rows.ts';
import type { ClockReading } from '../domain/scheduling/study-day.ts';
import { cardsOfNotes, withoutKeys } from './reach.ts';
import type { RoundsDatabase } from './schema.ts';

/**
 * The first rows of the whole collection, newest notes first, before there is an index: the same
 * rows in the same order as its listing, of the `limit` newest notes. Reads no more than those.
 */
export async function readFirstRows(
  db: RoundsDatabase,
  mode: Mode,
  limit: number,
  now: ClockReading,
): Promise<readonly LibraryRow[]> {
  const tables = [db.notes, db.cards, db.decks, db.presets, db.settings, db.noteTypes];
  const changes = await db.transaction('r', tables, async () => {
    const [decks, presets, settings, noteTypes, notes] = await Promise.all([
      db.decks.toArray(),
      db.presets.toArray(),
      db.settings.toArray(),
      db.noteTypes.toArray(),
      newestNotes(db, limit),
    ]);
    const cards = await cardsOfNotes(db, new Set(notes.map((note) => note.id)));
    return [
      ...added('settings', settings),
      ...added('presets', presets),
      ...added('decks', decks),
      ...added('noteTypes', noteTypes),
      ...added('notes', notes),
      ...added('cards', cards.map(withoutKeys)),
    ];
  });
  const index = new LibraryIndex();
  index.change(changes);
  const sort = { column: 'added', descending: true } as const;
  const listing = index.find({ kind: 'all' }, { mode, sort, now });
  return index.rows(listing, 0, Number.POSITIVE_INFINITY, now);
}

/** Of notes added at one instant the index has the last ids first, the listing the first ones. */
async function newestNotes(db: RoundsDatabase, limit: number): Promise<readonly Note[]> {
  const byTime = db.notes.orderBy('addedAtMillis').reverse().limit(limit);
  const instants = (await byTime.keys()) as number[];
  const oldest = instants.at(-1);
  if (oldest === undefined) return [];
  const ofOldest = instants.length - instants.indexOf(oldest);
  const [newer, same] = await Promise.all([
    db.notes.where('addedAtMillis').above(oldest).toArray(),
    db.notes.where('addedAtMillis').equals(oldest).limit(ofOldest).toArray(),
  ]);
  return [...newer, ...same];
}

function added<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Change[] {
  return rows.map((row) => {
    const { id } = row as { readonly id: string };
    return { table, key: id, before: undefined, after: row } as unknown as Change;
  });
}
