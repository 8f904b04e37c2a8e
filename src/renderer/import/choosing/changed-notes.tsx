import type { NoteExample } from '../../../engine/import/import-look.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useFirst } from '../../kit/list/use-first.tsx';
import { SideBySide } from './side-by-side.tsx';

/** Examples of notes that the file brings up to date, folded away. `of`: how many there are. */
export function ChangedNotes(props: {
  readonly notes: readonly NoteExample[];
  readonly of: number;
}) {
  const { notes } = props;
  const { first, more } = useFirst(notes, (n) => plural(n, '# more note'));
  if (notes.length === 0) return null;
  return (
    <details className="import-examples">
      <summary>
        {notes.length < props.of
          ? t`${notes.length} of the ${plural(props.of, '# note')} that change`
          : t`What changes in ${plural(notes.length, '# note')}`}
      </summary>
      <p className="side-heads small" aria-hidden="true">
        <span>{t`Now`}</span>
        <span>{t`As in the file`}</span>
      </p>
      <ul>
        {first.map((note) => (
          <li key={note.noteId}>
            <p className="side-note">{note.summary}</p>
            <SideBySide fields={note.fields} taken="theirs" />
          </li>
        ))}
      </ul>
      {more}
    </details>
  );
}
