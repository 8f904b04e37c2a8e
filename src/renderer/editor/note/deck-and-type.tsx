import { useId } from 'react';
import { Link } from 'wouter';
import type { Deck } from '../../../domain/collection/deck.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { DeckId } from '../../../domain/ids.ts';

/** The deck for a note: one there is, or one to be made with it. */
export type DeckChoice =
  | { readonly kind: 'deck'; readonly id: DeckId }
  | { readonly kind: 'new'; readonly name: string };

/** Stands for the deck to be made, where there is none yet. */
export const NEW_DECK = '+';

export function DeckField(props: {
  readonly decks: readonly Deck[];
  readonly value: DeckChoice;
  readonly onChange: (choice: DeckChoice) => void;
}) {
  const id = useId();
  const { decks, value } = props;
  const sorted = [...decks].sort((a, b) => (a.name < b.name ? -1 : 1));
  const chosen =
    value.kind === 'deck' && decks.some((deck) => deck.id === value.id) ? value.id : NEW_DECK;
  return (
    <div className="field">
      <label htmlFor={id}>Deck</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) =>
          props.onChange(
            target.value === NEW_DECK
              ? { kind: 'new', name: '' }
              : { kind: 'deck', id: target.value as DeckId },
          )
        }
      >
        {sorted.map((deck) => (
          <option key={deck.id} value={deck.id}>
            {deck.name.replaceAll('::', ' › ')}
          </option>
        ))}
        <option value={NEW_DECK}>New deck …</option>
      </select>
      {chosen === NEW_DECK && (
        <input
          aria-label="Name of the new deck"
          placeholder="Neurology::Multiple sclerosis"
          value={value.kind === 'new' ? value.name : ''}
          onChange={(event) => props.onChange({ kind: 'new', name: event.target.value })}
        />
      )}
    </div>
  );
}

export function TypeField(props: {
  readonly types: readonly NoteType[];
  readonly value: string;
  readonly onChange: (type: NoteType) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Type</label>
      <select
        id={id}
        value={props.value}
        onChange={({ target }) => {
          const type = props.types.find((each) => each.id === target.value);
          if (type) props.onChange(type);
        }}
      >
        {props.types.map((type) => (
          <option key={type.id} value={type.id}>
            {type.name}
          </option>
        ))}
      </select>
      <Link href="/types" className="small">
        Change note types
      </Link>
    </div>
  );
}
