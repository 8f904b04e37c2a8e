import type { Change, Effects, Rows } from '../../domain/collection/rows.ts';
import { noteGrave } from '../../domain/collection/saved-search.ts';
import type { NewNote, Note } from '../../domain/content/note.ts';
import { speltAs } from '../../domain/text/same-name.ts';
import type { FieldTexts } from '../../domain/content/note-type.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { cardsByNote, noteChanges, withSectionsListed } from './note-cards.ts';

/** New text for a note: only the fields that change, its sections where they do, and labels it gets. */
export interface NoteEdit {
  readonly noteId: NoteId;
  readonly fields?: FieldTexts;
  readonly sections?: NewNote['sections'];
  readonly labels?: readonly string[];
}

/** `change` done to each of the notes that are there; refused where none is. */
export function changeNotes(
  noteIds: readonly NoteId[],
  rows: Rows,
  change: (note: Note) => Note,
): Result<Effects> {
  const cards = cardsByNote(rows);
  const changes = [...new Set(noteIds)].flatMap((noteId) => {
    const note = rows.notes.get(noteId);
    if (!note) return [];
    return noteChanges(note, change(note), cards.get(noteId) ?? [], rows.noteTypes);
  });
  return changes.length > 0 ? ok({ changes: withSectionsListed(changes, rows) }) : noteGone();
}

/** New text: schedules stay, cards follow their slots (NOTE-2). */
export function editedNotes(
  atMillis: number,
  edits: readonly NoteEdit[],
  rows: Rows,
): Result<Effects> {
  const byNote = new Map(edits.map((edit) => [edit.noteId, edit]));
  return changeNotes([...byNote.keys()], rows, (note) => {
    const edit = byNote.get(note.id);
    return {
      ...note,
      fields: { ...note.fields, ...edit?.fields },
      sections: edit?.sections
        ? speltAs(edit.sections, rows.decks.get(note.deckId)?.sections)
        : note.sections,
      tags: edit?.labels ? speltAs([...note.tags, ...edit.labels]) : note.tags,
      editedAtMillis: atMillis,
    };
  });
}

/** Notes and cards go; their answers stay in the log. */
export function deletions(noteIds: readonly NoteId[], rows: Rows): Change[] {
  const cards = cardsByNote(rows);
  return [...new Set(noteIds)].flatMap((key): Change[] => {
    const before = rows.notes.get(key);
    if (!before) return [];
    const own = (cards.get(key) ?? []).map(
      (card): Change => ({ table: 'cards', key: card.id, before: card, after: undefined }),
    );
    return [{ table: 'notes', key, before, after: undefined }, ...own];
  });
}

/**
 * The same, and of each that an import brought a grave, so that the next one does not bring it again
 * unless it is wanted (ANKI-25).
 */
export function deletionsForGood(noteIds: readonly NoteId[], rows: Rows): Change[] {
  return deletions(noteIds, rows).flatMap((change): Change[] => {
    if (change.table !== 'notes' || !change.before?.asImported) return [change];
    const id = noteGrave(change.key);
    const before = rows.graves.get(id);
    return [change, { table: 'graves', key: id, before, after: { id } }];
  });
}

/** A body of before deleted notes left graves: its effects stay what they were. */
export function withoutGraves<Fields>(fields: Fields): Fields & { readonly leavesNoGraves: true } {
  return { ...fields, leavesNoGraves: true };
}

export function noteGone(): Result<never> {
  return failed(
    t`The note is no longer there.`,
    t`Nothing was changed.`,
    t`Go back to Today and begin again.`,
  );
}
