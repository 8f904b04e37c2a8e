import type { Card } from '../../domain/collection/card.ts';
import type { DeckId } from '../../domain/ids.ts';
import { withAncestors } from '../../domain/queue/tally.ts';

/** What is studied: everything, one deck, or one section of a deck. */
export interface Scope {
  readonly deckId?: DeckId;
  readonly section?: string;
}

export function isWithin(card: Card, scope: Scope): boolean {
  if (scope.deckId !== undefined && card.deckId !== scope.deckId) return false;
  return scope.section === undefined || withAncestors(card.sections).includes(scope.section);
}
