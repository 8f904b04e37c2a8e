import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../../kernel/problem.ts';
import type { CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { useEngine } from '../engine.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { checkInWords } from './check-words.ts';

/** A check that a person can run: do the cards agree with everything that was ever done? */
export function CollectionCare() {
  const engine = useEngine();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const [found, setFound] = useState<CollectionCheck>();
  const [problem, setProblem] = useState<Problem>();

  async function check(): Promise<void> {
    setProgress({ done: 0, total: 0 });
    const result = await engine.run('checkCollection', (done, total) =>
      setProgress({ done, total }),
    );
    setFound(result.ok ? result.value : undefined);
    setProblem(result.ok ? undefined : result.problem);
    setProgress(undefined);
  }

  return (
    <section className="form" aria-labelledby="care">
      <h2 id="care">Your cards</h2>
      <p className="soft">
        Everything you do is written down as one line, and every date follows from those lines. The
        check works all of them through again and puts right what differs.
      </p>
      <p className="actions">
        <button type="button" onClick={() => void check()} disabled={progress !== undefined}>
          {progress ? 'Checking…' : 'Check the collection'}
        </button>
        {progress && (
          <progress
            aria-label="Checking the collection"
            value={progress.total > 0 ? progress.done : undefined}
            max={progress.total > 0 ? progress.total : undefined}
          />
        )}
      </p>
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
