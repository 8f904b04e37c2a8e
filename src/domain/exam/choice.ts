import { type Card, isActive } from '../collection/card.ts';
import type { Deck } from '../collection/deck.ts';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import {
  byName,
  eachOnce,
  isAtOrBelow,
  isBelow,
  keysWithAbove,
  keyOfName,
} from '../text/same-name.ts';
import type { CardChoice, SectionWeight } from '../overlay/overlay.ts';

/** Whether a card is among those chosen. `found`: the cards that the choice's search finds. */
export function isChosen(
  choice: CardChoice,
  decks: readonly Deck[],
  found: ReadonlySet<CardId>,
): (card: Card) => boolean {
  const isAbout = isNamed(choice, decks, found);
  return (card) => isActive(card) && isAbout(card);
}

/** The same, in study or not. */
export function isNamed(
  choice: CardChoice,
  decks: readonly Deck[],
  found: ReadonlySet<CardId>,
): (card: Card) => boolean {
  const deckIds = deckIdsOf(choice, decks);
  const sections = new Set(choice.sections.map(keyOfName));
  return (card) => {
    if (deckIds.has(card.deckId) || found.has(card.id)) return true;
    return sections.size > 0 && keysWithAbove(card.sections).some((key) => sections.has(key));
  };
}

/** The decks in which a card may be chosen without a search: with the sections that they list. */
export function decksOfChoice(choice: CardChoice, decks: readonly Deck[]): Deck[] {
  const deckIds = deckIdsOf(choice, decks);
  const isInside = (path: string): boolean =>
    choice.sections.some((section) => isAtOrBelow(path, section));
  return decks.filter((deck) => deckIds.has(deck.id) || deck.sections.some(isInside));
}

/** The decks chosen, and those below them by name. */
function deckIdsOf({ deckIds }: CardChoice, decks: readonly Deck[]): ReadonlySet<DeckId> {
  const chosen = new Set(deckIds);
  const names = decks.filter((deck) => chosen.has(deck.id)).map((deck) => deck.name);
  const below = decks.filter((deck) => names.some((name) => isBelow(deck.name, name)));
  return new Set([...deckIds, ...below.map((deck) => deck.id)]);
}

/** Sections that are chosen or weighted, by their keys (byName). */
export type NamedSections = ReadonlyMap<string, string>;

/**
 * The sections that a card is counted under, which are not one alone: for each of its own the longest
 * chosen or weighted one that holds it; for a card in none of these, its own ones; '' without any.
 */
export function countedSections(card: Card, named: NamedSections): readonly string[] {
  const chosen = card.sections.flatMap((section) => longestNamed([section], named) ?? []);
  const own = chosen.length > 0 ? chosen : card.sections;
  return own.length > 0 ? eachOnce(own) : [''];
}

/** The longest of `named` that is one of `sections` or above one. */
function longestNamed(sections: readonly string[], named: NamedSections): string | undefined {
  let best: string | undefined;
  for (const key of keysWithAbove(sections)) {
    if (named.has(key) && key.length > (best?.length ?? 0)) best = key;
  }
  return best === undefined ? undefined : named.get(best);
}

/** How much each section's cards count: 1, but for those named and what is below them. */
export function weightOf(weights: readonly SectionWeight[]): (card: Card) => number {
  if (weights.length === 0) return () => 1;
  const bySection = new Map(weights.map(({ section, weight }) => [section, weight]));
  const named = byName(bySection.keys());
  // By the longest of the weighted sections that it is in.
  return ({ sections }) => {
    const section = longestNamed(sections, named);
    return section === undefined ? 1 : (bySection.get(section) ?? 1);
  };
}

/** The same, but all alike where none of `cards` counts for anything: they are asked all the same. */
export function weightAmong(
  weights: readonly SectionWeight[],
  cards: readonly Card[],
): (card: Card) => number {
  const weight = weightOf(weights);
  return cards.some((card) => weight(card) > 0) ? weight : () => 1;
}
