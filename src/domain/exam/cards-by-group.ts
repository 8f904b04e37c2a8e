import { pathAndAbove } from '../../kernel/path.ts';
import type { Card } from '../collection/card.ts';
import { type Deck, placesOf } from '../collection/deck.ts';
import { keysWithAbove } from '../text/same-name.ts';

/** How many cards each group that an exam can be about holds, with all that is below it. */
export interface CardsByGroup {
  /** By the path of a deck. */
  readonly decks: ReadonlyMap<string, number>;
  /** By keyOfName of a section's path. */
  readonly sections: ReadonlyMap<string, number>;
}

/** Time: one look at every card. What a note no longer makes is not counted. */
export function cardsByGroup(cards: readonly Card[], decks: readonly Deck[]): CardsByGroup {
  const inDeck = new Map<string, number>();
  // Cards of the same sections mostly have one list between them (KeptCards).
  const inSections = new Map<readonly string[], number>();
  for (const { absent, deckId, sections } of cards) {
    if (absent) continue;
    add(inDeck, deckId, 1);
    add(inSections, sections, 1);
  }
  const places = placesOf(decks.map(({ name }) => name));
  const byPath = new Map<string, number>();
  for (const { id, name } of decks) {
    const held = inDeck.get(id) ?? 0;
    for (const path of pathAndAbove(places.get(name) ?? name)) add(byPath, path, held);
  }
  const byKey = new Map<string, number>();
  for (const [sections, held] of inSections) {
    for (const key of keysWithAbove(sections)) add(byKey, key, held);
  }
  return { decks: byPath, sections: byKey };
}

function add<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
