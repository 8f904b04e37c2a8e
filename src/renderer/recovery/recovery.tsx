import { useEffect, useRef, useState } from 'react';
import type { Missing } from '../../engine/journal/recovery/missing.ts';
import type { Recovered } from '../../engine/journal/recovery/recover.ts';
import type { Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { count, dated } from '../kit/text/format.ts';
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
    return <Starting doing={`${said(missing)} ${PUTTING_BACK[from(missing)]}`} {...progress} />;
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
  const { operations, fromMillis, toMillis, media, fromFolder, copies, lost, loadedAgain } =
    recovered;
  const { isFromFolder = false } = missing;
  const used = copies.filter(({ steps }) => steps > 0);
  const unread = copies.filter((copy) => copy.unread !== undefined);
  const fromCopies = used.reduce((sum, { steps }) => sum + steps, 0);
  const isWhole = lost.length === 0 && (unread.length === 0 || used.length > 0);
  return (
    <div role="status" className="recovered">
      <h2>{titled(operations, isWhole)}</h2>
      <p>{said(missing, 'was')}</p>
      <p>
        {count(operations, 'step')} {operations === 1 ? 'was' : 'were'} put back
        {fromCopies < operations && ' from the journal'}
        {isFromFolder && ' in the folder that you chose'}
        {fromMillis === undefined || toMillis === undefined
          ? '.'
          : `, ${spanned(dated(fromMillis), dated(toMillis))}.`}
        {media > 0 &&
          ` So ${media === 1 ? 'was' : 'were'} ${count(media, 'picture or sound', 'pictures and sounds')}.`}
      </p>
      {fromFolder > 0 && !isFromFolder && (
        <p>
          {count(fromFolder, 'step')} that the journal has lost {fromFolder === 1 ? 'is' : 'are'}{' '}
          from the folder that you chose.
        </p>
      )}
      {used.map(({ atMillis, steps }) => (
        <p key={atMillis}>
          {fromCopies === operations
            ? 'All of them are from the copy of '
            : `${count(steps, 'step')} that the journal has lost ${steps === 1 ? 'is' : 'are'} from the copy of `}
          {dated(atMillis)}.
        </p>
      ))}
      {unread.map((copy) => (
        <p key={copy.atMillis}>
          The copy of {dated(copy.atMillis)} could not be used. {copy.unread}
        </p>
      ))}
      {loadedAgain !== undefined && (
        <p>
          The step that brought the deck “{loadedAgain}” is lost. The deck comes with Rounds, and
          was loaded again in its place, so that your answers to its cards count.
        </p>
      )}
      {lost.length > 0 && (
        <>
          <p>
            {count(lost.length, 'piece', 'pieces')} could not be put back. The files are kept as
            they are.
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

function titled(operations: number, isWhole: boolean): string {
  if (operations === 0) return 'Nothing could be put back';
  return isWhole ? 'Your cards are back' : 'Most of your cards are back';
}

/** The one thing to do next. */
function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}

const MOST_NAMED = 50;

const PUTTING_BACK = {
  'the journal': 'They are put back from the journal',
  'the folder': 'They are put back from the journal in the folder that you chose',
  'the copies': 'They are put back from the newest copy that can be read',
};

function from({ isFromCopies, isFromFolder }: Missing): keyof typeof PUTTING_BACK {
  if (isFromFolder) return 'the folder';
  return isFromCopies ? 'the copies' : 'the journal';
}

function said(missing: Missing, tense: 'is' | 'was' = 'is'): string {
  const { operations, isAll, isFromCopies = false, isFromFolder = false } = missing;
  const isNow = tense === 'is';
  if (isAll && isFromCopies) {
    const has = operations === 0 ? 'cannot be read' : `has ${count(operations, 'step')}`;
    const had = operations === 0 ? 'could not be read' : `had ${count(operations, 'step')}`;
    return isNow
      ? `The card database is empty and there is no journal; the newest copy ${has}.`
      : `The card database was empty and there was no journal; the newest copy ${had}.`;
  }
  if (isAll) {
    const steps = count(operations, 'step');
    if (isFromFolder) {
      return isNow
        ? `The card database is empty and its journal is gone; the folder that you chose has ${steps}.`
        : `The card database was empty and its journal gone; the folder that you chose had ${steps}.`;
    }
    return isNow
      ? `The card database is empty, and the journal has ${steps}.`
      : `The card database was empty, and the journal had ${steps}.`;
  }
  const many = isNow ? 'are' : 'were';
  return `${count(operations, 'step')} of your study ${operations === 1 ? tense : many} missing from the card database.`;
}

function spanned(from: string, to: string): string {
  return from === to ? `of ${from}` : `from ${from} to ${to}`;
}
