import { useEffect, useState } from 'react';
import type { NoteId } from '../../../kernel/ids.ts';
import type { DuplicateNotes } from '../../../domain/library/texts/duplicate-notes.ts';
import { printSearch } from '../../../domain/search/print-query.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { Choice } from '../../kit/form/fields.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import './duplicates.css';

/** More groups than this are not listed one by one. */
const MOST_LISTED = 200;
/** More notes than this make too long a search. */
const MOST_SHOWN = 2000;

type Likeness = 'same' | 'similar' | 'loose';
const LIKENESS: Readonly<Record<Likeness, string>> = {
  same: t`say the same`,
  similar: t`are much alike`,
  loose: t`are somewhat alike`,
};
const SIMILARITY: Readonly<Record<Likeness, number>> = { same: 1, similar: 0.8, loose: 0.6 };

/** Groups of notes whose first fields are alike, each a way to see them side by side. */
export function DuplicatesDialog(props: {
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [likeness, setLikeness] = useState<Likeness>('same');
  const [found, setFound] = useState<readonly DuplicateNotes[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let isCurrent = true;
    setFound(undefined);
    setProblem(undefined);
    void engine.ask('duplicates', { similarity: SIMILARITY[likeness] }).then((groups) => {
      if (!isCurrent) return;
      if (groups.ok) setFound(groups.value);
      else setProblem(groups.problem);
    });
    return () => {
      isCurrent = false;
    };
  }, [engine, likeness]);

  function show(noteIds: readonly NoteId[]): void {
    props.onClose();
    props.onSearch(printSearch({ kind: 'ids', of: 'note', ids: noteIds }));
  }
  const all = found?.flatMap((group) => group.noteIds) ?? [];

  return (
    <Dialog title={t`Find duplicates`} onClose={props.onClose} wide>
      <div className="form">
        <Choice
          name={t`Notes whose first fields`}
          value={likeness}
          choices={LIKENESS}
          onChange={setLikeness}
        />
        {problem ? (
          <ProblemNote problem={problem} />
        ) : (
          <p role="status">{wordsFor(found, all.length)}</p>
        )}
        {found && found.length > 0 && (
          <>
            <ul className="duplicate-groups">
              {found.slice(0, MOST_LISTED).map((group) => (
                <li key={group.noteIds[0]}>
                  <button type="button" onClick={() => show(group.noteIds)}>
                    <span className="duplicate-text">{group.sortField}</span>
                    <span className="small soft number">
                      {plural(group.noteIds.length, '# note')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {found.length > MOST_LISTED && (
              <p className="soft small">{t`and ${plural(found.length - MOST_LISTED, '# more group')}.`}</p>
            )}
            {all.length <= MOST_SHOWN && (
              <p className="actions">
                <button
                  type="button"
                  className="primary"
                  onClick={() => show(all)}
                >{t`Show all in the table`}</button>
              </p>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function wordsFor(found: readonly DuplicateNotes[] | undefined, notes: number): string {
  if (!found) return t`Comparing all notes…`;
  if (found.length === 0) return t`No two notes are alike in this way.`;
  return t`${plural(notes, '# note')} in ${plural(found.length, '# group')}. Choose a group to see it.`;
}
