import { OPERATION_NAMES, type Operation } from '../../../log/operation.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { apply, lastInForce } from '../../../store/apply.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';

export interface Undone {
  readonly operation: Operation;
  /** What was taken back, in a word: 'answer', 'flag' … */
  readonly name: string;
}

/**
 * Takes back the newest step still in force, across sessions; again and again, one step each.
 * Stops at what the program did by itself: a key never unloads its deck.
 */
export function undoLast(deps: Deps): Promise<Result<Undone>> {
  return inWords(() => undoNewest(deps));
}

async function undoNewest(deps: Deps): Promise<Result<Undone>> {
  const last = await lastInForce(deps.store);
  if (!last) {
    return failed('There is nothing to undo.', 'Everything is as it was.', 'Carry on.');
  }
  const name = OPERATION_NAMES[last.body.kind];
  if (last.origin === 'program') {
    return failed(
      `Undo stops here: the step before (${name}) was made by Rounds itself.`,
      'Everything is as it was.',
      'Carry on.',
    );
  }
  const result = await apply(deps.store, intentOf(deps, { kind: 'undo', target: last.id }));
  return result.ok ? ok({ operation: last, name }) : result;
}
