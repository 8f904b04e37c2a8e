import { useEffect, useRef, useState } from 'react';
import type { Missing } from '../../engine/journal/recovery/missing.ts';
import type { Recovered } from '../../engine/journal/recovery/recover.ts';
import type { Result } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { dated } from '../kit/text/format.ts';
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
      <h1 className="wordmark">{t`Rounds`}</h1>
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
          {outcome.ok ? t`Go on` : t`Try again`}
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
  const elsewhere = fromCopies + (isFromFolder ? 0 : fromFolder);
  const isWhole = lost.length === 0 && (unread.length === 0 || used.length > 0);
  return (
    <div role="status" className="recovered">
      <h2>{titled(operations, isWhole)}</h2>
      <p>{said(missing, 'was')}</p>
      <p>
        {plural(
          operations,
          '# step was put back{fromJournal}{inFolder}{span}.',
          '# steps were put back{fromJournal}{inFolder}{span}.',
          {
            fromJournal: elsewhere < operations ? t` from the journal` : '',
            inFolder: isFromFolder ? t` in the folder that you chose` : '',
            span:
              fromMillis === undefined || toMillis === undefined
                ? ''
                : `, ${spanned(dated(fromMillis), dated(toMillis))}`,
          },
        )}
        {media > 0 &&
          plural(media, ' So was # picture or sound.', ' So were # pictures and sounds.')}
      </p>
      {fromFolder > 0 && !isFromFolder && (
        <p>
          {plural(
            fromFolder,
            '# step that the journal has lost is from the folder that you chose.',
            '# steps that the journal has lost are from the folder that you chose.',
          )}
        </p>
      )}
      {used.map(({ atMillis, steps }) => (
        <p key={atMillis}>
          {steps === operations
            ? t`All of them are from the copy of ${dated(atMillis)}.`
            : plural(
                steps,
                '# step that the journal has lost is from the copy of {day}.',
                '# steps that the journal has lost are from the copy of {day}.',
                { day: dated(atMillis) },
              )}
        </p>
      ))}
      {unread.map((copy) => (
        <p key={copy.atMillis}>
          {t`The copy of ${dated(copy.atMillis)} could not be used. ${copy.unread ?? ''}`}
        </p>
      ))}
      {loadedAgain !== undefined && (
        <p>{t`The step that brought the deck “${loadedAgain}” is lost. The deck comes with Rounds, and was loaded again in its place, so that your answers to its cards count.`}</p>
      )}
      {lost.length > 0 && (
        <>
          <p>
            {t`${plural(lost.length, '# piece')} could not be put back. The files are kept as they are.`}
          </p>
          <ul className="small">
            {lost.slice(0, MOST_NAMED).map(({ name, why }) => (
              <li key={name}>
                {name}: {why}
              </li>
            ))}
          </ul>
          {lost.length > MOST_NAMED && (
            <p className="small soft">{t`And ${lost.length - MOST_NAMED} more.`}</p>
          )}
        </>
      )}
    </div>
  );
}

function titled(operations: number, isWhole: boolean): string {
  if (operations === 0) return t`Nothing could be put back`;
  return isWhole ? t`Your cards are back` : t`Most of your cards are back`;
}

/** The one thing to do next. */
function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}

const MOST_NAMED = 50;

const PUTTING_BACK = {
  'the journal': t`They are put back from the journal`,
  'the folder': t`They are put back from the journal in the folder that you chose`,
  'the copies': t`They are put back from the newest copy that can be read`,
};

function from({ isFromCopies, isFromFolder }: Missing): keyof typeof PUTTING_BACK {
  if (isFromFolder) return 'the folder';
  return isFromCopies ? 'the copies' : 'the journal';
}

function said(missing: Missing, tense: 'is' | 'was' = 'is'): string {
  const { operations, isAll, isFromCopies = false, isFromFolder = false } = missing;
  const isNow = tense === 'is';
  if (isAll && isFromCopies) {
    const has = operations === 0 ? t`cannot be read` : t`has ${plural(operations, '# step')}`;
    const had = operations === 0 ? t`could not be read` : t`had ${plural(operations, '# step')}`;
    return isNow
      ? t`The card database is empty and no journal can be read; the newest copy ${has}.`
      : t`The card database was empty and no journal could be read; the newest copy ${had}.`;
  }
  if (isAll) {
    const steps = plural(operations, '# step');
    if (isFromFolder) {
      return isNow
        ? t`The card database is empty and its journal cannot be read; the folder that you chose has ${steps}.`
        : t`The card database was empty and its journal could not be read; the folder that you chose had ${steps}.`;
    }
    return isNow
      ? t`The card database is empty, and the journal has ${steps}.`
      : t`The card database was empty, and the journal had ${steps}.`;
  }
  return isNow
    ? plural(
        operations,
        '# step of your study is missing from the card database.',
        '# steps of your study are missing from the card database.',
      )
    : plural(
        operations,
        '# step of your study was missing from the card database.',
        '# steps of your study were missing from the card database.',
      );
}

function spanned(from: string, to: string): string {
  return from === to ? t`of ${from}` : t`from ${from} to ${to}`;
}
