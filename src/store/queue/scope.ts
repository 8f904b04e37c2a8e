import type { Card } from '../../domain/collection/card.ts';
import type { Deck } from '../../domain/collection/deck.ts';
import type { CardId, CramId, DeckId } from '../../kernel/ids.ts';
import { isBelow, withAncestors } from '../../kernel/path.ts';
import type { SessionPlan } from './planned.ts';

/** What is studied: everything, one deck with those below it, a section, or chosen cards. */
export interface Scope {
  readonly deckId?: DeckId;
  readonly section?: string;
  /** The cards of a search, as found when the session began. */
  readonly cardIds?: readonly CardId[];
  /** What the chosen cards are called on screen. */
  readonly name?: string;
  /** What an exam, a break, a catch-up or so many minutes made of today. */
  readonly plan?: SessionPlan;
  /** A round of cramming over `cardIds`, whose answers go to the ledger. */
  readonly cramId?: CramId;
}

/** A scope whose decks are known. */
export interface KnownScope {
  /** undefined: all decks. */
  readonly deckIds: ReadonlySet<DeckId> | undefined;
  readonly section: string | undefined;
}

/** The deck `deckId` and the decks below it by name; none where it is gone. */
export function withSubdecks(decks: readonly Deck[], deckId: DeckId): Deck[] {
  const root = decks.find((deck) => deck.id === deckId);
  if (!root) return [];
  return decks.filter((deck) => deck === root || isBelow(deck.name, root.name));
}

export function isWithin(card: Card, { deckIds, section }: KnownScope): boolean {
  if (deckIds && !deckIds.has(card.deckId)) return false;
  return section === undefined || withAncestors(card.sections).includes(section);
}
