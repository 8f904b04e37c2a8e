import type { Problem } from '../../../kernel/problem.ts';
import { ProblemNote } from './problem-note.tsx';

/** All that is shown when the program cannot start: the reason, and the way on. */
export function StartProblem(props: {
  readonly problem: Problem;
  /** A better way on than to try again. */
  readonly way?: { readonly name: string; readonly go: () => void };
}) {
  const { problem, way } = props;
  const tryAgain = () => location.reload();
  return (
    <main className="page start-problem">
      <h1 className="wordmark">Rounds</h1>
      <ProblemNote problem={problem} />
      <p className="actions">
        {way && (
          <button type="button" className="primary" onClick={way.go}>
            {way.name}
          </button>
        )}
        <button type="button" className={way ? undefined : 'primary'} onClick={tryAgain}>
          Try again
        </button>
      </p>
    </main>
  );
}
