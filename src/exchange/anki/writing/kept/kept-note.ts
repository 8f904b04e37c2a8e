import { type Note, tagsOf } from '../../../../domain/content/note.ts';
import type { NoteType } from '../../../../domain/content/note-type.ts';
import { type ForeignNote, readForeignNote } from '../../foreign-rows.ts';
import { noteOfAnki } from '../../mapping/notes.ts';
import { isSame } from './with-changes.ts';
import { noteColumns, type NoteColumns } from '../rows/note-row.ts';

/** A note's row, and the one it came with. */
export interface KeptNoteRow extends NoteColumns {
  /** The number it came with; undefined: it is Rounds' own. */
  readonly id?: number;
  readonly usn: number;
  readonly flags: number;
  readonly data: string;
  readonly own: ForeignNote | undefined;
}

/** As it came where it was not changed here; otherwise with a new time (ANKI-44). */
export function keptNote(note: Note, type: NoteType): KeptNoteRow {
  const now = noteColumns(note, type, true);
  const own = readForeignNote(note.foreign);
  if (!own) return { ...now, usn: -1, flags: 0, data: '', own };
  const {
    id,
    guid,
    modifiedSeconds,
    usn,
    flags,
    data,
    tags = tagsOf(note),
    moreFields = [],
  } = own.note;
  // Words for what a tag became here; its own spelling goes back where that is still the same.
  const was = noteOfAnki({ ...own.note, tags, fields: [] }, type, note.deckId, 0, new Map());
  const isTagged = isSame(tagsOf(was), tagsOf(note)) && !note.archived;
  // Without a spelling of its own, a tag that it came with is spelt as it is here.
  const isSpelt = isTagged && own.note.tags !== undefined;
  const row = {
    id,
    guid,
    flags,
    data,
    own,
    tags: isSpelt ? tags : now.tags,
    fields: [...now.fields, ...moreFields],
  };
  const isAsItCame =
    isTagged &&
    note.editedAtMillis === modifiedSeconds * 1000 &&
    `anki-${own.note.typeId}` === type.id;
  return isAsItCame
    ? { ...row, modifiedSeconds, usn }
    : { ...row, modifiedSeconds: now.modifiedSeconds, usn: -1 };
}
