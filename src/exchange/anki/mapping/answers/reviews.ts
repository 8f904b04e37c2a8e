import { answersAmong, type LoggedAnswer } from '../../../../domain/import/past-answers-of.ts';
import type { PastEntry } from '../../../../domain/import/past-log.ts';
import type { AnkiReviews } from '../../anki-collection.ts';
import type { AnkiDays } from '../schedules.ts';

/** A card's `rows` of the log, one by one, as they are kept. */
export function* entriesOfCard(reviews: AnkiReviews, rows: Int32Array): Generator<PastEntry> {
  for (const at of rows) {
    yield {
      atMillis: reviews.ids[at] ?? 0,
      grade: reviews.ease[at] ?? 0,
      interval: reviews.intervals[at] ?? 0,
      lastInterval: reviews.lastIntervals[at] ?? 0,
      factor: reviews.factors[at] ?? 0,
      durationMillis: reviews.millis[at] ?? 0,
      type: reviews.types[at] ?? 0,
    };
  }
}

/**
 * The answers among a card's `rows`, oldest first. Cramming, dates set by hand and forgetting are
 * no answers (ANKI-8); they stay in the columns they came in.
 */
export function reviewsOfCard(
  reviews: AnkiReviews,
  rows: Int32Array,
  days: AnkiDays,
): readonly LoggedAnswer[] {
  return answersAmong(entriesOfCard(reviews, rows), days);
}
