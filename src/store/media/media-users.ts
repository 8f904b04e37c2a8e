import type { Note } from '../../domain/content/note.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { isGoneNote } from '../device/gone-drafts.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Fewer than elsewhere, because looking for media in the text of each takes its time too. */
const PAGE = 500;

/** All notes, in pages, and how many there are. */
export async function* eachPageOfNotes(
  db: RoundsDatabase,
): AsyncGenerator<{ readonly notes: readonly Note[]; readonly total: number }> {
  const total = await db.notes.count();
  let after = '';
  for (;;) {
    const page = await db.notes.where('id').above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield { notes: page, total };
    after = last.id;
  }
}

/** The notes of these ids that are there. */
export async function readNotesOf(
  db: RoundsDatabase,
  noteIds: readonly NoteId[],
): Promise<readonly Note[]> {
  return (await db.notes.bulkGet([...noteIds])).filter((note) => note !== undefined);
}

/** What is half written, as the editors keep it. */
export async function readDraftValues(db: RoundsDatabase): Promise<readonly unknown[]> {
  return (await db.drafts.toArray()).filter((row) => !isGoneNote(row)).map((draft) => draft.value);
}

/** The newest operation's id; '' before the first. */
export async function readLastOperationId(db: RoundsDatabase): Promise<string> {
  const [id] = await db.operations.orderBy('logicalMillis').reverse().limit(1).primaryKeys();
  return id ?? '';
}
