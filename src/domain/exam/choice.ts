import { type Card, isActive } from '../collection/card.ts';
import type { Deck } from '../collection/deck.ts';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import { isAtOrBelow, isBelow, withAncestors } from '../../kernel/path.ts';
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
  const sections = new Set(choice.sections);
  return (card) => {
    if (deckIds.has(card.deckId) || found.has(card.id)) return true;
    return sections.size > 0 && withAncestors(card.sections).some((path) => sections.has(path));
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

/**
 * The section by which a card is weighed: the longest of the chosen or weighted sections that it is
 * in; else its own first section.
 */
export function sectionOf(card: Card, named: ReadonlySet<string>): string {
  return longestNamed(card.sections, named) ?? card.sections[0] ?? '';
}

/**
 * The sections that a card is counted under, which are not one alone: for each of its own the longest
 * chosen or weighted one that holds it; for a card in none of these, its own ones; '' without any.
 */
export function countedSections(card: Card, named: ReadonlySet<string>): readonly string[] {
  const chosen = card.sections.flatMap((section) => longestNamed([section], named) ?? []);
  const own = chosen.length > 0 ? chosen : card.sections;
  return own.length > 0 ? [...new Set(own)] : [''];
}

/** The longest of `named` that is one of `sections` or above one. */
function longestNamed(sections: readonly string[], named: ReadonlySet<string>): string | undefined {
  let best: string | undefined;
  for (const path of withAncestors(sections)) {
    if (named.has(path) && path.length > (best?.length ?? 0)) best = path;
  }
  return best;
}

/** How much each section's cards count: 1, but for those named and what is below them. */
export function weightOf(weights: readonly SectionWeight[]): (card: Card) => number {
  if (weights.length === 0) return () => 1;
  const bySection = new Map(weights.map(({ section, weight }) => [section, weight]));
  const named = new Set(bySection.keys());
  return (card) => {
    const section = sectionOf(card, named);
    return bySection.get(section) ?? 1;
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
