import type { Deck } from '../../../../domain/collection/deck.ts';
import { t } from '../../../../kernel/texts.ts';
import type { DeckAndTypeChoice } from './deck-and-type.tsx';
import { keptPlace } from './note-place.ts';

/** What one's own notes go into where nothing else was chosen. */
export const OWN_DECK: DeckAndTypeChoice = { kind: 'new', name: t`My cards` };

/** Whether no note was added here yet, and every deck there is came with Rounds. */
export function hasOnlyShipped(decks: readonly Deck[]): boolean {
  const isShipped = ({ edition }: Deck) => edition !== undefined;
  return keptPlace() === undefined && decks.length > 0 && decks.every(isShipped);
}

/** Asked once: whether the first note of one's own begins a deck or goes into the one that came. */
export function FirstOwn(props: {
  readonly decks: readonly Deck[];
  readonly choice: DeckAndTypeChoice;
  readonly onChoose: (choice: DeckAndTypeChoice) => void;
}) {
  const { decks, choice, onChoose } = props;
  const [shipped] = decks;
  if (!shipped) return null;
  const isOwn = choice.kind === 'new';
  return (
    <p className="note first-own">
      <span>
        {t`Your first own note. It goes into ${isOwn ? t`a deck of your own, “${choice.name}”.` : t`the deck that came with Rounds.`}`}
      </span>
      <button
        type="button"
        className="quiet"
        onClick={() => onChoose(isOwn ? { kind: 'deck', id: shipped.id } : OWN_DECK)}
      >
        {isOwn ? t`Put it into “${shipped.name}” instead` : t`Make “My cards” instead`}
      </button>
    </p>
  );
}
