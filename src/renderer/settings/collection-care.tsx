import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../../kernel/problem.ts';
import type { CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { useEngine } from '../engine.tsx';
import { count } from '../kit/text/format.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';

/** A check that a person can run: do the cards agree with everything that was ever done? */
export function CollectionCare() {
  const engine = useEngine();
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<CollectionCheck>();
  const [problem, setProblem] = useState<Problem>();

  async function check(): Promise<void> {
    setBusy(true);
    const result = await engine.run('checkCollection');
    setFound(result.ok ? result.value : undefined);
    setProblem(result.ok ? undefined : result.problem);
    setBusy(false);
  }

  return (
    <section className="form" aria-labelledby="care">
      <h2 id="care">Your cards</h2>
      <p className="soft">
        Everything you do is written down as one line, and every date follows from those lines. The
        check works all of them through again and puts right what differs.
      </p>
      <p className="actions">
        <button type="button" onClick={() => void check()} disabled={isBusy}>
          {isBusy ? 'Checking…' : 'Check the collection'}
        </button>
      </p>
      <div role="status">
        {found && (
          <p>
            {found.wasSound
              ? `${count(found.operations, 'operation')} checked: every card is as it should be.`
              : `${count(found.operations, 'operation')} checked: differences were found and put right.`}
          </p>
        )}
        {found && <p className="soft small number">State {found.hashAfter}</p>}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <p>
        <Link href="/media">Check pictures, sounds and films</Link>
        <span className="soft">: what is missing, unused or large.</span>
      </p>
    </section>
  );
}
