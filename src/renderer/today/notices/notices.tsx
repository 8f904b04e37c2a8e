import { Link } from 'wouter';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { StartNotes } from '../../app.tsx';
import { useUndrawnMarks } from '../../card/undrawn/undrawn-marks.ts';
import { useFolderStanding, useQuery } from '../../live.ts';
import type { LiveToday } from '../../../engine/queries/live/today.ts';
import { Part } from '../../kit/page/part.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';

const UndrawnNotice = comesLater(
  async () => (await import('../../card/undrawn/undrawn-notice.tsx')).UndrawnNotice,
);

const NotSavedLine = comesLater(async () => (await import('./not-saved-line.tsx')).NotSavedLine);

const FolderLine = comesLater(async () => (await import('./folder-line.tsx')).FolderLine);

const ClockNotice = comesLater(async () => (await import('./clock-notice.tsx')).ClockNotice);

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
        <p
          className="soft small"
          role="status"
        >{t`The last thing you did was not in the card database yet. It was put back from the journal.`}</p>
      )}
      {deckProblem && <ProblemNote problem={deckProblem} />}
      {marks.length > 0 && (
        <Part>
          <UndrawnNotice marks={marks} />
        </Part>
      )}
      {clockAhead && (
        <Part>
          <ClockNotice cardIds={clockAhead.cardIds} days={clockAhead.days} />
        </Part>
      )}
      <NotSaved today={props.today.view.studyDay} />
      {standing && (
        <Part>
          <FolderLine {...standing} />
        </Part>
      )}
      {removedFacts > 0 && (
        <div className="note">
          <p>
            {plural(
              removedFacts,
              '# fact has left the deck that comes with Rounds. Your cards are all still here.',
              '# facts have left the deck that comes with Rounds. Your cards are all still here.',
            )}
          </p>
          <p>
            <Link href="/deck/shipped">{t`Archive or keep them`}</Link>
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
