import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { MediaFile } from '../../../domain/media/media-file.ts';
import type { NoteId, NoteTypeId } from '../../../kernel/ids.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import { readMediaFiles } from '../../../store/media/blobs.ts';
import {
  readNote,
  readNotesAdded,
  readNoteTypes,
  readSampleNote,
  readTypesInUse,
} from '../../../store/reads/notes.ts';
import type { Stored } from '../context.ts';

/** All note types, stock ones first. */
export async function noteTypes({ store }: Stored): Promise<readonly NoteType[]> {
  return readNoteTypes(store);
}

export interface TypeInUse {
  readonly type: NoteType;
  readonly notes: number;
  /** The person's own, or a stock type that the person changed. */
  readonly isOwn: boolean;
}

/** All note types with the number of their notes. */
export async function typesInUse({ store }: Stored): Promise<readonly TypeInUse[]> {
  return readTypesInUse(store);
}

/** A note of the type, the one added last, to show what its cards look like. */
export async function sampleNote(
  { store }: Stored,
  { noteTypeId }: { readonly noteTypeId: NoteTypeId },
): Promise<Note | undefined> {
  return readSampleNote(store, noteTypeId);
}

export interface NoteForEditing {
  readonly note: Note;
  readonly type: NoteType;
  readonly deckName: string;
}

/** A note with its type and the name of its deck; undefined where it is gone. */
export async function noteForEditing(
  { store }: Stored,
  { noteId }: { readonly noteId: NoteId },
): Promise<NoteForEditing | undefined> {
  const [note, types, all] = await Promise.all([
    readNote(store, noteId),
    readNoteTypes(store),
    readDecks(store),
  ]);
  const type = types.find((each) => each.id === note?.noteTypeId);
  const deckName = all.find((deck) => deck.id === note?.deckId)?.name ?? '';
  return note && type && { note, type, deckName };
}

/** The notes added last by the person, newest first. */
export async function notesAdded(
  { store }: Stored,
  { limit }: { readonly limit: number },
): Promise<readonly Note[]> {
  return readNotesAdded(store, limit);
}

/** The media file of this name; null where there is none. */
export async function mediaFile(
  { store }: Stored,
  { name }: { readonly name: string },
): Promise<MediaFile | null> {
  return (await readMediaFiles(store, [name]))[0] ?? null;
}
