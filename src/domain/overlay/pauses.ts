import type { WorkloadWithOverlay } from '../exam/overlay-workload.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { type CatchUp, MOST_DAYS, type StudyBreak } from './overlay.ts';

export type Pause = StudyBreak | CatchUp;
export type Phase = 'now' | 'ahead' | 'over';

/** The first and the last day that `pause` has a say in, the days of spreading included. */
function daysOfPause(pause: Pause): { readonly first: StudyDay; readonly last: StudyDay } {
  return pause.kind === 'break'
    ? { first: pause.fromDay, last: pause.toDay + pause.spreadDays }
    : { first: pause.fromDay, last: pause.fromDay + pause.spreadDays - 1 };
}

export function phaseOf(pause: Pause, today: StudyDay): Phase {
  const { first, last } = daysOfPause(pause);
  if (today < first) return 'ahead';
  return today > last ? 'over' : 'now';
}

/** Half of a break's days, three at least. */
export function spreadAfterBreak(days: number): number {
  return Math.min(MOST_DAYS, Math.max(3, Math.round(days / 2)));
}

/** Fewest minutes that a catch-up may add to a day. */
const BEARABLE_MINUTES = 15;
/** Longer than this, and a backlog would never seem to end. */
const LONGEST_CATCH_UP = 60;

/**
 * Days over which a backlog is bearable: each adds to a day no more than such a day has anyhow, or
 * a quarter of an hour where that is little.
 */
export function bearableDays(backlogMinutes: number, usualMinutes: number): number {
  const extra = Math.max(BEARABLE_MINUTES, usualMinutes);
  return Math.min(LONGEST_CATCH_UP, Math.max(2, Math.ceil(backlogMinutes / extra)));
}

/** The day that asks for most, without and with a break or catch-up, in minutes. */
export function heaviest(days: readonly WorkloadWithOverlay[]): {
  readonly before: number;
  readonly after: number;
} {
  return {
    before: Math.max(0, ...days.map((day) => day.minutesBefore)),
    after: Math.max(0, ...days.map((day) => day.minutesAfter)),
  };
}
