import { Dexie } from 'dexie';
import type { HistoryAnswer, Review } from '../../../domain/collection/review.ts';
import { asReview } from '../../../domain/cram/settle.ts';
import { oneHistory } from '../../../domain/import/past-answers-of.ts';
import type { KeptPastLog } from '../../../domain/import/past-log.ts';
import type { CardId } from '../../../kernel/ids.ts';
import { readAcceptedCramAnswers } from './cram-answers.ts';
import type { RoundsDatabase } from '../../schema.ts';

/** What was answered on a card, by where it was answered. */
interface HistoryParts {
  /** In force, oldest first. */
  readonly given: readonly Review[];
  /** While cramming, accepted since. */
  readonly accepted: readonly Review[];
  readonly log: KeptPastLog | undefined;
}

/**
 * A card's whole history: its answers still in force, oldest first, crammed ones that were accepted
 * and those that an import brought among them (ANKI-26).
 */
export function readHistory(db: RoundsDatabase, cardId: CardId): Promise<HistoryAnswer[]> {
  return readHistoryParts(db, cardId).then(({ given, accepted, log }) => {
    if (accepted.length === 0) return oneHistory(given, log);
    return oneHistory(
      [...given, ...accepted].sort((a, b) => a.atMillis - b.atMillis),
      log,
    );
  });
}

/** The same, each part by itself. */
export function readHistoryParts(db: RoundsDatabase, cardId: CardId): Promise<HistoryParts> {
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
    return {
      given: reviews.filter((review) => !gone.has(review.operationId)),
      accepted: crammed.flatMap((answer) => asReview(answer) ?? []),
      log,
    };
  });
}
