import type { CatchUp, Overlay, StudyBreak } from '../overlay/overlay.ts';
import type { StudentModel } from '../planner/input.ts';
import type { Card } from '../collection/card.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { dueSeconds } from './seconds.ts';
import { breakOn, shareOfPile, spreadOn } from './spread.ts';

/** A day with and without a break or a catch-up. */
export interface WorkloadWithOverlay {
  readonly studyDay: StudyDay;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

/** Days that a preview looks beyond the end of the break or the catch-up. */
const DAYS_AFTER = 7;
const FEWEST_DAYS = 21;

/**
 * The reviews that the dates as they stand ask for, day by day, without and with `overlay` (EXAM-20).
 * Reviews that today's answers will bring are in neither.
 */
export function overlayWorkload(
  overlay: StudyBreak | CatchUp,
  others: readonly Overlay[],
  cards: readonly Card[],
  today: StudyDay,
  student: StudentModel,
): readonly WorkloadWithOverlay[] {
  const end =
    overlay.kind === 'break'
      ? overlay.toDay + overlay.spreadDays
      : overlay.fromDay + overlay.spreadDays - 1;
  const days = Math.max(FEWEST_DAYS, end - today + 1 + DAYS_AFTER);
  const due = dueSeconds(cards, today, days, student);
  const rest = others.filter(({ id }) => id !== overlay.id);
  const before = followed(rest, due, today);
  const after = followed([...rest, { ...overlay, isOn: true }], due, today);
  return Array.from(due, (_, day) => ({
    studyDay: today + day,
    minutesBefore: (before[day] ?? 0) / 60,
    minutesAfter: (after[day] ?? 0) / 60,
  }));
}

/** Seconds done a day where each day does what is waiting, but for breaks and shares of a pile. */
function followed(overlays: readonly Overlay[], due: Float64Array, today: StudyDay): Float64Array {
  let pile = 0;
  return due.map((seconds, day) => {
    // The first day's seconds are those of everything overdue.
    const waits = day === 0 ? { pile: seconds, own: 0 } : { pile, own: seconds };
    pile = waits.pile + waits.own;
    if (breakOn(overlays, today + day)) return 0;
    const spread = spreadOn(overlays, today + day);
    const done = spread ? Math.min(pile, shareOfPile(waits, 0, spread)) : pile;
    pile -= done;
    return done;
  });
}
