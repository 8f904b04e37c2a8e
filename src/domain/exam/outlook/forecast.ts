import type { OverlayId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { RecallRange } from './recall-range.ts';

/**
 * What was predicted for an exam on a day, kept on this device: beside the mark afterwards, and to
 * say what changed from one day to the next. Not an operation: it can be predicted anew.
 */
export interface Forecast {
  readonly overlayId: OverlayId;
  readonly studyDay: StudyDay;
  readonly predicted: RecallRange;
  readonly withoutStudy: number;
  readonly cards: number;
  readonly unseen: number;
  readonly daysLeft: number;
  /** Minutes that the exam had on this day, and those of a week with its days off left out. */
  readonly minutesToday: number;
  readonly minutesAWeek: number;
  /** The sum of the section weights, to see that they were changed. */
  readonly weights: number;
  /**
   * Minutes that the plan had for this day and each of those until the exam: none on days off and of
   * breaks, and what other exams brought. Absent in forecasts of earlier versions, as what follows.
   */
  readonly givenMinutes?: readonly number[];
  /** The days of the other exams ahead, which share these minutes. */
  readonly others?: readonly StudyDay[];
  /** What else the exam is set to, to see that it was changed. */
  readonly rules?: string;
}

/** What is known of the days since the older forecast. */
export interface SinceThen {
  readonly older: Forecast;
  readonly newer: Forecast;
  /** Minutes studied from the older forecast's day on, until the day before the newer. */
  readonly studiedMinutes: number;
}

/** Below this, a change of the forecast is not worth a word. */
const WORTH_SAYING = 0.005;
/** From this share of the minutes on, others are a reason for it. */
const WORTH_NAMING = 0.05;

/** Why the forecast is another than it was, in one sentence; undefined: it is not (EXAM-12). */
export function forecastChangeInWords({
  older,
  newer,
  studiedMinutes,
}: SinceThen): string | undefined {
  const change = newer.predicted.expected - older.predicted.expected;
  const reason = reasonOf(older, newer, studiedMinutes, change);
  if (Math.abs(change) < WORTH_SAYING) return undefined;
  const from = percent(older.predicted.expected);
  const to = percent(newer.predicted.expected);
  return t`Predicted recall went from ${from} to ${to}: ${reason}.`;
}

function reasonOf(
  older: Forecast,
  newer: Forecast,
  studiedMinutes: number,
  change: number,
): string {
  const days = newer.studyDay - older.studyDay;
  const moved = newer.daysLeft + days - older.daysLeft;
  if (moved !== 0) return t`the exam was moved by ${counted(Math.abs(moved), 'day')}`;
  if (newer.cards !== older.cards) {
    const more = newer.cards - older.cards;
    return `${counted(Math.abs(more), 'card')} ${more > 0 ? t`came in` : t`went out`}`;
  }
  if (newer.minutesAWeek !== older.minutesAWeek) {
    const less = newer.minutesAWeek < older.minutesAWeek ? 'fewer' : 'more';
    return t`the exam has ${less} minutes a week now`;
  }
  if (newer.weights !== older.weights) return t`sections count differently now`;
  if (isOther(older.rules, newer.rules)) return t`the exam is set otherwise now`;
  // One that is over since was known to end.
  const known = older.others?.filter((day) => day > newer.studyDay);
  if (isOther(known?.join(), newer.others?.join())) return t`other exams share its days now`;
  if (older.givenMinutes && newer.givenMinutes) {
    const before = sumOf(older.givenMinutes.slice(days));
    const more = sumOf(newer.givenMinutes) - before;
    if (more * change > 0 && Math.abs(more) > WORTH_NAMING * before) {
      return more < 0
        ? t`the days until the exam have fewer minutes now`
        : t`the days until the exam have more minutes now`;
    }
  }
  const planned = older.givenMinutes
    ? sumOf(older.givenMinutes.slice(0, days))
    : older.minutesToday * days;
  const missed = planned - studiedMinutes;
  if (change < 0 && missed > 1) {
    return days > 1
      ? t`${counted(days, 'day')} passed with less study than planned`
      : t`${counted(Math.round(missed), 'minute')} of yesterday’s plan ${wasOrWere(missed)} left`;
  }
  if (change > 0 && missed < -1) {
    return t`${counted(Math.round(-missed), 'minute')} more than planned ${wasOrWere(-missed)} studied`;
  }
  return change > 0
    ? t`your answers were better than expected`
    : t`your answers were harder than expected`;
}

/** Where one of both is not known, nothing is said of it. */
function isOther<Value>(before: Value | undefined, after: Value | undefined): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

function sumOf(minutes: readonly number[] = []): number {
  return minutes.reduce((sum, each) => sum + each, 0);
}

function percent(recall: number): string {
  return `${(recall * 100).toFixed(1).replace(/\.0$/, '')} %`;
}

function wasOrWere(minutes: number): string {
  return plural(Math.round(minutes), 'was', 'were');
}

function counted(number: number, noun: string): string {
  return plural(number, '# {noun}', '# {noun}s', { noun });
}
