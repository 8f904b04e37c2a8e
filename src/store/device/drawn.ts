import type { Table } from 'dexie';
import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { DrawnRow, RoundsDatabase } from '../schema.ts';
import { putBesideSession } from './session.ts';

/** How long the row of a page is kept after it: the browser has written by then what it remembers. */
const KEPT_MILLIS = MILLIS_PER_DAY;

/** Remembers how often the note of a page has become another. What cannot be written is not known. */
export function rememberDrawn(
  db: RoundsDatabase,
  page: string,
  changes: number,
  atMillis: number,
): void {
  try {
    putBesideSession(db, { id: `drawn/${page}`, changes, atMillis });
  } catch {
    // The database is closed, which is said elsewhere.
  }
}

/** How often the note of a page had become another, as far as the disk knows; 0: nothing is known of it. */
export async function readDrawn(db: RoundsDatabase, page: string): Promise<number> {
  return (await drawnIn(db).get(`drawn/${page}`))?.changes ?? 0;
}

/** Nothing is left to be found in the note of this page, also where the browser still has it later. */
export async function endDrawn(db: RoundsDatabase, page: string, atMillis: number): Promise<void> {
  const row: DrawnRow = { id: `drawn/${page}`, changes: Number.MAX_SAFE_INTEGER, atMillis };
  await drawnIn(db).put(row);
}

/** Rows of pages that are long gone. */
export async function forgetDrawn(db: RoundsDatabase, nowMillis: number): Promise<void> {
  await drawnIn(db)
    .where('id')
    .startsWith('drawn/')
    .filter(({ atMillis }) => Math.abs(nowMillis - atMillis) > KEPT_MILLIS)
    .delete();
}

/** Beside the session's own row, in the same table. */
function drawnIn(db: RoundsDatabase): Table<DrawnRow, string> {
  return db.table('sessions');
}
