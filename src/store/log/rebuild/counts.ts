import {
  ALL_DECKS,
  countReview,
  type DayTotals,
  emptyDay,
  type Review,
  sumOfDays,
} from '../../../domain/collection/review.ts';
import { PastDays } from '../../../domain/import/past-days.ts';
import type { KeptPastLog } from '../../../domain/import/past-log.ts';
import type { OperationId } from '../../../kernel/ids.ts';
import type { Outcome } from '../../../log/replay/replay.ts';
import type { RoundsDatabase, UndoneRow } from '../../schema.ts';

/** What is counted along the way. */
export class Counts {
  operations = 0;
  readonly #days = new Map<string, DayTotals>();
  readonly #past = new PastDays();
  readonly undone = new Map<OperationId, UndoneRow>();
  readonly reviewIds = new Set<OperationId>();

  count(outcome: Outcome): void {
    if (outcome.is !== 'applied' && outcome.is !== 'undone' && outcome.is !== 'redone') return;
    const { is, operation, review, recounted = [] } = outcome;
    this.#past.change(outcome.changes);
    const target = outcome.target?.id;
    if (is === 'redone' && target) this.undone.delete(target);
    if (is === 'undone' && target) {
      const row = { target, by: operation.id };
      this.undone.set(target, review ? { ...row, cardId: review.cardId } : row);
    }
    for (const { before, after } of recounted) {
      if (!this.reviewIds.has(before.operationId)) continue;
      this.#add(before, -1);
      this.#add(after, 1);
    }
    if (!review) return;
    this.reviewIds.add(review.operationId);
    this.#add(review, is === 'undone' ? -1 : 1);
  }

  /** Past logs that stand there and that the log lacks count on. */
  addKeptLog(log: KeptPastLog): void {
    this.#past.count(log, 1);
  }

  /** The totals of all days, of answers given here and elsewhere. */
  get days(): readonly DayTotals[] {
    const days = new Map(this.#days);
    for (const row of this.#past.rows()) {
      const key = `${row.deckId}\n${row.studyDay}`;
      const known = days.get(key);
      days.set(key, known ? sumOfDays(known, row) : row);
    }
    return [...days.values()];
  }

  /** Answers that stand there and that the log lacks count on. */
  async addKept(db: RoundsDatabase): Promise<void> {
    const undone = new Set(await db.undone.toCollection().primaryKeys());
    for (const review of await db.reviews.toArray()) {
      const { operationId } = review;
      if (!this.reviewIds.has(operationId) && !undone.has(operationId)) this.#add(review, 1);
    }
  }

  #add(review: Review, sign: 1 | -1): void {
    for (const deckId of [review.deckId, ALL_DECKS]) {
      const key = `${deckId}\n${review.studyDay}`;
      const day = this.#days.get(key) ?? emptyDay(deckId, review.studyDay);
      this.#days.set(key, countReview(day, review, sign));
    }
  }
}
