import type { Effects, Rows } from '../../domain/collection/rows.ts';
import type { Problem } from '../../kernel/problem.ts';
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
