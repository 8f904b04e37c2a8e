import type { StudyDay } from '../../../kernel/study-day.ts';
import { date } from './format.ts';

/** 'Mon, 30 Nov'. */
export function weekdayDate(studyDay: StudyDay): string {
  return date(studyDay, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** '30 Nov'. */
export function dayAndMonth(studyDay: StudyDay): string {
  return date(studyDay, { day: 'numeric', month: 'short' });
}
