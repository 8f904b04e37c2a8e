import type { ImportChoices, NoteExample } from '../../../engine/import/import-look.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useFirst } from '../../kit/list/use-first.tsx';
import { SideBySide } from './side-by-side.tsx';

type Whose = ImportChoices['conflicts'];
const BOTH: readonly (readonly [Whose, string])[] = [
  ['mine', t`Mine`],
  ['theirs', t`The file’s`],
];
/** Few enough that what comes after them is still found. */
const AT_ONCE = 10;

/** Notes in which both changed a field: whose text stays, for all at once and one by one (ANKI-38). */
export function Conflicts(props: {
  readonly notes: readonly NoteExample[];
  /** How many there are; not all are listed where there are hundreds. */
  readonly of: number;
  readonly choices: Pick<ImportChoices, 'conflicts' | 'perNote'>;
  readonly onChange: (decided: Pick<ImportChoices, 'conflicts' | 'perNote'>) => void;
}) {
  const { notes, choices } = props;
  const { first, more } = useFirst(notes, (n) => plural(n, '# more note'), AT_ONCE);
  const whoseIn = ({ noteId }: NoteExample): Whose => choices.perNote[noteId] ?? choices.conflicts;
  const unlisted = props.of - notes.length;

  return (
    <section className="import-conflicts" aria-labelledby="import-conflicts">
      <h2 id="import-conflicts">{t`Changed here and in the file`}</h2>
      {props.of > 1 && (
        <fieldset className="radios">
          <legend className="soft small">{t`In ${plural(props.of, '# note')} both changed the same field. For all of them:`}</legend>
          {BOTH.map(([whose, name]) => (
            <label key={whose}>
              <input
                type="radio"
                name="conflicts"
                checked={choices.conflicts === whose && Object.keys(choices.perNote).length === 0}
                onChange={() => props.onChange({ conflicts: whose, perNote: {} })}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <ul>
        {first.map((note) => (
          <li key={note.noteId}>
            <fieldset>
              <legend className="side-note">{note.summary}</legend>
              <div className="side-heads">
                {BOTH.map(([whose, name]) => (
                  <label key={whose}>
                    <input
                      type="radio"
                      name={t`conflict ${note.noteId}`}
                      checked={whoseIn(note) === whose}
                      onChange={() =>
                        props.onChange({
                          conflicts: choices.conflicts,
                          perNote: { ...choices.perNote, [note.noteId]: whose },
                        })
                      }
                    />
                    {name}
                  </label>
                ))}
              </div>
              <SideBySide fields={note.fields} taken={whoseIn(note)} />
            </fieldset>
          </li>
        ))}
      </ul>
      {more}
      {unlisted > 0 && (
        <p className="small soft">
          {plural(
            unlisted,
            '# more note is not listed: {value} text is taken there.',
            '# more notes are not listed: {value} text is taken there.',
            { value: choices.conflicts === 'mine' ? t`your` : t`the file’s` },
          )}
        </p>
      )}
    </section>
  );
}
