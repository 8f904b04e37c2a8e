import { useState } from 'react';
import type { LiveToday } from '../../../engine/queries/live/today.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { useEngine } from '../../engine.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { count } from '../../kit/text/format.ts';

/** That answers were dated into the future, and the way to let them count as today's (CARD-7). */
export function ClockNotice(props: Pick<NonNullable<LiveToday['clockAhead']>, 'cardIds' | 'days'>) {
  const engine = useEngine();
  const [problem, setProblem] = useState<Problem>();

  async function correct(): Promise<void> {
    const result = await engine.run('redateCards', props.cardIds);
    setProblem(result.ok ? undefined : result.problem);
  }

  return (
    <div className="note" role="status">
      <p className="note-what">
        {count(props.cardIds.length, 'card')} {props.cardIds.length === 1 ? 'was' : 'were'} answered
        up to {count(props.days, 'day')} in the future.
      </p>
      <p>This computer’s clock was ahead then, or is behind now. Every answer is kept.</p>
      <p>If today’s date is right, let these answers count as today’s; it can be undone.</p>
      <p className="actions">
        <button type="button" onClick={() => void correct()}>
          Count them as today’s
        </button>
      </p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
