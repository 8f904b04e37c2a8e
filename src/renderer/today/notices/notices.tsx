import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { StartNotes } from '../../app.tsx';
import { useUndrawnMarks } from '../../card/undrawn/undrawn-marks.ts';
import { useEngine } from '../../engine.tsx';
import { useFolderStanding, useQuery } from '../../live.ts';
import type { LiveToday } from '../../../engine/queries/live/today.ts';
import { count } from '../../kit/text/format.ts';
import { Part } from '../../kit/page/part.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';

const UndrawnNotice = comesLater(
  async () => (await import('../../card/undrawn/undrawn-notice.tsx')).UndrawnNotice,
);

const NotSavedLine = comesLater(async () => (await import('./not-saved-line.tsx')).NotSavedLine);

const FolderLine = comesLater(async () => (await import('./folder-line.tsx')).FolderLine);

const StorageNotice = comesLater(
  async () => (await import('../../kit/page/storage-notice.tsx')).StorageNotice,
);

/** The few things that Today has to say beyond the day's work. */
export function Notices(props: { readonly today: LiveToday; readonly notes: StartNotes }) {
  const { clockAhead } = props.today;
  const { isLastStepPutBack, removedFacts, deckProblem, isStorageKept } = props.notes;
  const marks = useUndrawnMarks();
  const standing = useFolderStanding();
  return (
    <>
      {isLastStepPutBack && (
        <p className="soft small" role="status">
          The last thing you did was not in the card database yet. It was put back from the journal.
        </p>
      )}
      {deckProblem && <ProblemNote problem={deckProblem} />}
      {marks.length > 0 && (
        <Part>
          <UndrawnNotice marks={marks} />
        </Part>
      )}
      {clockAhead && <ClockNotice cardIds={clockAhead.cardIds} days={clockAhead.days} />}
      <NotSaved today={props.today.view.studyDay} />
      {standing && (
        <Part>
          <FolderLine {...standing} />
        </Part>
      )}
      {removedFacts > 0 && (
        <div className="note">
          <p>
            {count(removedFacts, 'fact')} {removedFacts === 1 ? 'has' : 'have'} left the deck that
            comes with Rounds. Your cards are all still here.
          </p>
          <p>
            <Link href="/deck/shipped">Archive or keep them</Link>
          </p>
        </div>
      )}
      {!isStorageKept && !props.today.view.isFirstRun && (
        <Part>
          <StorageNotice />
        </Part>
      )}
    </>
  );
}

/** So many days of study without a copy outside, and Today says so (COPY-14). */
const DAYS_WITHOUT_FILE = 7;

function NotSaved({ today }: { readonly today: StudyDay }) {
  const notSaved = useQuery('daysNotSaved', { today });
  const problem = useQuery('lastOutside')?.problem;
  const isOld = notSaved !== undefined && notSaved.days >= DAYS_WITHOUT_FILE;
  if (!isOld && !problem) return null;
  return (
    <Part>
      <NotSavedLine notSaved={isOld ? notSaved : undefined} hasProblem={!!problem} today={today} />
    </Part>
  );
}

function ClockNotice(props: Pick<NonNullable<LiveToday['clockAhead']>, 'cardIds' | 'days'>) {
  const engine = useEngine();
  const [problem, setProblem] = useState<Problem>();

  async function correct(): Promise<void> {
    const result = await engine.run('redateCards', props.cardIds);
    setProblem(result.ok ? undefined : result.problem);
  }

  return (
    <div className="note note-problem" role="alert">
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
