import type { Effects } from '../../../domain/collection/rows.ts';
import { failed, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, operationId } from '../../shapes.ts';

/** Takes a step back: its rows return to what they were, its review stops counting. */
export const undoKind = defineKind({
  name: 'undo',
  version: 1,
  shape: object({ target: operationId }),
  word: t`undo`,
  about: () => ({}),
  reach: () => ({}),
  effects: withoutItsTarget,
});

/** Does a step again that was taken back last, as it was done then. */
export const redoKind = defineKind({
  name: 'redo',
  version: 1,
  shape: object({ target: operationId }),
  word: t`redo`,
  about: () => ({}),
  reach: () => ({}),
  effects: withoutItsTarget,
});

/** Both follow from another operation, so whoever keeps the log works them out (standing.ts). */
function withoutItsTarget(): Result<Effects> {
  return failed(
    t`An undo was asked for without the operation it is about.`,
    t`Nothing was changed.`,
    t`Start Rounds again; if it happens again, this is a defect worth reporting.`,
  );
}
