import type { NoteType } from '../../../domain/content/note-type.ts';
import type { NoteTypeId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Result } from '../../../kernel/problem.ts';
import { apply } from '../../../store/apply.ts';
import type { OnProgress } from '../../../store/write.ts';
import { type Deps, intentOf } from '../../deps.ts';

/** Saves a new or changed type; its notes' cards follow its templates. */
export function saveNoteType(
  deps: Deps,
  noteType: NoteType,
  onProgress?: OnProgress,
): Promise<Result<Operation>> {
  return apply(deps.store, intentOf(deps, { kind: 'set-note-type', noteType }), onProgress);
}

/** Deletes a type of the person's own, or takes a stock type back to how it came. */
export function deleteNoteType(deps: Deps, noteTypeId: NoteTypeId): Promise<Result<Operation>> {
  return apply(deps.store, intentOf(deps, { kind: 'delete-note-type', noteTypeId }));
}
