import type { OperationId } from '../../kernel/ids.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { type Operation, operationWord } from '../../log/operation.ts';
import { type Applied, apply } from '../../store/apply.ts';
import { newestInForce, nextToRedo } from '../../store/log/in-force.ts';
import { readOperation } from '../../store/log/log-rows.ts';
import { type Deps, intentOf } from './deps.ts';
import { inWords } from './in-words.ts';
import { type StepInWords, stepInWords } from './step-in-words.ts';

export interface Undone {
  /** The step that was taken back, or done again. */
  readonly operation: Operation;
  /** What it is called, in a word: 'answer', 'flag' … */
  readonly name: string;
}

/** What undo would take back now: to be asked before it goes past today (see isPast). */
export function nextUndo(deps: Deps): Promise<Result<StepInWords>> {
  return inWords(async () => {
    const next = await stepToUndo(deps);
    return next.ok ? ok(await stepInWords(deps, next.value)) : next;
  });
}

/** What redo would do again now. */
export function nextRedo(deps: Deps): Promise<Result<StepInWords>> {
  return inWords(async () => {
    const next = await stepToRedo(deps);
    return next.ok ? ok(await stepInWords(deps, next.value)) : next;
  });
}

/**
 * Takes back this device's newest step still in force, across sessions; again and again, one step
 * each. Stops at what the program did by itself: a key never unloads its deck. `expected`: the step
 * that the person was asked about; refused where it is no longer the newest.
 */
export function undoLast(deps: Deps, expected?: OperationId): Promise<Result<Undone>> {
  return inWords(async () => {
    const next = await stepToUndo(deps);
    return next.ok ? turn(deps, 'undo', next.value, expected) : next;
  });
}

/** Does again what was taken back last, until something new is done. */
export function redoLast(deps: Deps, expected?: OperationId): Promise<Result<Undone>> {
  return inWords(async () => {
    const next = await stepToRedo(deps);
    return next.ok ? turn(deps, 'redo', next.value, expected) : next;
  });
}

async function turn(
  deps: Deps,
  kind: 'undo' | 'redo',
  step: Operation,
  expected: OperationId | undefined,
): Promise<Result<Undone>> {
  if (expected !== undefined && expected !== step.id) {
    return failed(
      'Something else was done in the meantime.',
      'Everything is as it was.',
      `Press ${kind} again to see what it would be about now.`,
    );
  }
  const done: Result<Applied> = await apply(deps.store, intentOf(deps, { kind, target: step.id }));
  return done.ok ? ok({ operation: step, name: operationWord(step.body) }) : done;
}

async function stepToUndo(deps: Deps): Promise<Result<Operation>> {
  const row = await newestInForce(deps.store);
  const step = row && (await readOperation(deps.store, row.id));
  if (!step) return failed('There is nothing to undo.', 'Everything is as it was.', 'Carry on.');
  if (step.origin === 'program') {
    return failed(
      `Undo stops here: the step before (${operationWord(step.body)}) was made by Rounds itself.`,
      'Everything is as it was.',
      'Carry on.',
    );
  }
  return ok(step);
}

async function stepToRedo(deps: Deps): Promise<Result<Operation>> {
  const id = await nextToRedo(deps.store);
  const step = id && (await readOperation(deps.store, id));
  if (step) return ok(step);
  return failed('There is nothing to do again.', 'Everything is as it was.', 'Carry on.');
}
