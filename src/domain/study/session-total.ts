import type { Review } from '../collection/review.ts';
import type { CardId, OperationId } from '../../kernel/ids.ts';
import type { Progress } from './source.ts';

/** What a study session came to (REVIEW-8). */
export interface Summary {
  readonly answers: number;
  /** Different cards among them. */
  readonly cards: number;
  /** Answers graded Hard, Good or Easy. */
  readonly recalled: number;
  readonly millis: number;
}

/** A card that a session asked. */
export interface AnsweredCard {
  readonly cardId: CardId;
  /** Graded Again, once or more. */
  readonly isForgotten: boolean;
}

/** What the answers of a session come to, kept from card to card: one more costs the same always. */
export class SessionTotal implements Progress {
  readonly #byOperation = new Map<OperationId, Review>();
  /** Answers in force, by card. */
  readonly #byCard = new Map<CardId, number>();
  readonly answered = new Set<CardId>();
  #recalled = 0;
  #millis = 0;

  get answers(): number {
    return this.#byOperation.size;
  }

  get spentMillis(): number {
    return this.#millis;
  }

  get summary(): Summary {
    const { answers, answered, spentMillis: millis } = this;
    return { answers, cards: answered.size, recalled: this.#recalled, millis };
  }

  /** Each card once, in the order in which they came: worked out when it is asked, at the end. */
  get cards(): readonly AnsweredCard[] {
    const forgotten = new Map<CardId, boolean>();
    for (const { cardId, grade } of this.#byOperation.values()) {
      forgotten.set(cardId, forgotten.get(cardId) === true || grade === 1);
    }
    return [...forgotten].map(([cardId, isForgotten]) => ({ cardId, isForgotten }));
  }

  /** `review` in force, in place of what its operation led to before. */
  add(review: Review): void {
    this.remove(review.operationId);
    this.#byOperation.set(review.operationId, review);
    this.#count(review, 1);
  }

  /** No longer in force; nothing where it was not an answer of the session. */
  remove(operationId: OperationId): void {
    const review = this.#byOperation.get(operationId);
    if (!review) return;
    this.#byOperation.delete(operationId);
    this.#count(review, -1);
  }

  #count({ cardId, grade, durationMillis }: Review, sign: 1 | -1): void {
    const answers = (this.#byCard.get(cardId) ?? 0) + sign;
    this.#byCard.set(cardId, answers);
    if (answers > 0) this.answered.add(cardId);
    else this.answered.delete(cardId);
    this.#millis += sign * durationMillis;
    if (grade > 1) this.#recalled += sign;
  }
}
