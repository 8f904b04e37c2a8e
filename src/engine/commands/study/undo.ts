import type { OperationId } from '../../../kernel/ids.ts';
import { notNow, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { type Operation, operationWord } from '../../../log/operation.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import { change } from '../change.ts';
import { inWords } from '../../in-words.ts';
import { stepToRedo, stepToUndo } from '../../queries/once/next-step.ts';

export interface Undone {
  /** The step that was taken back, or done again. */
  readonly operation: Operation;
  /** What it is called, in a word: 'answer', 'flag' … */
  readonly name: string;
}

/**
 * Takes back this device's newest step still in force, across sessions; again and again, one step
 * each. Stops at what the program did by itself: a key never unloads its deck. `expected`: the step
 * that the person was asked about; refused where it is no longer the newest.
 */
export function undoLast(
  deps: Deps,
  expected?: OperationId,
  watch?: Watch,
): Promise<Result<Undone>> {
  return inWords(async () => {
    const next = await stepToUndo(deps);
    return next.ok ? turn(deps, 'undo', next.value, expected, watch) : next;
  });
}

/** Does again what was taken back last, until something new is done. */
export function redoLast(
  deps: Deps,
  expected?: OperationId,
  watch?: Watch,
): Promise<Result<Undone>> {
  return inWords(async () => {
    const next = await stepToRedo(deps);
    return next.ok ? turn(deps, 'redo', next.value, expected, watch) : next;
  });
}

async function turn(
  deps: Deps,
  kind: 'undo' | 'redo',
  step: Operation,
  expected: OperationId | undefined,
  watch: Watch | undefined,
): Promise<Result<Undone>> {
  if (expected !== undefined && expected !== step.id) {
    return notNow(
      t`Something else was done in the meantime.`,
      t`Everything is as it was.`,
      t`Press ${kind} again to see what it would be about now.`,
    );
  }
  const done = await change(deps, { kind, target: step.id }, watch);
  return done.ok ? ok({ operation: step, name: operationWord(step.body) }) : done;
}
