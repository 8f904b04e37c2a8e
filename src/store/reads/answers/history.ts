import { Dexie } from 'dexie';
import type { HistoryAnswer } from '../../../domain/collection/review.ts';
import { asReview } from '../../../domain/cram/settle.ts';
import { oneHistory } from '../../../domain/import/past-answers-of.ts';
import type { CardId } from '../../../kernel/ids.ts';
import { readAcceptedCramAnswers } from './cram-answers.ts';
import type { RoundsDatabase } from '../../schema.ts';

/**
 * A card's whole history: its answers still in force, oldest first, crammed ones that were accepted
 * and those that an import brought among them (ANKI-26).
 */
export function readHistory(db: RoundsDatabase, cardId: CardId): Promise<HistoryAnswer[]> {
  return db.transaction('r', db.reviews, db.undone, db.cramAnswers, db.pastLogs, async () => {
    const [reviews, undone, crammed, log] = await Promise.all([
      db.reviews
        .where('[cardId+atMillis]')
        .between([cardId, Dexie.minKey], [cardId, Dexie.maxKey])
        .toArray(),
      db.undone.where('cardId').equals(cardId).primaryKeys(),
      readAcceptedCramAnswers(db, cardId),
      db.pastLogs.get(cardId),
    ]);
    const gone = new Set(undone);
    const own = reviews.filter((review) => !gone.has(review.operationId));
    if (crammed.length === 0) return oneHistory(own, log);
    const accepted = crammed.flatMap((answer) => asReview(answer) ?? []);
    return oneHistory(
      [...own, ...accepted].sort((a, b) => a.atMillis - b.atMillis),
      log,
    );
  });
}
