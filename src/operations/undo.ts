import { OPERATION_NAMES, type Operation } from '../domain/operation/operation.ts';
import { failed, ok, type Result } from '../domain/problem.ts';
import { apply, lastUndoable } from '../store/apply.ts';
import { type Deps, intentOf } from './deps.ts';

export interface Undone {
  readonly operation: Operation;
  /** What was taken back, in a word: 'answer', 'flag' … */
  readonly name: string;
}

/** Takes back the newest step still in force, across sessions; again and again, one step each. */
export async function undoLast(deps: Deps): Promise<Result<Undone>> {
  const last = await lastUndoable(deps.store);
  if (!last) {
    return failed('There is nothing to undo.', 'Everything is as it was.', 'Carry on.');
  }
  const result = await apply(deps.store, intentOf(deps, { kind: 'undo', target: last.id }));
  return result.ok ? ok({ operation: last, name: OPERATION_NAMES[last.body.kind] }) : result;
}
