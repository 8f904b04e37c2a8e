import { type FieldTexts, fieldText } from '../../../domain/content/note-type.ts';
import type { FieldId, NoteId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import type { NoteEdit } from '../../../log/operation.ts';
import { notNow, ok, type Result } from '../../../kernel/problem.ts';
import { renameMediaIn } from '../../../domain/template/html-text.ts';
import { readNotesOf } from '../../../store/media/media-users.ts';
import { checkMediaNow } from '../../queries/once/media/check-media.ts';
import type { Watch } from '../../rpc.ts';
import type { Deps } from '../../deps.ts';
import { change } from '../change.ts';
import { inWords } from '../../in-words.ts';
import { deleteMedia } from './media.ts';

export interface Mended {
  /** Names that led nowhere and lead to a file now. */
  readonly repointed: number;
  readonly renamed: number;
}

/**
 * Mends what the check says can be: notes that misspell a file's name get it right, and files with
 * unsafe names get safe ones, in the notes too. One step to undo.
 */
export function mendMedia(deps: Deps, watch?: Watch): Promise<Result<Mended | undefined>> {
  return inWords(() => mend(deps, watch));
}

async function mend(deps: Deps, watch: Watch | undefined): Promise<Result<Mended | undefined>> {
  const checked = await checkMediaNow(watch ? { ...deps, watch } : deps);
  if (!checked.ok || !checked.value) return checked.ok ? ok(undefined) : checked;
  const { missing, misnamed } = checked.value;
  const meant = missing.flatMap(({ name, instead, noteIds }) =>
    instead !== undefined && noteIds.length > 0 ? [{ from: name, to: instead, noteIds }] : [],
  );
  const unsafe = misnamed.filter(({ isElsewhere }) => !isElsewhere);
  const renames = unsafe.map(({ file, to }) => ({ from: file.id, to }));
  const renamings = unsafe.map(({ file, to, noteIds }) => ({ from: file.id, to, noteIds }));
  const edits = await editsFor(deps, [...meant, ...renamings]);
  if (edits.length + renames.length > 0) {
    const body = { kind: 'rename-media', renames, edits } as const;
    const applied = await change(deps, body);
    if (!applied.ok) return applied;
  }
  return ok({ repointed: meant.length, renamed: unsafe.length });
}

/**
 * Takes those of `names` out of the collection that nothing refers to still, in one step to undo,
 * and gives them. undefined: `watch` stopped it, and nothing was changed.
 */
export async function deleteUnused(
  deps: Deps,
  names: readonly string[],
  watch?: Watch,
): Promise<Result<readonly string[] | undefined>> {
  const checked = await checkMediaNow(watch ? { ...deps, watch } : deps);
  if (!checked.ok || !checked.value) return checked.ok ? ok(undefined) : checked;
  const unused = new Set<string>(checked.value.unused.map((file) => file.id));
  const still = names.filter((name) => unused.has(name));
  if (still.length === 0) {
    return notNow(
      t`None of these files is unused any more.`,
      t`Nothing was deleted.`,
      t`Check the media again.`,
    );
  }
  const deleted = await deleteMedia(deps, still);
  return deleted.ok ? ok(still) : deleted;
}

/** One name for another in the notes that refer to it. */
interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly noteIds: readonly NoteId[];
}

/** The notes as they are now, with the new names; only fields that change. */
async function editsFor({ store }: Deps, renamings: readonly Renaming[]): Promise<NoteEdit[]> {
  const byNote = new Map<NoteId, Renaming[]>();
  for (const renaming of renamings) {
    for (const noteId of renaming.noteIds) {
      byNote.set(noteId, [...(byNote.get(noteId) ?? []), renaming]);
    }
  }
  const notes = await readNotesOf(store, [...byNote.keys()]);
  return notes.flatMap(({ id, fields }) => {
    const changed = renamedIn(fields, byNote.get(id) ?? []);
    return Object.keys(changed).length > 0 ? [{ noteId: id, fields: changed }] : [];
  });
}

function renamedIn(fields: FieldTexts, renamings: readonly Renaming[]): FieldTexts {
  const changed: Record<FieldId, string> = {};
  for (const id of Object.keys(fields) as FieldId[]) {
    const before = fieldText(fields, id);
    const after = renamings.reduce((text, { from, to }) => renameMediaIn(text, from, to), before);
    if (after !== before) changed[id] = after;
  }
  return changed;
}
