import { effectsOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import type { Rows } from '../../src/domain/collection/rows.ts';
import type { Problem } from '../../src/kernel/problem.ts';
import { anOperation } from './collection.ts';

/** The rows after an operation that must be accepted. */
export function rowsAfter(body: OperationBody, rows: Rows): Rows {
  const result = effectsOf(anOperation(body), rows);
  if (!result.ok) throw new Error(result.problem.what);
  const after = Object.fromEntries(
    Object.entries(rows).map(([table, own]) => [table, new Map<string, unknown>(own)]),
  );
  for (const { table, key, after: row } of result.value.changes) {
    if (row === undefined) after[table]?.delete(key);
    else after[table]?.set(key, row);
  }
  return after as unknown as Rows;
}

/** Why an operation is refused, which it must be. */
export function refusal(body: OperationBody, rows: Rows): Problem {
  const result = effectsOf(anOperation(body), rows);
  if (result.ok) throw new Error('was not refused');
  return inSentences(result.problem);
}

/** A problem whose parts must all be whole sentences: what happened, what was kept, what to do. */
export function inSentences(problem: Problem): Problem {
  const { what, kept, todo } = problem;
  for (const part of [what, kept, todo]) {
    if (!/^\S.{3,}[.?]$/su.test(part))
      throw new Error(`no sentence: “${part}” in ${what} ${kept} ${todo}`);
  }
  return problem;
}
