import type { Note } from '../../../domain/content/note.ts';
import { fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import type { NoteBack, TakeBack } from '../../../domain/import/take-back.ts';
import { keyOfName } from '../../../domain/text/same-name.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { FieldId } from '../../../kernel/ids.ts';
import { mergedNote } from '../../parts/merged-note.ts';
import { cardsByNote, noteChanges } from '../../parts/note-cards.ts';
import { followed } from '../../parts/type-followed.ts';
import { type RowsAfter, write } from './rows-after.ts';

/**
 * Notes that the import brought go; those that were here say again what they said before.
 * `types`: those that are as before again, whose notes' cards come and go with them.
 */
export function notesBack(
  { noteIds, notes }: Pick<TakeBack, 'noteIds' | 'notes'>,
  atMillis: number,
  types: readonly NoteType[],
  after: RowsAfter,
): void {
  const cards = cardsByNote(after);
  for (const id of noteIds) {
    after.notes.delete(id);
    for (const card of cards.get(id) ?? []) after.cards.delete(card.id);
  }
  for (const back of notes) {
    const now = after.notes.get(back.before.id);
    if (!now) continue;
    const own = cards.get(now.id) ?? [];
    write(noteChanges(now, noteBack(now, back, atMillis), own, after.noteTypes), after);
  }
  for (const type of types) write(followed(type, after.noteTypes, after), after);
}

/**
 * Field by field, as an import merges (ANKI-22): what reads as it came is as before again, what was
 * changed since stays. A note that a later import brought again stays known by that one.
 */
export function noteBack(now: Note, { before, brought }: NoteBack, atMillis: number): Note {
  const { note, isChanged } = mergedNote({ ...now, asImported: brought }, before, 'mine');
  const isLast = canonical(now.asImported) === canonical(brought);
  const { asImported, foreign } = isLast ? before : now;
  const { asImported: _a, foreign: _f, ...rest } = note;
  const kept = { ...(asImported && { asImported }), ...(foreign && { foreign }) };
  if (saysTheSame(note, before)) {
    const { fields, sections, tags, editedAtMillis } = before;
    return { ...rest, fields, sections, tags, editedAtMillis, ...kept };
  }
  return { ...rest, editedAtMillis: isChanged ? atMillis : now.editedAtMillis, ...kept };
}

function saysTheSame(one: Note, other: Note): boolean {
  const ids = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  return (
    one.noteTypeId === other.noteTypeId &&
    [...ids].every(
      (id) => fieldText(one.fields, id as FieldId) === fieldText(other.fields, id as FieldId),
    ) &&
    // An import may spell them as the deck does.
    isSameList(one.sections.map(keyOfName), other.sections.map(keyOfName)) &&
    isSameList(one.tags, other.tags)
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return canonical(one) === canonical(other);
}
