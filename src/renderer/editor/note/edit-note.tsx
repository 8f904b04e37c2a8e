import { type KeyboardEvent, useRef, useState } from 'react';
import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { useQuery } from '../../live.ts';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { KeysHeld } from '../../kit/keys/keys-held.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import type { NoteFieldsHandle } from './fields/note-fields.tsx';
import { type DeckAndTypeChoice, DeckField } from './deck/deck-and-type.tsx';
import { useDeckKey } from './deck/use-deck-key.ts';
import { NoteForm } from './note-form.tsx';
import { fieldsOf, type NoteState, noteStateFrom, unsavedIn, withUnsaved } from './note-state.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { type NoteChange, useNoteState } from './use-note-state.ts';
import { named } from '../../../kernel/named.ts';
import { isComposing } from '../../kit/keys/chord.ts';

/**
 * Changes a note where it is being studied or looked at. Stays open, text and all, until saved; left
 * otherwise than by Cancel, it has what was not saved again when it is opened next.
 */
export function EditNote(props: {
  readonly noteId: NoteId;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const found = useQuery('noteForEditing', { noteId: props.noteId });
  const draft = useDraft(`edit/${props.noteId}`, noteStateFrom);
  return (
    <Dialog title={t`Edit the note`} onClose={props.onClose} wide>
      {found && draft.kept !== undefined ? (
        <Form
          {...props}
          draft={draft}
          note={found.note}
          type={found.type}
          deckName={found.deckName}
        />
      ) : (
        <KeysHeld />
      )}
    </Dialog>
  );
}

function Form(props: {
  readonly note: Note;
  readonly type: NoteType;
  readonly deckName: string;
  readonly draft: Draft<NoteState>;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { note, type, draft } = props;
  const engine = useEngine();
  const { state, now, set } = useNoteState(() =>
    draft.kept ? withUnsaved(note, draft.kept) : note,
  );
  const [isBack, setBack] = useState(() => unsavedIn(state, note) !== undefined);
  const [problem, setProblem] = useState<Problem>();
  const decks = useQuery('decks') ?? [];
  const announce = useAnnounce();
  const deckKey = useDeckKey(() => fields.current?.focusFirst());
  const fields = useRef<NoteFieldsHandle>(null);
  const isSaving = useRef(false);

  function change(alter: NoteChange): void {
    const next = alter(now());
    set(next);
    const unsaved = unsavedIn(next, note);
    if (unsaved) draft.keep(unsaved);
    else draft.drop();
  }
  async function save(): Promise<void> {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      if ((await fields.current?.areFilesStored()) === false) return;
      const { sections } = now();
      const saved = await engine.run('editNote', note, type, fieldsOf(now(), type), sections);
      if (!saved.ok) {
        setProblem(saved.problem);
        return;
      }
      draft.drop();
      props.onSaved();
    } finally {
      isSaving.current = false;
    }
  }
  /** A step of its own, done when it is chosen: the text beside it may not be finished yet. */
  async function move(choice: DeckAndTypeChoice): Promise<void> {
    const moved = await (choice.kind === 'deck'
      ? engine.run('moveNotes', [note.id], choice.id)
      : engine.run('moveNotesToNewDeck', [note.id], choice.name));
    setProblem(moved.ok ? undefined : moved.problem);
    if (!moved.ok) return;
    const { name } =
      choice.kind === 'new' ? choice : (decks.find(({ id }) => id === choice.id) ?? { name: '' });
    announce(t`Moved to ${named(name)}.`);
  }
  function dropUnsaved(): void {
    draft.drop();
    set(note);
    setBack(false);
    fields.current?.focusFirst();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    // A dialog over this one has its own keys.
    const dialog = event.target instanceof Element && event.target.closest('dialog');
    if (dialog !== event.currentTarget.closest('dialog')) return;
    const isSaveKey = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSaveKey) void save();
    if (isSaveKey || deckKey.hears(event)) event.preventDefault();
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
      {isBack && (
        <p className="note" role="status">
          {t`What was not saved when you left this note is here again. `}
          <button
            type="button"
            className="quiet"
            onClick={dropUnsaved}
          >{t`Show the note as it is`}</button>
        </p>
      )}
      <div className="edit-deck">
        <DeckField
          decks={decks}
          value={{ kind: 'deck', id: note.deckId }}
          onChange={(choice) => void move(choice)}
          deckKey={deckKey}
        />
      </div>
      <NoteForm
        state={state}
        type={type}
        deckName={props.deckName}
        onChange={change}
        noteId={note.id}
        handle={fields}
        autoFocus
      />
      {problem && <ProblemNote problem={problem} />}
      <p className="actions form-actions">
        <button type="submit" className="primary">{t`Save`}</button>
        <button
          type="button"
          onClick={() => {
            draft.drop();
            props.onClose();
          }}
        >{t`Cancel`}</button>
        <span className="soft small save-hint for-keyboards">
          {phrase`${<kbd>{t`Ctrl`}</kbd>} ${<kbd>{t`Enter`}</kbd>} saves`}
        </span>
      </p>
    </form>
  );
}
