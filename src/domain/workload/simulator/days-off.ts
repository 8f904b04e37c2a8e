import { type StudyDay, weekdayOf } from '../../../kernel/study-day.ts';

/** Days without study that are tried out. */
export interface DaysOff {
  /** Monday 0 to Sunday 6. */
  readonly weekdays: readonly number[];
  readonly pause?: DaysInARow | undefined;
}
export interface DaysInARow {
  readonly from: StudyDay;
  /** The last one. */
  readonly to: StudyDay;
}

export const NO_DAYS_OFF: DaysOff = { weekdays: [] };

export function isDayOff({ weekdays, pause }: DaysOff, day: StudyDay): boolean {
  if (pause && pause.from <= day && day <= pause.to) return true;
  return weekdays.includes(weekdayOf(day));
}
