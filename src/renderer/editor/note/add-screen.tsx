import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Deck } from '../../../domain/collection/deck.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { BASIC } from '../../../domain/content/stock.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { perform } from '../../actions/use-at-hand.ts';
import { useEngine } from '../../engine.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { useTurnStep } from '../../steps/steps.tsx';
import { useOwnStep } from '../../steps/use-own-step.ts';
import { useQuery } from '../../live.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { AddedList } from './added-list.tsx';
import { type DeckAndTypeChoice, DeckField, NEW_DECK, TypeField } from './deck/deck-and-type.tsx';
import { FirstOwn, hasOnlyShipped, OWN_DECK } from './deck/first-own.tsx';
import type { NoteFieldsHandle } from './fields/note-fields.tsx';
import { NoteForm } from './note-form.tsx';
import {
  fieldsOf,
  isUntouched,
  type NoteState,
  nextNote,
  noteStateFrom,
  withType,
} from './note-state.ts';
import { keepPlace, keptPlace, useSticky } from './deck/note-place.ts';
import { useDeckKey } from './deck/use-deck-key.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { type NoteChange, useNoteState } from './use-note-state.ts';
import { isComposing } from '../../kit/keys/chord.ts';

/** Adds notes, one after the other: the keyboard never has to be left. */
export function AddScreen() {
  const draft = useDraft('add', noteStateFrom);
  const decks = useQuery('decks');
  const types = useQuery('noteTypes');
  return (
    <main className="page page-wide add">
      <h1 className="hidden-text">{t`Add notes`}</h1>
      {decks && types && draft.kept !== undefined && (
        <AddForm decks={decks} types={types} draft={draft} />
      )}
    </main>
  );
}

