import type { Change, Rows } from '../../domain/collection/rows.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { failed, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { cardsByNote, noteChanges } from './note-cards.ts';

/** The notes of `type` whose cards come or go. */
export function followed(
  type: NoteType,
  noteTypes: ReadonlyMap<string, NoteType>,
  rows: Rows,
): Change[] {
  const cards = cardsByNote(rows);
  return [...rows.notes.values()].flatMap((note) => {
    if (note.noteTypeId !== type.id) return [];
    const own = noteChanges(note, note, cards.get(note.id) ?? [], noteTypes);
    return own.filter(
      (change) =>
        change.table === 'cards' &&
        (!change.before || change.before.absent !== change.after?.absent),
    );
  });
}

export function typeGone(): Result<never> {
  return failed(
    t`The note type is no longer there.`,
    t`Nothing was changed.`,
    t`Choose another type.`,
  );
}
