import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../../kernel/problem.ts';
import type { CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { useEngine } from '../engine.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useWork } from '../kit/progress/use-work.ts';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { checkInWords } from './check-words.ts';

/** A check that a person can run: do the cards agree with everything that was ever done? */
export function CollectionCare() {
  const engine = useEngine();
  const { working, run, stop } = useWork();
  const [found, setFound] = useState<CollectionCheck>();
  const [problem, setProblem] = useState<Problem>();

  async function check(): Promise<void> {
    const result = await run('Checking the collection', (watch) =>
      engine.run('checkCollection', watch),
    );
    setFound(result.ok ? result.value : undefined);
    setProblem(result.ok ? undefined : result.problem);
  }

  return (
    <section className="form" aria-labelledby="care">
      <h2 id="care">Your cards</h2>
      <p className="soft">
        Everything you do is written down as one line, and every date follows from those lines. The
        check works all of them through again and puts right what differs.
      </p>
      <p className="actions">
        <button type="button" onClick={() => void check()} disabled={working !== undefined}>
          Check the collection
        </button>
      </p>
      {working && <WorkLine working={working} onStop={stop} />}
      <div role="status">
        {found && checkInWords(found).map((words) => <p key={words}>{words}</p>)}
        {found && <p className="soft small number">State {found.hashAfter}</p>}
      </div>
      {found && found.refused.length > 0 && (
        <Listed title="Steps without effect" rows={found.refused} />
      )}
      {found && found.deferred.length > 0 && (
        <Listed title="Steps put aside" rows={found.deferred} />
      )}
      {problem && <ProblemNote problem={problem} />}
      <p>
        <Link href="/media">Check pictures, sounds and films</Link>
        <span className="soft">: what is missing, unused or large.</span>
      </p>
    </section>
  );
}

/** So many are named; more are only counted. */
const MOST_LISTED = 20;

function Listed(props: {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly why: string }[];
}) {
  const rest = props.rows.length - MOST_LISTED;
  return (
    <details>
      <summary>{props.title}</summary>
      <ul className="small long-words">
        {props.rows.slice(0, MOST_LISTED).map(({ id, why }) => (
          <li key={id}>
            {id}: {why}
          </li>
        ))}
        {rest > 0 && <li>and {rest.toLocaleString('en')} more</li>}
      </ul>
    </details>
  );
}
