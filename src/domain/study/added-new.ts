import type { MoreNew } from '../collection/deck.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { DeckShare } from './limits.ts';

/** How many new cards one press lets through more. */
export const MORE_AT_ONCE = 20;

/** What one press adds to a deck's limit of today. */
export type AddedNew = Omit<MoreNew, 'studyDay'> & { readonly deckId: DeckId };

/**
 * Which limits have to be how much higher for `count` new cards more, or for all where fewer wait:
 * those of the decks that they are in, in the order in which they come, and of the decks above.
 */
export function addedNew(shares: readonly DeckShare[], count: number): readonly AddedNew[] {
  const byDeck = new Map(shares.map((share) => [share.deck.id, share]));
  /** A deck and those above it. */
  const path = (share: DeckShare): DeckShare[] => {
    const above = share.above === undefined ? undefined : byDeck.get(share.above);
    return above ? [share, ...path(above)] : [share];
  };
  const added = new Map<DeckId, { count: number; after: number }>();
  let left = count;
  for (const share of shares) {
    const own = Math.min(left, share.waiting.new - share.ownNew);
    left -= own;
    for (const { deck, counted } of own > 0 ? path(share) : []) {
      const before = added.get(deck.id)?.count ?? 0;
      added.set(deck.id, { count: before + own, after: counted });
    }
  }
  return [...added].map(([deckId, each]) => ({ deckId, ...each }));
}
