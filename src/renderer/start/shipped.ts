import type { Engine } from '../../engine/engine.ts';
import type { StartNotes } from '../app.tsx';
import { SHIPPED_EDITION, shippedDeck } from '../shipped-deck.ts';

/** What is told of the deck that comes with Rounds where it was not looked at. */
export const NOTHING_LOADED = { isLastStepPutBack: false, removedFacts: 0, deckProblem: undefined };

/** Whether the deck that comes with Rounds is stored, in this edition. */
export async function hasShippedDeck(engine: Engine): Promise<boolean> {
  const decks = await engine.ask('decks');
  return decks.ok && decks.value.some(({ edition }) => edition === SHIPPED_EDITION);
}

/** Loads it, or what is new in it; what is to be told of that on Today. */
export async function loadOurDeck(
  engine: Engine,
  isLastStepPutBack: boolean,
): Promise<Omit<StartNotes, 'isStorageKept'>> {
  const text = await shippedDeck().catch(() => undefined);
  // As with any part of the program that cannot be loaded now: at the next start it is tried again.
  if (text === undefined) return { ...NOTHING_LOADED, isLastStepPutBack };
  const shipped = await engine.run('loadShippedDeck', text);
  return {
    isLastStepPutBack,
    removedFacts: shipped.ok ? shipped.value : 0,
    deckProblem: shipped.ok ? undefined : shipped.problem,
  };
}
