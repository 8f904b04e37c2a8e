import type { Problem } from '../../../kernel/problem.ts';
import { ProblemNote } from './problem-note.tsx';

/** All that is shown when the program cannot start: the reason, and the way on. */
export function StartProblem({ problem }: { readonly problem: Problem }) {
  return (
    <main className="page start-problem">
      <h1 className="wordmark">Rounds</h1>
      <ProblemNote problem={problem} />
      <p className="actions">
        <button type="button" className="primary" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </main>
  );
}
