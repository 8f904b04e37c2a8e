import { useEffect } from 'react';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import './undrawn-card.css';
import { dropMarks } from './struck.ts';
import type { UndrawnMark } from './undrawn-marks.ts';
import { tryEditedAgain } from './try-again.ts';
import { UndrawnLink } from './undrawn-link.tsx';

/** On Today, while there are any: what could not be drawn, and the ways on. */
export function UndrawnNotice({ marks }: { readonly marks: readonly UndrawnMark[] }) {
  const notes = [...new Set(marks.flatMap(({ card }) => card?.noteId ?? []))];
  const engine = useEngine();
  useEffect(() => void tryEditedAgain(engine), [engine]);
  const hasEnded = marks.some(({ reason }) => reason === 'twice');
  if (marks.length === 0) return null;
  return (
    <div className="note note-problem" role="status">
      <p className="note-what">
        {notes.length === 0
          ? t`Rounds could not draw something that was being written or tried out.`
          : hasEnded
            ? plural(
                notes.length,
                'Rounds ended twice in a row while it drew a card.',
                'Rounds ended twice in a row while it drew cards of # notes.',
              )
            : plural(
                notes.length,
                'Drawing a card took many seconds, twice in a row.',
                'Drawing cards of # notes took many seconds, twice in a row.',
              )}
      </p>
      <p>
        {phrase`Everything that was saved is kept. ${
          notes.length > 0 &&
          t`Such a card is passed over in study, stands as it is written elsewhere, and is tried again once it is edited.`
        }`}
      </p>
      <p className="actions undrawn-ways">
        {notes.length > 0 && <UndrawnLink noteIds={notes} />}
        <button
          type="button"
          className="quiet"
          onClick={() => dropMarks(() => true)}
        >{t`Draw ${notes.length > 1 ? t`them` : t`it`} all the same`}</button>
      </p>
    </div>
  );
}
