import { type DuplicateGroup, findDuplicates } from '../../duplicates/find-duplicates.ts';
import { textOfNote } from '../../duplicates/normal-text.ts';
import type { NoteEntry } from '../entries.ts';

/** Notes that say the same or nearly so, with what the first of them is listed by. */
export interface DuplicateNotes extends DuplicateGroup {
  readonly sortField: string;
}

/** The groups among `notes`, archived ones aside; largest groups first. Time: see findDuplicates. */
export function duplicatesAmong(
  notes: readonly NoteEntry[],
  similarity: number,
): readonly DuplicateNotes[] {
  const inUse = notes.filter(({ note }) => !note.archived);
  const texts = inUse.map(({ note, type }) => ({
    id: note.id,
    text: textOfNote(note.fields, type),
  }));
  const sortFields = new Map(inUse.map(({ note, sortText }) => [note.id, sortText]));
  return findDuplicates(texts, { similarity })
    .map((group) => {
      const [first] = group.noteIds;
      return { ...group, sortField: first === undefined ? '' : (sortFields.get(first) ?? '') };
    })
    .sort((a, b) => b.noteIds.length - a.noteIds.length);
}
