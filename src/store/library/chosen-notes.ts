import type { Note } from '../../domain/content/note.ts';
import type { NoteId } from '../../kernel/ids.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Notes read in one request. */
const PAGE = 2000;

/** The notes of these ids that are there, in their order, page by page. */
export async function* eachChosenPage(
  db: RoundsDatabase,
  noteIds: readonly NoteId[],
): AsyncGenerator<readonly Note[]> {
  for (let from = 0; from < noteIds.length; from += PAGE) {
    const notes = await db.notes.bulkGet(noteIds.slice(from, from + PAGE));
    yield notes.filter((note) => note !== undefined);
  }
}
