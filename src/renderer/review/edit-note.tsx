import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Note, NoteContent } from '../../domain/content/note.ts';
import type { Problem } from '../../domain/problem.ts';
import { editNote } from '../../operations/notes.ts';
import { useDeps } from '../deps.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

/** Changes a note's text. Stays open, text and all, until it is saved. */
export function EditNote(props: {
  readonly note: Note;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const deps = useDeps();
  const [content, setContent] = useState<NoteContent>(props.note.content);
  const [extra, setExtra] = useState(props.note.extra);
  const [problem, setProblem] = useState<Problem>();

  async function save(): Promise<void> {
    const saved = await editNote(deps, props.note, content, extra);
    if (saved.ok) props.onSaved();
    else setProblem(saved.problem);
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void save();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  }

  return (
    <Dialog title="Edit the note" onClose={props.onClose}>
      <form className="form" onSubmit={onSubmit} onKeyDown={onKeyDown}>
        {content.type === 'cloze' ? (
          <Field
            name="Text"
            isFirst
            value={content.text}
            rows={5}
            onChange={(text) => setContent({ type: 'cloze', text })}
            help="What stands in {{c1::…}} is hidden on card 1. A hint goes after a second ::"
          />
        ) : (
          <>
            <Field
              name="Front"
              isFirst
              value={content.front}
              rows={3}
              onChange={(front) => setContent({ ...content, front })}
            />
            <Field
              name="Back"
              value={content.back}
              rows={3}
              onChange={(back) => setContent({ ...content, back })}
            />
          </>
        )}
        <Field name="Extra, shown under the answer" value={extra} rows={2} onChange={setExtra} />
        {problem && <ProblemNote problem={problem} />}
        <p className="actions">
          <button type="submit" className="primary">
            Save
          </button>
          <button type="button" onClick={props.onClose}>
            Cancel
          </button>
          <span className="soft small save-hint">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves
          </span>
        </p>
      </form>
    </Dialog>
  );
}

function Field(props: {
  readonly name: string;
  readonly value: string;
  readonly rows: number;
  readonly help?: string;
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <textarea
        data-first={props.isFirst || undefined}
        rows={props.rows}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.help && <span className="small soft">{props.help}</span>}
    </label>
  );
}
