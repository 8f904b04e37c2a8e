import { Link } from 'wouter';
import type { JournalFailure } from '../../../engine/journal/journal-standing.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { timeOrDate } from '../../kit/text/format.ts';
import '../room-line.css';

/** Above every screen, while the journal cannot be written: where the answers are, and what to do. */
export function JournalLine({ problem, sinceMillis }: JournalFailure) {
  const { clock } = useEngine();
  const since = timeOrDate(sinceMillis, clock().atMillis);
  return (
    <p className="room-line small" role="status">
      {t`${problem.what} What you have done since ${since} is in the card database, and not in the journal, its second copy. Rounds tries again by itself, and completes it then.`}{' '}
      <Link href="/settings?at=copies">{t`Make a copy meanwhile`}</Link>
    </p>
  );
}
