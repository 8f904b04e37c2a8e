import type { Note } from '../domain/content/note.ts';
import type { NoteId } from '../domain/ids.ts';
import { eachChosenPage } from '../store/chosen-notes.ts';
import { eachNotePage as eachStoredPage } from '../store/notes.ts';
import type { Deps } from './deps.ts';

/** The notes of these ids that are there, in their order: for what is planned before it is done. */
export async function chosenNotes(
  deps: Pick<Deps, 'store'>,
  noteIds: readonly NoteId[],
): Promise<Note[]> {
  const notes: Note[] = [];
  for await (const page of eachChosenPage(deps.store, noteIds)) notes.push(...page);
  return notes;
}

/** The same page by page, or all notes where `noteIds` is undefined. */
export function eachNotePage(
  deps: Pick<Deps, 'store'>,
  noteIds: readonly NoteId[] | undefined,
): AsyncGenerator<readonly Note[]> {
  return noteIds ? eachChosenPage(deps.store, noteIds) : eachStoredPage(deps.store);
}
