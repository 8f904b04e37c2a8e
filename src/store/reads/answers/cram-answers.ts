import type { Card } from '../../../domain/collection/card.ts';
import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import type { CardId, CramId, DeckId } from '../../../kernel/ids.ts';
import { withoutKeys } from '../../reach.ts';
import type { RoundsDatabase } from '../../schema.ts';

/** The answers of one round of cramming, oldest first. */
export async function readCramAnswers(db: RoundsDatabase, cramId: CramId): Promise<CramAnswer[]> {
  return inOrder(await db.cramAnswers.where('cramId').equals(cramId).toArray());
}

/** All answers on which nothing is decided yet, oldest first. */
export async function readOpenCramAnswers(db: RoundsDatabase): Promise<CramAnswer[]> {
  return inOrder(await db.cramAnswers.where('state').equals('open').toArray());
}

/** The accepted answers that are part of the history `historyId`. */
export function readAcceptedCramAnswers(
  db: RoundsDatabase,
  historyId: CardId,
): Promise<CramAnswer[]> {
  return db.cramAnswers.where('outcome.historyId').equals(historyId).toArray();
}

/** The cards of `cardIds` that are there. */
export async function readCards(db: RoundsDatabase, cardIds: readonly CardId[]): Promise<Card[]> {
  const rows = await db.cards.bulkGet([...cardIds]);
  return rows.filter((row) => row !== undefined).map(withoutKeys);
}

/** All cards of some decks, those out of study too. */
export async function readCardsOfDecks(
  db: RoundsDatabase,
  deckIds: readonly DeckId[],
): Promise<Card[]> {
  const lists = await Promise.all(
    deckIds.map((deckId) =>
      db.cards.where('[deckId+lane+readyAt]').between([deckId], [deckId, []], true, true).toArray(),
    ),
  );
  return lists.flat().map(withoutKeys);
}

/** A round of cramming: its answers, oldest first, and the cards that they are to. */
export async function readCramRound(
  db: RoundsDatabase,
  cramId: CramId,
): Promise<{ readonly answers: readonly CramAnswer[]; readonly cards: readonly Card[] }> {
  const answers = await readCramAnswers(db, cramId);
  const cards = await readCards(db, [...new Set(answers.map(({ cardId }) => cardId))]);
  return { answers, cards };
}

function inOrder(answers: CramAnswer[]): CramAnswer[] {
  return answers.sort((a, b) => a.atMillis - b.atMillis || (a.id < b.id ? -1 : 1));
}
