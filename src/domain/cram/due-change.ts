import type { Schedule } from '../scheduling/schedule.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../scheduling/study-day.ts';
import type { Settled } from './settle.ts';

/** What becomes of a card's date: 'begun' for a new card that gets its first. */
export type DueChange = 'later' | 'sooner' | 'same' | 'begun';

/** How many cards come later, sooner, on the same day, or for the first time. */
export type DueChanges = Readonly<Record<DueChange, number>>;

/** `at`: where the days are counted, as the clock reads now. */
export function dueChange({ before, after }: Settled, at: DayCount): DueChange {
  if (before.schedule.state === 'new') return 'begun';
  const from = dueDayOf(before.schedule, at) ?? 0;
  const to = dueDayOf(after.schedule, at) ?? 0;
  if (to === from) return 'same';
  return to > from ? 'later' : 'sooner';
}

export interface DayCount {
  readonly utcOffsetMinutes: ClockReading['utcOffsetMinutes'];
  readonly rolloverHour: number;
}

export function dueChanges(cards: readonly Settled[], at: DayCount): DueChanges {
  const sums = { later: 0, sooner: 0, same: 0, begun: 0 };
  for (const card of cards) sums[dueChange(card, at)]++;
  return sums;
}

/** The study day on which a card is due; undefined for a new one. */
export function dueDayOf(
  schedule: Schedule,
  { utcOffsetMinutes, rolloverHour }: DayCount,
): StudyDay | undefined {
  if (schedule.state === 'new') return undefined;
  if (schedule.state === 'review') return schedule.dueDay;
  return studyDayOf({ atMillis: schedule.dueAtMillis, utcOffsetMinutes }, rolloverHour);
}
