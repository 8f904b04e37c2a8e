import type { Schedule } from '../memory/schedule.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import type { Settled } from './settle.ts';

/** What becomes of a card's date: 'begun' for a new card that gets its first. */
export type DueChange = 'later' | 'sooner' | 'same' | 'begun';

/** How many cards come later, sooner, on the same day, or for the first time. */
export type DueChanges = Readonly<Record<DueChange, number>>;

export function dueChange({ before, after }: Settled, at: DayCount): DueChange {
  if (before.schedule.state === 'new') return 'begun';
  const days = daysLater({ before, after }, at);
  if (days === 0) return 'same';
  return days > 0 ? 'later' : 'sooner';
}

/** By how many days a card comes later; less than 0: sooner. */
export function daysLater({ before, after }: Pick<Settled, 'before' | 'after'>, at: DayCount) {
  return (
    (askedDayOf(after.schedule, at) ?? at.today) - (askedDayOf(before.schedule, at) ?? at.today)
  );
}

/** How days are counted now. */
export interface DayCount {
  readonly today: StudyDay;
  readonly utcOffsetMinutes: ClockReading['utcOffsetMinutes'];
  readonly rolloverHour: number;
}

export function dueChanges(cards: readonly Settled[], at: DayCount): DueChanges {
  const sums = { later: 0, sooner: 0, same: 0, begun: 0 };
  for (const card of cards) sums[dueChange(card, at)]++;
  return sums;
}

/** The study day on which a card is asked for: today where it is overdue; undefined: it is new. */
export function askedDayOf(
  schedule: Schedule,
  { today, utcOffsetMinutes, rolloverHour }: DayCount,
): StudyDay | undefined {
  if (schedule.state === 'new') return undefined;
  if (schedule.state === 'review') return Math.max(today, schedule.dueDay);
  const dueDay = studyDayOf({ atMillis: schedule.dueAtMillis, utcOffsetMinutes }, rolloverHour);
  return Math.max(today, dueDay);
}
