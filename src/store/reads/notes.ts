import type { Note } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { allTypes } from '../../domain/content/stock.ts';
import {
  type CardId,
  type DeckId,
  type NoteId,
  type NoteTypeId,
  noteIdOf,
  type Slot,
  slotOf,
} from '../../kernel/ids.ts';
import { isAtOrBelow } from '../../domain/text/same-name.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Rows read in one request while walking the whole collection. */
const PAGE = 5000;

export function readNote(db: RoundsDatabase, noteId: NoteId): Promise<Note | undefined> {
  return db.notes.get(noteId);
}

/** The person's own notes, the one added last first. */
export function readNotesAdded(db: RoundsDatabase, limit: number): Promise<Note[]> {
  return db.notes
    .orderBy('addedAtMillis')
    .reverse()
    .filter((note) => note.fromFile === undefined)
    .limit(limit)
    .toArray();
}

/** Stock types as the person changed them, then the person's own. */
export async function readNoteTypes(db: RoundsDatabase): Promise<NoteType[]> {
  return allTypes(await db.noteTypes.toArray());
}

/** All types with the number of their notes, and whether the person made or changed them. */
export async function readTypesInUse(
  db: RoundsDatabase,
): Promise<{ readonly type: NoteType; readonly notes: number; readonly isOwn: boolean }[]> {
  const own = await db.noteTypes.toArray();
  return Promise.all(
    allTypes(own).map(async (type) => ({
      type,
      notes: await db.notes.where('noteTypeId').equals(type.id).count(),
      isOwn: own.some((each) => each.id === type.id),
    })),
  );
}

/** Some note of the type. */
export function readSampleNote(
  db: RoundsDatabase,
  noteTypeId: NoteTypeId,
): Promise<Note | undefined> {
  return db.notes.where('noteTypeId').equals(noteTypeId).last();
}

/** The last slot of the cards that notes of the type have, in sight or not; 0 of none. */
export async function readLastSlot(db: RoundsDatabase, noteTypeId: NoteTypeId): Promise<Slot> {
  const [noteIds, cardIds] = await Promise.all([
    db.notes.where('noteTypeId').equals(noteTypeId).primaryKeys(),
    db.cards.toCollection().primaryKeys(),
  ]);
  const ofType = new Set<string>(noteIds);
  let last: Slot = 0;
  for (const key of cardIds) {
    const id = key as CardId;
    if (ofType.has(noteIdOf(id))) last = Math.max(last, slotOf(id));
  }
  return last;
}

/** How many notes a deck has, or (undefined) all decks. */
export function countNotes(db: RoundsDatabase, deckId: DeckId | undefined): Promise<number> {
  return deckId === undefined ? db.notes.count() : db.notes.where('deckId').equals(deckId).count();
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

/** The notes with the section `path`, however it is spelt, or one below it. */
export async function noteIdsOfSection(db: RoundsDatabase, path: string): Promise<NoteId[]> {
  const found: NoteId[] = [];
  for await (const page of eachNotePage(db)) {
    for (const note of page) {
      if (note.sections.some((each) => isAtOrBelow(each, path))) found.push(note.id);
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
