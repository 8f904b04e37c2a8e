import { Link } from 'wouter';
import type { Deck } from '../../../../domain/collection/deck.ts';
import type { NoteType } from '../../../../domain/content/note-type.ts';
import type { DeckId } from '../../../../kernel/ids.ts';
import { t } from '../../../../kernel/texts.ts';
import { FoldedPicker } from '../../../kit/combobox/folded-picker.tsx';
import { newNameIn } from '../../../kit/combobox/matching.ts';
import type { useDeckKey } from './use-deck-key.ts';
import { named } from '../../../../kernel/named.ts';

/** The deck for a note: one there is, or one to be made with it. */
export type DeckAndTypeChoice =
  | { readonly kind: 'deck'; readonly id: DeckId }
  | { readonly kind: 'new'; readonly name: string };

/** Stands for the deck to be made, where there is none yet. */
export const NEW_DECK = '+';

export function DeckField(props: {
  readonly decks: readonly Deck[];
  readonly value: DeckAndTypeChoice;
  readonly onChange: (choice: DeckAndTypeChoice) => void;
  readonly deckKey: ReturnType<typeof useDeckKey>;
}) {
  const { decks, value, deckKey } = props;
  const sorted = [...decks].sort((a, b) => (a.name < b.name ? -1 : 1));
  const chosen = value.kind === 'deck' ? decks.find((deck) => deck.id === value.id) : undefined;
  const newName = value.kind === 'new' ? value.name : '';
  return (
    <div className="field">
      <FoldedPicker
        name={t`Deck`}
        options={sorted}
        chosen={chosen?.id ?? (newName === '' ? undefined : `new:${newName}`)}
        chosenName={chosen?.name ?? newName}
        newName={(typed) => t`New deck “${named(typed)}”`}
        placeholder={t`Neurology::Multiple sclerosis`}
        onChoose={(id) => {
          const name = newNameIn(id);
          props.onChange(
            name === undefined ? { kind: 'deck', id: id as DeckId } : { kind: 'new', name },
          );
        }}
        field={deckKey.field}
        {...(deckKey.onDone && { onDone: deckKey.onDone })}
        onLeave={deckKey.onLeave}
      />
      {newName !== '' && <span className="small soft">{t`A new deck, made with the note.`}</span>}
    </div>
  );
}

export function TypeField(props: {
  readonly types: readonly NoteType[];
  readonly value: NoteType;
  readonly onChange: (type: NoteType) => void;
}) {
  const { types, value } = props;
  return (
    <div className="field">
      <FoldedPicker
        name={t`Type`}
        options={types}
        chosen={value.id}
        chosenName={value.name}
        onChoose={(id) => {
          const type = types.find((each) => each.id === id);
          if (type) props.onChange(type);
        }}
      />
      <Link href="/types" className="small">{t`Change note types`}</Link>
    </div>
  );
}
