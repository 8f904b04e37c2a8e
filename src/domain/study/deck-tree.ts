import type { Deck } from '../collection/deck.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { partsOf } from '../../kernel/path.ts';
import { isBelow, keyOfName } from '../text/same-name.ts';

/** The same decks are put in order many times. */
const paths = new WeakMap<Deck, string>();

/** Its parts, so that those of decks below a deck come straight after its own. */
function pathOf(deck: Deck): string {
  const known = paths.get(deck);
  if (known !== undefined) return known;
  const path = partsOf(keyOfName(deck.name)).join('\0');
  paths.set(deck, path);
  return path;
}

/** Decks by name, each followed by those below it. */
export function inTreeOrder(decks: readonly Deck[]): Deck[] {
  return [...decks].sort((one, other) => {
    if (pathOf(one) === pathOf(other)) return 0;
    return pathOf(one) < pathOf(other) ? -1 : 1;
  });
}

/** Where each of `decks`, in tree order, has the nearest deck above it; -1: there is none. */
export function placesAbove(decks: readonly Deck[]): number[] {
  const path: number[] = [];
  return decks.map((deck, at) => {
    while (path.length > 0 && !isBelow(deck.name, decks[path.at(-1) ?? 0]?.name ?? '')) path.pop();
    const above = path.at(-1) ?? -1;
    path.push(at);
    return above;
  });
}

/** The deck `deckId` and the decks below it, in tree order; none where it is gone. */
export function withDecksBelow(decks: readonly Deck[], deckId: DeckId): Deck[] {
  const root = decks.find((deck) => deck.id === deckId);
  return inTreeOrder(decks.filter((deck) => deck === root || isBelow(deck.name, root?.name ?? '')));
}

/** Behind each of `decks`, in tree order, and the decks below it: where the next begins. */
export function endsBelow(decks: readonly Deck[], above: readonly number[]): number[] {
  const ends = decks.map((_, at) => at + 1);
  for (let at = decks.length - 1; at >= 0; at--) {
    const parent = above[at] ?? -1;
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, ends[at] ?? 0);
  }
  return ends;
}
