import type { AnkiCard, AnkiCollection, AnkiId, AnkiNote } from '../anki-collection.ts';
import { homeOf } from './homes.ts';
import { cardData } from './answers/memories.ts';

/** A note with its cards, the deck that is its home, and its order there. */
export interface PlacedNote {
  readonly note: AnkiNote;
  /** In the order of the type's templates. */
  readonly cards: readonly AnkiCard[];
  readonly deckId: AnkiId;
  /** From 0. */
  readonly position: number;
}

/**
 * The notes of a collection that have cards, each in the deck in which most of its cards are at
 * home (ANKI-4), there in the order in which new cards come, then in that of their making.
 */
export function placedNotes({ notes, cards, decks }: AnkiCollection): readonly PlacedNote[] {
  const cardsOf = new Map<number, AnkiCard[]>();
  for (const card of cards) {
    const own = cardsOf.get(card.noteId);
    if (own) own.push(card);
    else cardsOf.set(card.noteId, [card]);
  }
  const found = notes.flatMap((note) => {
    const own = cardsOf.get(note.id)?.sort((a, b) => a.ord - b.ord);
    if (!own) return [];
    const homes = own.map((card) => homeOf(card, decks).deckId);
    return [{ note, cards: own, deckId: mostOf(homes), place: placeOf(own) }];
  });
  found.sort((a, b) => a.place - b.place || a.note.id - b.note.id);
  const counts = new Map<AnkiId, number>();
  return found.map(({ place: _, ...each }) => {
    const position = counts.get(each.deckId) ?? 0;
    counts.set(each.deckId, position + 1);
    return { ...each, position };
  });
}

/** The first place that one of the cards has, or had, among new cards. */
function placeOf(cards: readonly AnkiCard[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const card of cards) {
    const due = card.odid !== 0 && card.odue !== 0 ? card.odue : card.due;
    first = Math.min(first, card.type === 0 ? due : (cardData(card).position ?? first));
  }
  return Math.min(Number.MAX_SAFE_INTEGER, first);
}

/** What is there most often; of equals the first. */
function mostOf(ids: readonly AnkiId[]): AnkiId {
  const counts = new Map<AnkiId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return ids.find((id) => counts.get(id) === most) ?? 1;
}
