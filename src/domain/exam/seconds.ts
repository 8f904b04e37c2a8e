import type { Card } from '../collection/card.ts';
import type { StudentModel } from '../planner/input.ts';
import type { LearningSchedule, ReviewSchedule } from '../memory/schedule.ts';
import { forgettingCurve } from '../memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';

/** Expected seconds of a review on `day`: recalled, or forgotten and learnt again. */
export function expectedReviewSeconds(
  { memory, lastReview }: ReviewSchedule | LearningSchedule,
  day: StudyDay,
  { weights, passSeconds, failSeconds }: StudentModel,
): number {
  const recall = forgettingCurve({ weights }, memory, elapsedDays(lastReview.studyDay, day));
  return recall * passSeconds + (1 - recall) * failSeconds;
}

/** Seconds of the reviews that fall due by their ordinary dates, by days from today. */
export function dueSeconds(
  cards: readonly Card[],
  today: StudyDay,
  days: number,
  student: StudentModel,
): Float64Array {
  const seconds = new Float64Array(days);
  for (const { schedule, buriedUntil, suspended, absent } of cards) {
    if (schedule.state === 'new' || suspended || absent) continue;
    const dueDay = schedule.state === 'review' ? schedule.dueDay : today;
    const day = Math.max(0, Math.max(dueDay, buriedUntil) - today);
    if (day < days)
      seconds[day] = (seconds[day] ?? 0) + expectedReviewSeconds(schedule, today + day, student);
  }
  return seconds;
}
