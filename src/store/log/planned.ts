import type { Effects, Rows } from '../../domain/collection/rows.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Operation } from '../../log/operation.ts';
import type { UndoneRow } from '../schema.ts';

/** Thrown inside a transaction to abort it; carries the reason to the caller. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

const STOPPED: Problem = {
  what: t`Stopped before it was done.`,
  kept: t`Nothing was changed.`,
  todo: t`Begin again whenever you like.`,
  isNoFault: true,
};

/** Ends the transaction, with all that it wrote, where the person no longer wants it (LARGE-4). */
export function stopUnless(isWanted: boolean): void {
  if (!isWanted) throw new Refused(STOPPED);
}

/** What the operation does, and the cards it can see as they were. */
export interface Planned {
  readonly effects: Effects;
  readonly cards: Rows['cards'];
  /** +1: the review counts from now on; -1: no longer. */
  readonly counted: 1 | -1;
  /** Of a redo: the step that stands again. */
  readonly again?: Operation;
  readonly takenBack?: UndoneRow;
}
