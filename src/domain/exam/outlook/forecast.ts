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
}

/** What is known of the days since the older forecast. */
export interface SinceThen {
  readonly older: Forecast;
  readonly newer: Forecast;
  /** Minutes studied on the older forecast's day. */
  readonly studiedMinutes: number;
}

/** Below this, a change of the forecast is not worth a word. */
const WORTH_SAYING = 0.005;

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
  const missed = older.minutesToday - studiedMinutes;
  if (change < 0 && (missed > 1 || days > 1)) {
    return days > 1
      ? t`${counted(days, 'day')} passed with less study than planned`
      : t`${counted(Math.round(missed), 'minute')} of yesterday’s plan ${wasOrWere(missed)} left`;
  }
  if (change > 0 && studiedMinutes > older.minutesToday + 1) {
    const extra = studiedMinutes - older.minutesToday;
    return t`${counted(Math.round(extra), 'minute')} more than planned ${wasOrWere(extra)} studied`;
  }
  return change > 0
    ? t`your answers were better than expected`
    : t`your answers were harder than expected`;
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
