import type { AnkiCard, AnkiDeck, AnkiId } from '../anki-collection.ts';

/** Anki's own deck, which is always there. */
const DEFAULT_DECK_ID = 1;

/** Where a card is at home, and since when it is due there. */
export interface Home {
  readonly deckId: AnkiId;
  /** In the meaning of the card's type (schedules.ts). */
  readonly due: number;
  /** It lay in a filtered deck. */
  readonly wasAway: boolean;
}

/**
 * A card's home: filtered decks are dissolved (ANKI-5). Where the home is itself a filtered deck, or
 * is not in the file, the default deck takes it, as in Anki's own check.
 */
export function homeOf(card: AnkiCard, decks: ReadonlyMap<AnkiId, AnkiDeck>): Home {
  const wasAway = card.odid !== 0;
  const deckId = wasAway ? card.odid : card.deckId;
  const deck = decks.get(deckId);
  return {
    deckId: deck && !deck.isFiltered ? deckId : DEFAULT_DECK_ID,
    due: wasAway && card.odue !== 0 ? card.odue : card.due,
    wasAway,
  };
}

/** Decks that come: all but filtered ones, and the default deck where nothing is in it. */
export function decksThatCome(
  decks: ReadonlyMap<AnkiId, AnkiDeck>,
  cards: readonly AnkiCard[],
): readonly AnkiDeck[] {
  const homes = new Set(cards.map((card) => homeOf(card, decks).deckId));
  const own = [...decks.values()].filter(
    ({ id, isFiltered }) => !isFiltered && (id !== DEFAULT_DECK_ID || homes.has(id)),
  );
  return homes.has(DEFAULT_DECK_ID) && !own.some(({ id }) => id === DEFAULT_DECK_ID)
    ? [...own, MADE_DEFAULT]
    : own;
}

const MADE_DEFAULT: AnkiDeck = {
  id: DEFAULT_DECK_ID,
  name: 'Default',
  description: '',
  isFiltered: false,
  presetId: DEFAULT_DECK_ID,
  desiredRetention: undefined,
  newPerDay: undefined,
  reviewsPerDay: undefined,
  raw: { json: {} },
};
