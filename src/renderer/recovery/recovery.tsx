import { useEffect, useRef, useState } from 'react';
import type { Missing } from '../../engine/journal/missing.ts';
import type { Recovered } from '../../engine/journal/recover.ts';
import type { Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { count } from '../kit/text/format.ts';
import { Starting } from '../kit/page/starting.tsx';
import './recovery.css';

interface Props {
  readonly missing: Missing;
  /** Never rejects. */
  readonly putBack: (watch: Watch) => Promise<Result<Recovered>>;
  /** Starts the program with what is there now. */
  readonly onGoOn: () => void;
  readonly onTryAgain: () => void;
}

/**
 * Shown in place of every other screen where the database lacks what the journal has: what is
 * missing, how far putting it back is, and what came of it.
 */
export function Recovery({ missing, putBack, onGoOn, onTryAgain }: Props) {
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [outcome, setOutcome] = useState<Result<Recovered>>();
  const isBegun = useRef(false);

  useEffect(() => {
    // Once: a second run beside it would only find the same.
    if (isBegun.current) return;
    isBegun.current = true;
    void putBack((done, total) => {
      setProgress({ done, total });
      return true;
    }).then(setOutcome);
  }, [putBack]);

  if (!outcome) {
    return <Starting doing={`${said(missing)} They are put back from the journal`} {...progress} />;
  }
  return (
    <main className="page start-problem">
      <h1 className="wordmark">Rounds</h1>
      {outcome.ok ? (
        <Report missing={missing} recovered={outcome.value} />
      ) : (
        <ProblemNote problem={outcome.problem} />
      )}
      <p className="actions">
        <button
          type="button"
          className="primary"
          onClick={outcome.ok ? onGoOn : onTryAgain}
          ref={focused}
        >
          {outcome.ok ? 'Go on' : 'Try again'}
        </button>
      </p>
    </main>
  );
}

function Report({ missing, recovered }: { missing: Missing; recovered: Recovered }) {
  const { operations, fromMillis, toMillis, media, lost } = recovered;
  return (
    <div role="status" className="recovered">
      <h2>{lost.length === 0 ? 'Your cards are back' : 'Most of your cards are back'}</h2>
      <p>{said(missing, 'was')}</p>
      <p>
        {count(operations, 'step')} {operations === 1 ? 'was' : 'were'} put back from the journal
        {fromMillis === undefined || toMillis === undefined
          ? '.'
          : `, from ${dated(fromMillis)} to ${dated(toMillis)}.`}
        {media > 0 &&
          ` So ${media === 1 ? 'was' : 'were'} ${count(media, 'picture or sound', 'pictures and sounds')}.`}
      </p>
      {lost.length > 0 && (
        <>
          <p>
            {count(lost.length, 'piece', 'pieces')} of the journal could not be read. The files are
            kept as they are.
          </p>
          <ul className="small">
            {lost.slice(0, MOST_NAMED).map(({ name, why }) => (
              <li key={name}>
                {name}: {why}
              </li>
            ))}
          </ul>
          {lost.length > MOST_NAMED && (
            <p className="small soft">And {lost.length - MOST_NAMED} more.</p>
          )}
        </>
      )}
    </div>
  );
}

/** The one thing to do next. */
function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}

const MOST_NAMED = 50;

function said({ operations, isAll }: Missing, tense: 'is' | 'was' = 'is'): string {
  const isNow = tense === 'is';
  if (isAll) {
    const steps = count(operations, 'step');
    return isNow
      ? `The card database is empty, and the journal has ${steps}.`
      : `The card database was empty, and the journal had ${steps}.`;
  }
  const many = isNow ? 'are' : 'were';
  return `${count(operations, 'step')} of your study ${operations === 1 ? tense : many} missing from the card database.`;
}

function dated(millis: number): string {
  return new Date(millis).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}
