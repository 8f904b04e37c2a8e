import type { Grade } from '../../../domain/memory/schedule.ts';
import type { Review } from '../../../domain/collection/review.ts';
import { elapsedDays, studyDayOf } from '../../../kernel/study-day.ts';
import type { AnkiReviews } from '../anki-collection.ts';
import { entryKind } from './histories.ts';
import type { AnkiDays } from './schedules.ts';

/** An answer of Anki's log as statistics and searches want it; its memory is not in the log. */
export type ReviewOfAnki = Pick<
  Review,
  'atMillis' | 'studyDay' | 'grade' | 'durationMillis' | 'kind' | 'elapsedDays' | 'intervalDays'
>;

const LEARNING = 0;
const RELEARNING = 2;

/**
 * The answers among a card's `rows`, oldest first. Cramming, dates set by hand and forgetting are
 * no answers (ANKI-8); they stay in the columns they came in.
 */
export function reviewsOfCard(
  reviews: AnkiReviews,
  rows: Int32Array,
  days: AnkiDays,
): readonly ReviewOfAnki[] {
  const answers: ReviewOfAnki[] = [];
  let before: number | undefined;
  for (const at of rows) {
    if (entryKind(reviews, at) !== 'answer') continue;
    const atMillis = reviews.ids[at] ?? 0;
    const studyDay = studyDayOf({ atMillis, ...days }, days.rolloverHour);
    const type = reviews.types[at];
    const isInSteps = type === LEARNING || type === RELEARNING;
    answers.push({
      atMillis,
      studyDay,
      grade: reviews.ease[at] as Grade,
      durationMillis: Math.max(0, reviews.millis[at] ?? 0),
      kind: before === undefined && type === LEARNING ? 'new' : isInSteps ? 'learning' : 'review',
      elapsedDays: before === undefined ? 0 : elapsedDays(before, studyDay),
      // Below 0 they are seconds: the card stayed in its steps.
      intervalDays: Math.max(0, reviews.intervals[at] ?? 0),
    });
    before = studyDay;
  }
  return answers;
}
