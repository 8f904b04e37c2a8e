import type { Card } from '../../collection/card.ts';
import type { StudentModel } from '../../planner/input.ts';
import { oneReviewToday } from '../../planner/one-review.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { columnsOf } from '../plan-columns.ts';

/** Days ahead on which the worth of an ordinary review is looked at. */
export const VALUE_DAYS = 30;

export interface Valued {
  readonly card: Card;
  /** Rise of predicted recall a month from now if studied today rather than not at all, 0 to 1. */
  readonly gain: number;
  readonly seconds: number;
}

/** The cards with what studying them today is worth, the most valuable second first (EXAM-18). */
export function mostValuableFirst(
  cards: readonly Card[],
  today: StudyDay,
  student: StudentModel,
): readonly Valued[] {
  if (cards.length === 0) return [];
  const found = oneReviewToday({
    ...columnsOf(
      cards,
      cards.map(() => 0),
      today,
    ),
    groups: [{ targets: [{ day: VALUE_DAYS, weight: 1 }] }],
    budgetSeconds: new Float64Array(VALUE_DAYS),
    student,
  });
  return cards
    .map((card, row) => ({
      card,
      gain: found.gain[row] ?? 0,
      seconds: found.seconds[row] ?? student.passSeconds,
    }))
    .sort((a, b) => b.gain / b.seconds - a.gain / a.seconds || (a.card.id < b.card.id ? -1 : 1));
}
