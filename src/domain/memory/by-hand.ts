import { MIDDLE_DIFFICULTY } from './repair.ts';
import type { LastReview, Moment, NewSchedule, Schedule } from './schedule.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** A card as if it had never been graded. Its reviews stay in the log. */
export function forgotten(): NewSchedule {
  return { state: 'new', reps: 0, lapses: 0 };
}

/**
 * `schedule` made due on `dueDay`. Memory stays as it is; a card without one is given a stability
 * equal to the days it is put off. A day before today means today (CARD-1).
 */
export function setDue(schedule: Schedule, dueDay: StudyDay, moment: Moment): Schedule {
  const day = Math.max(dueDay, moment.studyDay);
  const lastReview: LastReview =
    schedule.state === 'new'
      ? { atMillis: moment.atMillis, studyDay: moment.studyDay }
      : schedule.lastReview;
  const intervalDays = Math.max(1, day - lastReview.studyDay);
  const memory =
    schedule.state === 'new'
      ? { stability: intervalDays, difficulty: MIDDLE_DIFFICULTY }
      : schedule.memory;
  return {
    state: 'review',
    reps: schedule.reps,
    lapses: schedule.lapses,
    memory,
    intervalDays,
    dueDay: day,
    lastReview,
  };
}

/**
 * `schedule` with a last review that lies after `moment` moved to it, intervals kept: what was
 * answered under a clock that ran ahead counts as answered now.
 */
export function redated(schedule: Schedule, moment: Moment): Schedule {
  if (schedule.state === 'new' || schedule.lastReview.studyDay <= moment.studyDay) return schedule;
  const lastReview: LastReview = { atMillis: moment.atMillis, studyDay: moment.studyDay };
  if (schedule.state === 'review') {
    return { ...schedule, lastReview, dueDay: moment.studyDay + schedule.intervalDays };
  }
  const waitMillis = Math.max(0, schedule.dueAtMillis - schedule.lastReview.atMillis);
  return { ...schedule, lastReview, dueAtMillis: moment.atMillis + waitMillis };
}
