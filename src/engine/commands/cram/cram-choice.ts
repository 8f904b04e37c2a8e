import { type Card, isActive } from '../../../domain/collection/card.ts';
import { schedulerOptions } from '../../../domain/collection/deck.ts';
import { cramOrder } from '../../../domain/cram/cram-order.ts';
import { decksOfChoice, isChosen } from '../../../domain/exam/choice.ts';
import type { CardId, CramId, DeckId } from '../../../kernel/ids.ts';
import type { CardChoice } from '../../../domain/overlay/overlay.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import { readCards, readCardsOfDecks } from '../../../store/reads/answers/cram-answers.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import { readPresets, readStudyDay, readStudySettings } from '../../../store/reads/settings.ts';
import { readingProblem } from '../../../store/storage-problem.ts';
import { beginCram } from './cram.ts';
import type { Deps } from '../../deps.ts';
import { cardsOfSearch } from '../../queries/once/found.ts';

/**
 * Begins to cram a deck, a section, what a search finds, or an exam's cards: the least likely to be
 * recalled first, buried and future cards too (CRAM-2). No schedule will change.
 */
export async function cramChoice(
  deps: Deps,
  choice: CardChoice,
  name: string,
): Promise<Result<CramId>> {
  const found = await cardsOfSearch(deps, choice.search);
  if (!found.ok) return found;
  const cards = await cardsOf(deps, choice, found.value);
  return cards.ok ? beginInOrder(deps, cards.value, name) : cards;
}

/** Begins to cram these cards, in the same order. */
export async function cramCards(
  deps: Deps,
  cardIds: readonly CardId[],
  name: string,
): Promise<Result<CramId>> {
  try {
    return beginInOrder(deps, await readCards(deps.store, cardIds), name);
  } catch (error) {
    return readingProblem(error);
  }
}

async function cardsOf(
  deps: Deps,
  choice: CardChoice,
  found: readonly CardId[],
): Promise<Result<readonly Card[]>> {
  try {
    const decks = await readDecks(deps.store);
    const [inDecks, inSearch] = await Promise.all([
      readCardsOfDecks(
        deps.store,
        decksOfChoice(choice, decks).map(({ id }) => id),
      ),
      readCards(deps.store, found),
    ]);
    const byId = new Map([...inDecks, ...inSearch].map((card) => [card.id, card]));
    return ok([...byId.values()].filter(isChosen(choice, decks, new Set(found))));
  } catch (error) {
    return readingProblem(error);
  }
}

async function beginInOrder(
  deps: Deps,
  cards: readonly Card[],
  name: string,
): Promise<Result<CramId>> {
  try {
    const [decks, presets, settings, today] = await Promise.all([
      readDecks(deps.store),
      readPresets(deps.store),
      readStudySettings(deps.store),
      readStudyDay(deps.store, deps.clock()),
    ]);
    const optionsOf = new Map(
      decks.map((deck) => [deck.id, schedulerOptions(presetOf(deck, presets), settings)]),
    );
    const fallback = schedulerOptions(presetOf(undefined, presets), settings);
    const options = ({ deckId }: { readonly deckId: DeckId }) => optionsOf.get(deckId) ?? fallback;
    return beginCram(deps, cramOrder(cards.filter(isActive), options, today), name);
  } catch (error) {
    return readingProblem(error);
  }
}
