import { Link } from 'wouter';
import type { NotSaved } from '../../../engine/queries/live/today.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { notSavedWords } from './not-saved-words.ts';

/** How old the last copy outside is, or that one did not get there (COPY-14, COPY-16). */
export function NotSavedLine(props: {
  /** Where that is worth a word. */
  readonly notSaved: NotSaved | undefined;
  readonly hasProblem: boolean;
  readonly today: StudyDay;
}) {
  const { kind } = useEngine().platform;
  const { notSaved, hasProblem, today } = props;
  return (
    <p className="soft small">
      {hasProblem && t`The last copy did not reach the folder that you chose. `}
      {notSaved && `${notSavedWords(notSaved, today, kind)} `}
      <Link href="/settings?at=copies">
        {hasProblem ? t`See why in Settings` : t`Save the collection as a file`}
      </Link>
    </p>
  );
}
