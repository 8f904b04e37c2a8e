import { useState } from 'react';
import type { LiveToday } from '../../../engine/queries/live/today.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';

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
        {plural(
          props.cardIds.length,
          '# card was answered up to {days} in the future.',
          '# cards were answered up to {days} in the future.',
          { days: plural(props.days, '# day') },
        )}
      </p>
      <p>{t`This computer’s clock was ahead then, or is behind now. Every answer is kept.`}</p>
      <p>{t`If today’s date is right, let these answers count as today’s; it can be undone.`}</p>
      <p className="actions">
        <button type="button" onClick={() => void correct()}>{t`Count them as today’s`}</button>
      </p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
