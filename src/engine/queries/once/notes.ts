import type { Note } from '../../../domain/content/note.ts';
import type { LibraryRow, Mode } from '../../../domain/library/library.ts';
import type { NoteId, NoteTypeId, Slot } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { eachChosenPage } from '../../../store/library/chosen-notes.ts';
import { countRows } from '../../../store/library/count-rows.ts';
import { readFirstRows } from '../../../store/library/first-rows.ts';
import { readLastSlot } from '../../../store/reads/notes.ts';
import { inWords } from '../../in-words.ts';
import type { Asked } from '../context.ts';

/** The notes of these ids that are there, in their order: for what is planned before it is done. */
export function chosenNotes(
  { store }: Pick<Asked, 'store'>,
  { noteIds }: { readonly noteIds: readonly NoteId[] },
): Promise<Result<readonly Note[]>> {
  return inWords(async () => {
    const notes: Note[] = [];
    for await (const page of eachChosenPage(store, noteIds)) notes.push(...page);
    return ok(notes);
  });
}

/** The last slot in which a note of the type has a card, in sight or not; 0 where none has one. */
export function lastSlotOfType(
  { store }: Pick<Asked, 'store'>,
  { noteTypeId }: { readonly noteTypeId: NoteTypeId },
): Promise<Result<Slot>> {
  return inWords(async () => ok(await readLastSlot(store, noteTypeId)));
}

/**
 * Rows of the library's listing of everything, newest notes first, without its index: of the `limit`
 * newest notes, but for the `from` newest.
 */
export function firstRows(
  { store, clock }: Pick<Asked, 'store' | 'clock'>,
  { mode, limit, from }: { readonly mode: Mode; readonly limit: number; readonly from?: number },
): Promise<Result<readonly LibraryRow[]>> {
  return inWords(async () => ok(await readFirstRows(store, mode, limit, clock(), from)));
}

/** How many rows that listing has; undefined where only the index can tell. */
export function libraryTotal(
  { store }: Pick<Asked, 'store'>,
  { mode }: { readonly mode: Mode },
): Promise<Result<number | undefined>> {
  return inWords(async () => ok(await countRows(store, mode)));
}
