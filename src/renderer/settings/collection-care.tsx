import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem, Result } from '../../kernel/problem.ts';
import type { Accepted, CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useWork } from '../kit/progress/use-work.ts';
import { WorkLine } from '../kit/progress/work-line.tsx';
import './collection-care.css';
import { checkInWords, offersOf, reportOf, strangeOf } from './check-words.ts';

/** A check that a person can run: do the cards agree with everything that was ever done? */
export function CollectionCare() {
  const engine = useEngine();
  const { working, run, stop } = useWork();
  const [found, setFound] = useState<CollectionCheck>();
  const [mended, setMended] = useState<string>();
  const [problem, setProblem] = useState<Problem>();

  function keep<Value>(result: Result<Value>): Value | undefined {
    setProblem(result.ok ? undefined : result.problem);
    return result.ok ? result.value : undefined;
  }

  async function check(): Promise<void> {
    setMended(undefined);
    const result = await run('Checking the collection', (watch) =>
      engine.run('checkCollection', watch),
    );
    setFound(keep(result));
  }

  async function mend(accepted: readonly Accepted[]): Promise<void> {
    const result = await run('Mending', (watch) => engine.run('mendCollection', accepted, watch));
    const done = keep(result);
    if (!done) return;
    const rows = done.kept + done.putBack + done.agreed;
    await check();
    setMended(
      t`Done: ${plural(rows, '# row')}${done.steps > 0 ? t` and ${plural(done.steps, '# step')}` : ''}.${done.canUndo ? t` Undo takes the changes back.` : ''}`,
    );
  }

  return (
    <section className="form" aria-labelledby="care">
      <h2 id="care">{t`Your cards`}</h2>
      <p className="soft">{t`Everything you do is written down as one line, and every date follows from those lines. The check reads all of it, compares it with the lines and with the journal, and changes nothing; what is mended is up to you.`}</p>
      <p className="actions">
        <button
          type="button"
          onClick={() => void check()}
          disabled={working !== undefined}
        >{t`Check the collection`}</button>
      </p>
      {working && <WorkLine working={working} onStop={stop} />}
      <div role="status">
        {mended && <p>{mended}</p>}
        {found && checkInWords(found).map((words) => <p key={words}>{words}</p>)}
        {found && <p className="soft small number">{t`State ${found.hashBefore}`}</p>}
      </div>
      {found && found.offered.length > 0 && !working && (
        <Offers key={found.hashBefore} check={found} onMend={(accepted) => void mend(accepted)} />
      )}
      {found && <Rest check={found} />}
      {found && !found.wasSound && (
        <p className="actions">
          <button
            type="button"
            onClick={async () => {
              keep(await engine.platform.saveTextFile('rounds-check.txt', reportOf(found)));
            }}
          >{t`Save the report`}</button>
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <p>
        <Link href="/media">{t`Check pictures, sounds and films`}</Link>
        <span className="soft">{t`: what is missing, unused or large.`}</span>
      </p>
    </section>
  );
}

/** What can be mended: all of it unless a person takes something out. */
function Offers(props: {
  readonly check: CollectionCheck;
  readonly onMend: (accepted: readonly Accepted[]) => void;
}) {
  const offers = offersOf(props.check);
  const [declined, setDeclined] = useState<ReadonlySet<Accepted>>(new Set());
  const wanted = offers.map(({ accepted }) => accepted).filter((each) => !declined.has(each));
  const turn = (accepted: Accepted): void => {
    const next = new Set(declined);
    if (!next.delete(accepted)) next.add(accepted);
    setDeclined(next);
  };
  return (
    <fieldset className="check-offers">
      <legend>{t`What was found`}</legend>
      {offers.map(({ accepted, found, does }) => (
        <label key={accepted}>
          <input
            type="checkbox"
            checked={!declined.has(accepted)}
            onChange={() => turn(accepted)}
          />
          <span>
            {found}. <span className="soft">{does}</span>
          </span>
        </label>
      ))}
      <p className="actions">
        <button
          type="button"
          disabled={wanted.length === 0}
          onClick={() => props.onMend(wanted)}
        >{t`Mend what is ticked`}</button>
      </p>
    </fieldset>
  );
}

function Rest({ check }: { readonly check: CollectionCheck }) {
  return (
    <>
      <Listed title={t`Rows that cannot be`} rows={strangeOf(check)} />
      <Listed title={t`Steps without effect`} rows={check.refused} />
      <Listed title={t`Steps put aside`} rows={check.deferred} />
    </>
  );
}

/** So many are named; more are only counted. */
const MOST_LISTED = 20;

function Listed(props: {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly why: string }[];
}) {
  const rest = props.rows.length - MOST_LISTED;
  if (props.rows.length === 0) return null;
  return (
    <details>
      <summary>{props.title}</summary>
      <ul className="small long-words">
        {props.rows.slice(0, MOST_LISTED).map(({ id, why }) => (
          <li key={id}>
            {id}: {why}
          </li>
        ))}
        {rest > 0 && <li>{t`and ${thousands(rest)} more`}</li>}
      </ul>
    </details>
  );
}
