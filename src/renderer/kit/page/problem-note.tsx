import type { Problem } from '../../../kernel/problem.ts';

/**
 * A problem in three plain sentences: what happened, what was kept, what to do. Read out at once, in
 * the dress of a warning; what is no error quietly, in that of a note (HELP-13).
 */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const { isNoFault } = problem;
  return (
    <div className={isNoFault ? 'note' : 'note note-problem'} role={isNoFault ? 'status' : 'alert'}>
      <p className="note-what">{problem.what}</p>
      <p>{problem.kept}</p>
      <p>{problem.todo}</p>
    </div>
  );
}
