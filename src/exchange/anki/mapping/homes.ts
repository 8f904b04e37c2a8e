import type { Deck } from '../../../domain/collection/deck.ts';
import { decodeEntities } from '../../../domain/template/html/entities.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { pathFrom } from '../../../kernel/path.ts';
import type { AnkiCard, AnkiDeck, AnkiId, AnkiPreset } from '../anki-collection.ts';
import { foreignDeck } from '../foreign-rows.ts';
import { roundsMark } from './marks/rounds-mark.ts';

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

/** Under which id a deck comes: Rounds' own where it went out from here (ANKI-43). */
export function deckIdOf(id: AnkiId, decks: ReadonlyMap<AnkiId, AnkiDeck> = new Map()): DeckId {
  const deck = decks.get(id);
  const own = deck && roundsMark(deck.raw).id;
  return (typeof own === 'string' && own !== '' ? own : `anki-${id}`) as DeckId;
}

/** The same of options. */
export function presetIdOf(
  id: AnkiId | undefined,
  presets: ReadonlyMap<AnkiId, AnkiPreset> = new Map(),
): string {
  const preset = id === undefined ? undefined : presets.get(id);
  const own = preset && roundsMark(preset.raw).id;
  return typeof own === 'string' && own !== '' ? own : `anki-${id ?? 1}`;
}

/** A deck's own limits and retention stay beside it: Rounds has them in options alone. */
export function deckOfAnki(
  deck: AnkiDeck,
  presets: ReadonlyMap<AnkiId, AnkiPreset> = new Map(),
): Deck {
  const { id, name, presetId, description } = deck;
  const { sections, edition } = roundsMark(deck.raw);
  return {
    id: deckIdOf(id, new Map([[id, deck]])),
    name: pathFrom(name) || `Deck ${id}`,
    presetId: presetIdOf(presetId, presets),
    sections: Array.isArray(sections) ? sections.filter((each) => typeof each === 'string') : [],
    source: decodeEntities(description.replace(/<[^>]*>/g, ' ')).trim(),
    ...(typeof edition === 'string' ? { edition } : {}),
    foreign: foreignDeck(deck),
  };
}
