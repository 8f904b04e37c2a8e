import { type KeyboardEvent, useState } from 'react';
import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { NoteId } from '../../../domain/ids.ts';
import type { Problem } from '../../../domain/problem.ts';
import { editNote } from '../../../operations/notes.ts';
import { useDeps } from '../../deps.tsx';
import { useNoteForEditing } from '../../live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { NoteForm } from './note-form.tsx';
import { fieldsOf, type NoteState } from './note-state.ts';

/** Changes a note where it is being studied or looked at. Stays open, text and all, until saved. */
export function EditNote(props: {
  readonly noteId: NoteId;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const found = useNoteForEditing(props.noteId);
  return (
    <Dialog title="Edit the note" onClose={props.onClose} wide>
      {found && <Form {...props} note={found.note} type={found.type} deckName={found.deckName} />}
    </Dialog>
  );
}

function Form(props: {
  readonly note: Note;
  readonly type: NoteType;
  readonly deckName: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { note, type } = props;
  const deps = useDeps();
  const [state, setState] = useState<NoteState>(note);
  const [problem, setProblem] = useState<Problem>();

  async function save(): Promise<void> {
    const saved = await editNote(deps, note, type, fieldsOf(state, type), state.sections);
    if (saved.ok) props.onSaved();
    else setProblem(saved.problem);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  }
  return (
    <form
      className="form edit-note"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onKeyDown}
    >
      <NoteForm
        state={state}
        type={type}
        deckName={props.deckName}
        onChange={setState}
        noteId={note.id}
        autoFocus
      />
      {problem && <ProblemNote problem={problem} />}
      <p className="actions form-actions">
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
  );
}
