import type { Problem } from '../../../kernel/problem.ts';

/** A problem in three plain sentences: what happened, what was kept, what to do. Read out at once. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  return (
    <div className="note note-problem" role="alert">
      <p className="note-what">{problem.what}</p>
      <p>{problem.kept}</p>
      <p>{problem.todo}</p>
    </div>
  );
}
