import type { Card } from '../../../collection/card.ts';
import type { Mixing } from '../../../collection/deck.ts';
import type { NewAndDue } from '../../limits.ts';

/** How new cards and reviews are mixed, and where in the day the mixture stands. */
export interface Mixture {
  readonly mixing: Mixing;
  /** Today's answers so far: mixing goes on where it stood. */
  readonly done: NewAndDue;
  /** How many are left today, beyond what was read too. */
  readonly left: NewAndDue;
}

/** How many of the first `count` are new cards, where as many are there as are counted (QUEUE-3). */
export function newAmong(count: number, { mixing, done, left }: Mixture): number {
  if (mixing === 'new-first') return Math.min(count, left.new);
  if (mixing === 'reviews-first') return Math.min(left.new, Math.max(0, count - left.review));
  const isNewNext = pacing(done, left);
  let atNew = 0;
  let atReview = 0;
  while (atNew + atReview < Math.min(count, left.new + left.review)) {
    if (isNewNext(atNew, atReview)) atNew++;
    else atReview++;
  }
  return atNew;
}

/** QUEUE-3: new cards keep pace with reviews, so that both run out together; or one after the other. */
export function mixed(
  reviews: readonly Card[],
  fresh: readonly Card[],
  { mixing, done, left }: Mixture,
): readonly Card[] {
  if (mixing === 'reviews-first') return [...reviews, ...fresh];
  if (mixing === 'new-first') return [...fresh, ...reviews];
  const isNewNext = pacing(done, {
    new: Math.max(left.new, fresh.length),
    review: Math.max(left.review, reviews.length),
  });
  const queue: Card[] = [];
  let atNew = 0;
  let atReview = 0;
  while (atNew < fresh.length || atReview < reviews.length) {
    const newIsNext =
      atReview >= reviews.length || (atNew < fresh.length && isNewNext(atNew, atReview));
    const card = newIsNext ? fresh[atNew++] : reviews[atReview++];
    if (card) queue.push(card);
  }
  return queue;
}

/** Whether a new card is next, after so many new cards and reviews of the queue. */
function pacing(done: NewAndDue, left: NewAndDue): (atNew: number, atReview: number) => boolean {
  const newTotal = done.new + left.new;
  const reviewTotal = done.review + left.review;
  return (atNew, atReview) => {
    if (atReview >= left.review) return true;
    if (atNew >= left.new) return false;
    return (done.new + atNew + 0.5) / newTotal < (done.review + atReview + 0.5) / reviewTotal;
  };
}
