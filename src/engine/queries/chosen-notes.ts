import type { Note } from '../../domain/content/note.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { eachChosenPage } from '../../store/chosen-notes.ts';
import { eachNotePage as eachStoredPage } from '../../store/notes.ts';
import type { Deps } from '../deps.ts';
import { inWords } from '../in-words.ts';

/** The notes of these ids that are there, in their order: for what is planned before it is done. */
export function chosenNotes(
  deps: Pick<Deps, 'store'>,
  noteIds: readonly NoteId[],
): Promise<Result<readonly Note[]>> {
  return inWords(async () => {
    const notes: Note[] = [];
    for await (const page of eachChosenPage(deps.store, noteIds)) notes.push(...page);
    return ok(notes);
  });
}

/** What hears a page of notes; false: it needs no more of them. */
export type HearPage = (page: readonly Note[]) => Promise<boolean>;

/** The same page by page, or all notes where `noteIds` is undefined. */
export function eachNotePage(
  deps: Pick<Deps, 'store'>,
  noteIds: readonly NoteId[] | undefined,
  hear: HearPage,
): Promise<Result<void>> {
  return inWords(async () => {
    const pages = noteIds ? eachChosenPage(deps.store, noteIds) : eachStoredPage(deps.store);
    for await (const page of pages) if (!(await hear(page))) break;
    return ok(undefined);
  });
}
