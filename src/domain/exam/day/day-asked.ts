import type { DayAsked } from '../../study/today/today.ts';
import { type DayPlan, minutesLeft, minutesOfPlan } from './day-plan.ts';

/** A planned day as Today says it: what it asks for, and the break it lies in. */
export interface PlannedDayAsked extends DayAsked {
  readonly break: DayPlan['break'];
}

/** What a plan asks for, in cards and in minutes: those of its cards, or those left of the day. */
export function askedOf(
  plan: Pick<DayPlan, 'studyDay' | 'cards' | 'learning' | 'budget' | 'break'>,
): PlannedDayAsked {
  const left = minutesLeft(plan);
  const isOver = plan.break !== undefined || left === 0;
  const fresh = plan.cards.filter(({ isNew }) => isNew).length;
  return {
    studyDay: plan.studyDay,
    left: isOver
      ? { new: 0, learning: 0, review: 0 }
      : { new: fresh, learning: plan.learning.cards, review: plan.cards.length - fresh },
    minutes: isOver ? 0 : Math.min(minutesOfPlan(plan), left ?? Number.POSITIVE_INFINITY),
    break: plan.break,
  };
}
