import type { Effects } from '../../../domain/collection/rows.ts';
import { failed, type Result } from '../../../kernel/problem.ts';
import { defineKind } from '../../kind.ts';
import { object, operationId } from '../../shapes.ts';

/** Takes a step back: its rows return to what they were, its review stops counting. */
export const undoKind = defineKind({
  name: 'undo',
  version: 1,
  shape: object({ target: operationId }),
  word: 'undo',
  about: () => ({}),
  reach: () => ({}),
  effects: withoutItsTarget,
});

/** Does a step again that was taken back last, as it was done then. */
export const redoKind = defineKind({
  name: 'redo',
  version: 1,
  shape: object({ target: operationId }),
  word: 'redo',
  about: () => ({}),
  reach: () => ({}),
  effects: withoutItsTarget,
});

/** Both follow from another operation, so whoever keeps the log works them out (standing.ts). */
function withoutItsTarget(): Result<Effects> {
  return failed(
    'An undo was asked for without the operation it is about.',
    'Nothing was changed.',
    'Start Rounds again; if it happens again, this is a defect worth reporting.',
  );
}
