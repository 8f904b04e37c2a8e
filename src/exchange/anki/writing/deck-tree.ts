import type { Deck } from '../../../domain/collection/deck.ts';
import { isSameName } from '../../../domain/text/same-name.ts';
import { pathAndAbove } from '../../../kernel/path.ts';
import { t } from '../../../kernel/texts.ts';

/** A deck of the file: one of Rounds', or a place above one, which Anki wants to be a deck too. */
export interface DeckInTree {
  /** The deck's id, or what tells a place that is none. */
  readonly key: string;
  readonly name: string;
  readonly deck?: Deck;
  /** Anki's own, which every collection has. */
  readonly isDefault: boolean;
}

const DEFAULT_NAME = t`Default`;

/** `decks` with all places above them, each once, and Anki's own deck. */
export function deckTree(decks: readonly Deck[]): readonly DeckInTree[] {
  const tree: DeckInTree[] = [];
  const isThere = (name: string): boolean => tree.some((each) => isSameName(each.name, name));
  for (const deck of decks) {
    const isDefault = deck.id === 'anki-1' || isSameName(deck.name, DEFAULT_NAME);
    const isTaken = tree.some((each) => each.isDefault);
    tree.push({ key: deck.id, name: deck.name, deck, isDefault: isDefault && !isTaken });
  }
  for (const deck of decks) {
    for (const name of pathAndAbove(deck.name)) {
      if (!isThere(name)) tree.push({ key: `place:${name}`, name, isDefault: false });
    }
  }
  if (tree.some(({ isDefault }) => isDefault)) return tree;
  return [{ key: 'place:default', name: DEFAULT_NAME, isDefault: true }, ...tree];
}
