import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { ProblemNote } from './problem-note.tsx';

/** All that is shown when the program cannot start: the reason, and the way on. */
export function StartProblem(props: {
  readonly problem: Problem;
  /** Another way on than to try again, and a better one. */
  readonly way?: {
    readonly name: string;
    readonly go: () => void;
    /** It is no better, and comes after. */
    readonly isLast?: boolean;
  };
}) {
  const { problem, way } = props;
  const tryAgain = () => location.reload();
  const isFirst = way && !way.isLast;
  const wayOn = way && (
    <button type="button" className={isFirst ? 'primary' : undefined} onClick={way.go}>
      {way.name}
    </button>
  );
  return (
    <main className="page start-problem">
      <h1 className="wordmark">{t`Rounds`}</h1>
      <ProblemNote problem={problem} />
      <p className="actions">
        {isFirst && wayOn}
        <button
          type="button"
          className={isFirst ? undefined : 'primary'}
          onClick={tryAgain}
        >{t`Try again`}</button>
        {!isFirst && wayOn}
      </p>
    </main>
  );
}
