import type { Note } from '../domain/content/note.ts';
import type { NoteType } from '../domain/content/note-type.ts';
import { allTypes } from '../domain/content/stock.ts';
import type { DeckId, NoteId } from '../domain/ids.ts';
import type { RoundsDatabase } from './schema.ts';

/** Rows read in one request while walking the whole collection. */
const PAGE = 5000;

export function readNote(db: RoundsDatabase, noteId: NoteId): Promise<Note | undefined> {
  return db.notes.get(noteId);
}

/** Stock types as the person changed them, then the person's own. */
export async function readNoteTypes(db: RoundsDatabase): Promise<NoteType[]> {
  return allTypes(await db.noteTypes.toArray());
}

/** All notes, in pages, so that no request holds the disk for long. */
export async function* eachNotePage(db: RoundsDatabase): AsyncGenerator<readonly Note[]> {
  let after = '';
  for (;;) {
    const page = await db.notes.where('id').above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}

/** The notes with the section `path` or one below it. */
export async function noteIdsOfSection(db: RoundsDatabase, path: string): Promise<NoteId[]> {
  const found: NoteId[] = [];
  for await (const page of eachNotePage(db)) {
    for (const note of page) {
      if (note.sections.some((each) => each === path || each.startsWith(`${path}::`))) {
        found.push(note.id);
      }
    }
  }
  return found;
}

export async function noteIdsOfDecks(
  db: RoundsDatabase,
  deckIds: readonly DeckId[],
): Promise<NoteId[]> {
  return (await db.notes
    .where('deckId')
    .anyOf([...deckIds])
    .primaryKeys()) as NoteId[];
}
