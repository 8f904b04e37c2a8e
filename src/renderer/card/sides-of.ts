import type { Card } from '../../domain/collection/card.ts';
import type { Deck } from '../../domain/collection/deck.ts';
import { type Note, tagsOf } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { type CardInput, type CardSides, renderCard } from '../../domain/template/render.ts';
import { slotOf } from '../../kernel/ids.ts';

/** A card with all that its sides are made of. */
interface WholeCard {
  readonly card: Card;
  readonly note: Note;
  readonly noteType: NoteType;
  readonly deck: Pick<Deck, 'name'>;
}

/** Both sides of a card where its tags are links (TEMPLATE-38). */
export function sidesOf(
  { card, note, noteType, deck }: WholeCard,
  more: Pick<CardInput, 'typedText' | 'deletionsShown'> = {},
): CardSides {
  return renderCard({
    type: noteType,
    fields: note.fields,
    slot: slotOf(card.id),
    tags: tagsOf(note),
    deckName: deck.name,
    flag: card.flag,
    cardId: card.id,
    marksTags: true,
    ...more,
  });
}
