import type { Review } from './review.ts';

/** What a study session came to (REVIEW-8). */
export interface Summary {
  readonly answers: number;
  /** Different cards among them. */
  readonly cards: number;
  /** Answers graded Hard, Good or Easy. */
  readonly recalled: number;
  readonly millis: number;
}

export function summaryOf(reviews: readonly Review[]): Summary {
  return {
    answers: reviews.length,
    cards: new Set(reviews.map((review) => review.cardId)).size,
    recalled: reviews.filter((review) => review.grade > 1).length,
    millis: reviews.reduce((sum, review) => sum + review.durationMillis, 0),
  };
}