function AddForm(props: {
  readonly decks: readonly Deck[];
  readonly types: readonly NoteType[];
  readonly draft: Draft<NoteState>;
}) {
  const { decks, types, draft } = props;
  const engine = useEngine();
  const turnStep = useTurnStep();
  const own = useOwnStep();
  const announce = useAnnounce();
  const { sticky, toggle } = useSticky(types);
  // A note with nothing in it but what was kept from the one before.
  const [first] = useState(() => firstState(decks));
  const blank = useRef(first);
  const { state, now, set } = useNoteState(() => draft.kept ?? first);
  const [round, setRound] = useState(0);
  const [isFirstOwn, setFirstOwn] = useState(() => hasOnlyShipped(decks));
  const [deck, setDeckState] = useState<DeckAndTypeChoice>(() =>
    isFirstOwn && !(draft.kept && decks.some(({ id }) => id === state.deckId))
      ? OWN_DECK
      : { kind: 'deck', id: state.deckId },
  );
  // As it is by now, also where no screen has been drawn since: Ctrl+Enter in its field takes it.
  const deckNow = useRef(deck);
  const [problem, setProblem] = useState<Problem>();
  const [isSaving, setSaving] = useState(false);
  const [isAdded, setAdded] = useState(false);
  // Whoever goes through the types by arrow keys stays in their list.
  const [isTypeChosen, setTypeChosen] = useState(false);
  const fields = useRef<NoteFieldsHandle>(null);
  const typeOf = (note: NoteState) => types.find((each) => each.id === note.noteTypeId) ?? BASIC;
  const type = typeOf(state);
  const deckKey = useDeckKey(() => fields.current?.focusFirst());

  function setDeck(choice: DeckAndTypeChoice): void {
    deckNow.current = choice;
    setDeckState(choice);
  }

  function change(alter: NoteChange): void {
    const next = alter(now());
    set(next);
    setProblem(undefined);
    setAdded(false);
    if (isUntouched(next, blank.current)) draft.drop();
    else draft.keep(next);
  }
  async function add(): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    try {
      if ((await fields.current?.areFilesStored()) === false) return;
      const choice = deckNow.current;
      const place = choice.kind === 'deck' ? choice.id : { newDeck: choice.name };
      // A draft may name a type that is gone; what is shown is what is meant.
      const type = typeOf(now());
      const typed = { ...now(), noteTypeId: type.id };
      const text = { ...typed, fields: fieldsOf(typed, type) };
      const added = await own.note(() => engine.run('addNote', place, text));
      if (!added.ok) {
        setProblem(added.problem);
        return;
      }
      const { deckId } = added.value;
      const note = { ...typed, deckId };
      const next = nextNote(note, type, sticky);
      blank.current = next;
      set(next);
      setDeck({ kind: 'deck', id: deckId });
      setFirstOwn(false);
      setProblem(undefined);
      setRound(round + 1);
      draft.drop();
      keepPlace(next);
      announce(t`Added.`, 'quietly');
      setAdded(true);
    } finally {
      setSaving(false);
    }
  }
  async function takeBack(): Promise<void> {
    await turnStep('undo');
    setAdded(false);
    fields.current?.focusFirst();
  }
  // Each new note begins in its first field.
  useEffect(() => {
    if (round > 0) fields.current?.focusFirst();
  }, [round]);
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    // A dialog over the form has its own keys.
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    const isAdding = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isAdding) void add();
    if (isAdding || deckKey.hears(event)) event.preventDefault();
    // What a field or a list has no use for; what is written is kept aside (WRITE-2).
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    perform('today');
  }
  const deckName =
    deck.kind === 'deck' ? (decks.find((each) => each.id === deck.id)?.name ?? '') : deck.name;

  return (
    <div className="add-form">
      <form
        className="form add-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
        onKeyDown={onKeyDown}
      >
        <div className="add-head">
          <TypeField
            types={types}
            value={type}
            onChange={(chosen) => {
              setTypeChosen(true);
              change((note) => withType(note, chosen, typeOf(note)));
            }}
          />
          <DeckField
            decks={decks}
            value={deck}
            onChange={(choice) => {
              setDeck(choice);
              if (choice.kind === 'deck') change((note) => ({ ...note, deckId: choice.id }));
            }}
            deckKey={deckKey}
          />
        </div>
        {isFirstOwn && (
          <FirstOwn
            decks={decks}
            choice={deck}
            onChoose={(choice) => {
              setDeck(choice);
              fields.current?.focusFirst();
            }}
          />
        )}
        <NoteForm
          key={`${round}/${type.id}`}
          state={state}
          type={type}
          deckName={deckName}
          onChange={change}
          sticky={sticky}
          onSticky={toggle}
          handle={fields}
          autoFocus={!isTypeChosen}
        />
        {problem && <ProblemNote problem={problem} />}
        <p className="actions form-actions">
          <button type="submit" className="primary" disabled={isSaving}>{t`Add`}</button>
          <span className="soft small save-hint for-keyboards">
            {phrase`${<kbd>{t`Ctrl`}</kbd>} ${<kbd>{t`Enter`}</kbd>} adds it and begins the next`}
          </span>
          <Link href="/import?paste" className="small save-hint">{t`Paste many at once`}</Link>
          {isAdded && own.isNewest && (
            <span className="just-added">
              {t`Added.`}
              <button
                type="button"
                className="quiet"
                onClick={() => void takeBack()}
              >{t`Undo`}</button>
            </span>
          )}
        </p>
      </form>
      {/* Opens a form of its own, and of a form inside a form React hears nothing. */}
      <AddedList types={types} />
    </div>
  );
}

/** Where the last note went, or the first deck by name. */
function firstState(decks: readonly Deck[]): NoteState {
  const place = keptPlace();
  const [first] = [...decks].sort((a, b) => (a.name < b.name ? -1 : 1));
  const deck = decks.find((each) => each.id === place?.deckId) ?? first;
  return {
    deckId: deck?.id ?? (NEW_DECK as DeckId),
    noteTypeId: place?.noteTypeId ?? BASIC.id,
    fields: place?.fields ?? {},
    sections: place?.sections ?? [],
  };
}
