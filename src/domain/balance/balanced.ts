import type { Card } from '../collection/card.ts';
import { type Preset, schedulerOptions, type StudySettings } from '../collection/deck.ts';
import { type DayRange, fuzzFraction } from '../memory/fuzz.ts';
import { type ChosenDays, type Grade, GRADES, type Schedule } from '../memory/schedule.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import { chosenDay, type PossibleDay } from './choose-day.ts';
import type { DaysAhead } from './days-ahead.ts';
import { hasEasyDays, shareOfDay } from './easy-days.ts';
import { previewInRange, type RangedSchedule } from './ranged-schedule.ts';

/** A card as it is shown to be graded. */
export interface Shown {
  readonly card: Pick<Card, 'id' | 'schedule'>;
  readonly preset: Preset;
  readonly settings: StudySettings;
  /** Absent: fuzz alone chooses. */
  readonly daysAhead?: DaysAhead | undefined;
}

/**
 * The interval of each grade given now, where another day of fuzz's range is chosen than the one that
 * fuzz alone would give (BALANCE-1). The buttons tell it, and the answer's operation says it, since a
 * replay does not know what was due then.
 */
export function chosenDaysOf(shown: Shown, now: ClockReading): ChosenDays {
  const { card, preset, settings, daysAhead } = shown;
  if (!daysAhead || !isBalanced(preset)) return {};
  const { atMillis } = now;
  const moment = { atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
  const options = schedulerOptions(preset, settings);
  const plain = previewInRange(options, card.id, card.schedule, moment);
  const days = inBalance(shown, plain, moment.studyDay, daysAhead);
  const chosen: Partial<Record<Grade, number>> = {};
  for (const [at, grade] of GRADES.entries()) {
    const day = days[at];
    const isPlain = day === undefined || day === fixed(plain[at]?.schedule)?.[0];
    if (!isPlain) chosen[grade] = day;
  }
  return chosen;
}

function isBalanced({ fuzz, evenOut, easyDays }: Preset): boolean {
  return fuzz && (evenOut !== false || hasEasyDays(easyDays));
}

function inBalance(
  { card, preset }: Shown,
  outcomes: readonly RangedSchedule[],
  today: StudyDay,
  { due, siblings }: DaysAhead,
): readonly (number | undefined)[] {
  const { evenOut = true, easyDays } = preset;
  const ownDay = card.schedule.state === 'review' ? card.schedule.dueDay : undefined;
  const reps = (outcomes[0]?.schedule.reps ?? 1) - 1;
  const fraction = fuzzFraction(card.id, reps);
  const possible = (day: StudyDay): PossibleDay => {
    const share = shareOfDay(easyDays, day);
    if (!evenOut) return { day, share, due: 0, fromSibling: Number.POSITIVE_INFINITY };
    const others = Math.max(0, (due.get(day) ?? 0) - (day === ownDay ? 1 : 0));
    const fromSibling = siblings.map((sibling) => Math.abs(sibling - day));
    return { day, share, due: others, fromSibling: Math.min(...fromSibling) };
  };
  return inOrder(outcomes, ([shortest, longest]) => {
    const days = Array.from({ length: longest - shortest + 1 }, (_, at) =>
      possible(today + shortest + at),
    );
    return chosenDay(days, fraction) - today;
  });
}

/**
 * The grades' intervals as chosen, still in the order of MEMORY-11; none in steps of minutes. Good
 * chooses first, being given most, Hard and Again among what is left below it, Easy among what is
 * left above.
 */
function inOrder(
  outcomes: readonly RangedSchedule[],
  choose: (range: DayRange) => number,
): readonly (number | undefined)[] {
  // What each grade may still be; of those in steps of minutes nothing is known or asked.
  const open = outcomes.map(({ schedule, range }) => range ?? fixed(schedule));
  for (const at of [2, 1, 3, 0]) {
    const range = outcomes[at]?.range;
    if (!range) continue;
    let [least, most] = range;
    for (const [other, theirs] of open.entries()) {
      if (theirs && other < at) least = Math.max(least, theirs[0] + daysApart(other, at));
      if (theirs && other > at) most = Math.min(most, theirs[1] - daysApart(at, other));
    }
    // At the maximum all grades are alike, and there is no choice.
    const plain = fixed(outcomes[at]?.schedule);
    const day = least <= most ? choose([least, most]) : undefined;
    open[at] = day === undefined ? plain : [day, day];
  }
  return open.map((range) => range?.[0]);
}

function fixed(schedule: Schedule | undefined): DayRange | undefined {
  if (schedule?.state !== 'review') return undefined;
  return [schedule.intervalDays, schedule.intervalDays];
}

/** Days at least between two grades, from 0 Again; Again and Hard may be the same. */
function daysApart(lower: number, higher: number): number {
  return higher - lower - (lower === 0 ? 1 : 0);
}
