import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** Part of the search's text: from `from` up to, not including, `to`. */
export interface QueryPlace {
  readonly from: number;
  readonly to: number;
}

/** Why a search cannot be read, and where in its text. */
export interface SearchProblem extends Problem {
  readonly offset: number;
  readonly length: number;
}

/** Thrown within the reading of a search, and caught where that began. */
export class Unreadable extends Error {
  readonly problem: SearchProblem;
  constructor(problem: SearchProblem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** Ends the reading of a search. `what` and `todo` are sentences. */
export function unreadable({ from, to }: QueryPlace, what: string, todo: string): never {
  const problem = { what, kept: t`Nothing was searched.`, todo, offset: from, length: to - from };
  throw new Unreadable(problem);
}
