import type { SchedulerOptions } from '../memory/schedule.ts';
import { type StudyDay, weekdayOf } from '../../kernel/study-day.ts';

/** How much a weekday may hold beside the others: as much, about half, or nothing where possible. */
export type DayEase = 'normal' | 'reduced' | 'minimum';

/** What each weekday may hold, Monday first; a weekday that is not said is normal. */
export type EasyDays = readonly DayEase[];

/** How cards come back: FSRS, and on which weekdays rather than others. */
export interface WeekdayOptions extends SchedulerOptions {
  readonly easyDays?: EasyDays | undefined;
}

const SHARES: Readonly<Record<DayEase, number>> = { normal: 1, reduced: 0.5, minimum: 0 };

/** What `day` may hold beside a normal day: 1, 0.5 or 0. */
export function shareOfDay(easyDays: EasyDays | undefined, day: StudyDay): number {
  return SHARES[easyDays?.[weekdayOf(day)] ?? 'normal'];
}

/** Whether any weekday is easier than the others. */
export function hasEasyDays(easyDays: EasyDays | undefined): boolean {
  return easyDays?.some((ease) => ease !== 'normal') ?? false;
}
