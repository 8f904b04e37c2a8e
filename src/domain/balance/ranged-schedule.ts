import type { DayRange } from '../memory/fuzz.ts';
import { limitingOf, workedOut } from '../memory/outcome.ts';
import { repaired } from '../memory/repair.ts';
import {
  GRADES,
  type Moment,
  PRESENT_RULES,
  type Schedule,
  type SchedulerOptions,
} from '../memory/schedule.ts';
import { predictionsFor } from '../memory/scheduler.ts';
import type { CardId } from '../../kernel/ids.ts';

/** What a grade gives by fuzz alone, and among what days that chose; no range: it could be no other. */
export interface RangedSchedule {
  readonly schedule: Schedule;
  readonly range: DayRange | undefined;
}

/** The grades from Again to Easy, as `preview` has them, each with its range. */
export function previewInRange(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  { atMillis, studyDay }: Moment,
): readonly RangedSchedule[] {
  const sound = repaired(schedule);
  const predicted = predictionsFor(options, sound, studyDay);
  return GRADES.map((grade) => {
    const limiting = limitingOf(options, cardId, sound);
    const after = workedOut(limiting, { atMillis, studyDay }, predicted, grade, PRESENT_RULES);
    return { schedule: after, range: limiting.range };
  });
}
