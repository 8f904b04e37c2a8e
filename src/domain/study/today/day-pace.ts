import type { AnswerKind, DayTotals } from '../../collection/review.ts';
import { expectedSeconds } from '../../memory/time-estimate.ts';
import type { KindCounts } from '../limits.ts';

/** Days whose totals pace comes from. */
export const PACE_DAYS = 30;

/** Expected seconds by kind. */
export type Pace = Readonly<Record<AnswerKind, number>>;

/** The person's own means of the last 30 days where there are enough answers, else defaults. */
export function paceOf(days: readonly DayTotals[]): Pace {
  const seconds = (kind: AnswerKind): number => {
    const totals = days.map((day) => day.byKind[kind]);
    return expectedSeconds(kind, {
      count: totals.reduce((sum, { answers }) => sum + answers, 0),
      millis: totals.reduce((sum, { millis }) => sum + millis, 0),
    });
  };
  return { new: seconds('new'), learning: seconds('learning'), review: seconds('review') };
}

/** How long what is left takes at a pace. */
export function minutesOf(left: KindCounts, pace: Pace): number {
  const seconds = left.new * pace.new + left.learning * pace.learning + left.review * pace.review;
  return seconds / 60;
}
