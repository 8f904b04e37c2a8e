import type { Deck } from '../../../domain/collection/deck.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import type { Stored } from '../context.ts';

export async function decks({ store }: Stored): Promise<readonly Deck[]> {
  return readDecks(store);
}
