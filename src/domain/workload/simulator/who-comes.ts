import type { ReviewOrder } from '../../collection/deck.ts';

/** So finely orders tell one review from another. */
const PLACES = 4096;

/** What an order looks at. Days. */
export interface OrderedReview {
  readonly overdueDays: number;
  readonly elapsedDays: number;
  readonly intervalDays: number;
  /** Predicted, 0 to 1. */
  readonly recall: number;
}

/** Where a review stands in `order`, from 0 to below 4096; what stands alike is as good as drawn (QUEUE-4). */
export function placeIn(order: ReviewOrder, review: OrderedReview): number {
  switch (order) {
    case 'due-then-random':
      return within(PLACES - 1 - review.overdueDays);
    case 'least-retrievable-first':
      return within(review.recall * PLACES);
    case 'most-retrievable-first':
      return within((1 - review.recall) * PLACES);
    case 'most-overdue-first':
      return within(PLACES / (1 + review.elapsedDays / Math.max(1, review.intervalDays)));
  }
}

function within(place: number): number {
  return Math.max(0, Math.min(PLACES - 1, Math.floor(place)));
}

/** `cards` by their `places`, without comparing any two: a backlog of thousands is put in order every day. */
export function byPlace(cards: readonly number[], places: Uint16Array): Int32Array {
  const starts = new Int32Array(PLACES + 1);
  for (let at = 0; at < cards.length; at++) {
    const behind = (places[at] ?? 0) + 1;
    starts[behind] = (starts[behind] ?? 0) + 1;
  }
  for (let place = 1; place <= PLACES; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const sorted = new Int32Array(cards.length);
  for (let at = 0; at < cards.length; at++) {
    const place = places[at] ?? 0;
    sorted[starts[place] ?? 0] = cards[at] ?? 0;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  return sorted;
}
