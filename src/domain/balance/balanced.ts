import type { Card } from '../collection/card.ts';
import { type Preset, schedulerOptions, type StudySettings } from '../collection/deck.ts';
import { type DayRange, fuzzFraction } from '../memory/fuzz.ts';
import {
  type ChosenDays,
  type Grade,
  GRADES,
  type Moment,
  type Schedule,
} from '../memory/schedule.ts';
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
  const { atMillis } = now;
  return chosenDaysAt(shown, { atMillis, studyDay: studyDayOf(now, shown.settings.rolloverHour) });
}

/** The same at a moment of a study day. */
export function chosenDaysAt(shown: Shown, moment: Moment): ChosenDays {
  const { card, preset, settings, daysAhead } = shown;
  if (!daysAhead || !isBalanced(preset)) return {};
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

/** Whether any other day than fuzz's own is ever taken under these options. */
export function isBalanced({
  fuzz,
  evenOut,
  easyDays,
}: Pick<Preset, 'fuzz' | 'evenOut' | 'easyDays'>): boolean {
  return fuzz && (evenOut !== false || hasEasyDays(easyDays));
}

function inBalance(
  { card, preset }: Shown,
  outcomes: readonly RangedSchedule[],
  today: StudyDay,
  { due, siblings }: DaysAhead,
): readonly (number | undefined)[] {
  const ownDay = card.schedule.state === 'review' ? card.schedule.dueDay : undefined;
  const reps = (outcomes[0]?.schedule.reps ?? 1) - 1;
  const fraction = fuzzFraction(card.id, reps);
  const dueOn = (day: StudyDay) => (due.get(day) ?? 0) - (day === ownDay ? 1 : 0);
  return inOrder(outcomes, (range) =>
    intervalInBalance(range, { fraction, today, dueOn, siblings }, preset),
  );
}

/** What the choice of an interval depends on beside the options. */
export interface DayChoice {
  /** 0 or more and below 1. */
  readonly fraction: number;
  readonly today: StudyDay;
  /** Reviews of all decks on a day, without the card's own. */
  readonly dueOn: (day: StudyDay) => number;
  readonly siblings?: readonly StudyDay[];
}

/** Days until the next review, of `range`, as study chooses them and as they are played out (BALANCE-10). */
export function intervalInBalance(
  [shortest, longest]: DayRange,
  { fraction, today, dueOn, siblings = [] }: DayChoice,
  { evenOut = true, easyDays }: Pick<Preset, 'evenOut' | 'easyDays'>,
): number {
  const days = Array.from({ length: longest - shortest + 1 }, (_, at): PossibleDay => {
    const day = today + shortest + at;
    const share = shareOfDay(easyDays, day);
    if (!evenOut) return { day, share, due: 0, fromSibling: Number.POSITIVE_INFINITY };
    const fromSibling = siblings.map((sibling) => Math.abs(sibling - day));
    return { day, share, due: Math.max(0, dueOn(day)), fromSibling: Math.min(...fromSibling) };
  });
  return chosenDay(days, fraction) - today;
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
