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
