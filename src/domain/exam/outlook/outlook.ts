import { plural, t } from '../../../kernel/texts.ts';
import { MINUTES_PER_DAY } from '../../../kernel/time.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { RecallRange } from './recall-range.ts';

/** All that the exam page shows: what the minutes will give, before and after saving. */
export interface ExamOutlook {
  readonly today: StudyDay;
  readonly examDay: StudyDay;
  /** Study days from today to the exam; 0 on its day, negative after it. */
  readonly daysLeft: number;
  readonly cards: number;
  /** Of those in study. */
  readonly cardIds: readonly CardId[];
  /** Of them suspended as leeches: they are out of study, and the exam asks about them all the same. */
  readonly leeches: number;
  /** Of them never studied so far. */
  readonly unseen: number;
  readonly predicted: RecallRange;
  /** Predicted if nothing is studied from now on. */
  readonly withoutStudy: number;
  readonly sections: readonly SectionOutlook[];
  /** Sections that were chosen or weighted and have no card in study. */
  readonly uncovered: readonly string[];
  /** Decks that were chosen and are deleted. */
  readonly lostDecks: number;
  /** New cards that will not fit, the last of the deck first to go. */
  readonly unfitting: Unfitting;
  /**
   * Minutes a day (mean over the days left) against predicted recall; never falls. Empty until its
   * points are worked out, each a plan of its own.
   */
  readonly curve: readonly CurvePoint[];
  /** Minutes a day on average as they are set: those of the day, which other exams may share. */
  readonly minutesADay: number;
  /** Another exam gives some of these days more minutes than this one does. */
  readonly isShared?: boolean;
  /** Whether some days have other minutes, so that the average is said to be one. */
  readonly isUneven: boolean;
  readonly days: readonly PlannedDay[];
  /** Whether this came from the quick tier and a better plan is on its way. */
  readonly isRough: boolean;
}

export interface SectionOutlook {
  readonly section: string;
  readonly cards: number;
  readonly unseen: number;
  readonly weight: number;
  readonly predicted: RecallRange;
  readonly withoutStudy: number;
}

export interface Unfitting {
  readonly cardIds: readonly CardId[];
  readonly sections: readonly { readonly section: string; readonly cards: number }[];
}

export interface CurvePoint {
  readonly minutesADay: number;
  readonly recall: number;
}

/** One study day before the exam: what the plan asks for against what the person has. */
export interface PlannedDay {
  readonly studyDay: StudyDay;
  readonly minutes: number;
  /** The exam's minutes less what other reviews take. */
  readonly budgetMinutes: number;
  /** What the ordinary dates ask for on this day, of all cards. */
  readonly ordinaryMinutes: number;
  readonly newCards: number;
  readonly isOff: boolean;
  /** The ordinary dates ask for more than the day has. */
  readonly isAtRisk: boolean;
}

/** Shares of a person's own minutes that the curve is drawn through, the telling ones first. */
export const CURVE_FACTORS = [0.5, 1.5, 0.25, 2, 0.1, 3, 0.75, 1.25] as const;

/** The outlook with its curve through no study, the minutes as they are, and what is known so far. */
export function withCurve(
  outlook: ExamOutlook,
  known: readonly { readonly factor: number; readonly recall: number }[],
): ExamOutlook {
  // Without any minutes there is nothing to draw against.
  if (!(outlook.minutesADay > 0)) return { ...outlook, curve: [] };
  const points = [
    { factor: 0, recall: outlook.withoutStudy },
    { factor: 1, recall: outlook.predicted.expected },
    ...known,
  ].sort((a, b) => a.factor - b.factor);
  let most = 0;
  const curve = points.map(({ factor, recall }) => {
    // Whoever has more minutes may leave some unused.
    most = Math.max(most, recall);
    return { minutesADay: factor * outlook.minutesADay, recall: most };
  });
  return { ...outlook, curve };
}

/** Below this recall, minutes are not called enough for it. */
const ENOUGH = 0.8;
/** The targets that the verdict names, 0 to 1. */
const TARGETS = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99];

/** Minutes a day that give `recall`, between the points of the curve; undefined: not to be reached. */
export function minutesFor(curve: readonly CurvePoint[], recall: number): number | undefined {
  for (let index = 0; index < curve.length; index++) {
    const point = curve[index];
    if (!point || point.recall < recall) continue;
    const before = curve[index - 1];
    if (!before || point.recall === before.recall) return point.minutesADay;
    const share = (recall - before.recall) / (point.recall - before.recall);
    return before.minutesADay + share * (point.minutesADay - before.minutesADay);
  }
  return undefined;
}

/** What the minutes will give, in plain words (EXAM-11). Recall is always called predicted. */
export function verdictOf(outlook: ExamOutlook): string {
  const { cards, daysLeft, minutesADay, predicted, withoutStudy } = outlook;
  if (daysLeft <= 0) return t`No day is left before this exam: nothing is planned.`;
  if (cards === 0) return t`No card in study is about this exam yet.`;
  if (minutesADay === 0) {
    return t`No day before the exam has any minutes: nothing is planned; predicted without study ${percent(withoutStudy)}.`;
  }
  const shared = outlook.isShared ? t`, shared with other exams,` : '';
  const given = `${minutes(minutesADay)} a day${outlook.isUneven ? t` on average` : ''}${shared}`;
  const recall = percent(predicted.expected);
  // Minutes that change no figure are not said to give it.
  if (recall === percent(withoutStudy)) {
    return t`Predicted: about ${recall}, with ${given} and without study${more(outlook)}.`;
  }
  const now =
    predicted.expected >= ENOUGH
      ? t`${given} is enough for about ${recall}`
      : t`${given} gives about ${recall}`;
  const other = more(outlook) || fewer(outlook);
  return t`Predicted: ${now}${other}; without study ${percent(withoutStudy)}.`;
}

/** Said where more minutes reach the next mark. */
function more({ curve, ...outlook }: ExamOutlook): string {
  const { minutesADay, predicted } = outlook;
  const next = TARGETS.find((target) => target > predicted.expected + 0.005);
  if (next === undefined || !isOwn(curve, outlook)) return '';
  const needed = minutesFor(curve, next);
  if (needed === undefined || needed <= minutesADay + 0.5) return '';
  const whole = Math.ceil(needed);
  return whole <= MINUTES_PER_DAY ? t`; ${whole} would give ${percent(next)}` : '';
}

/** Recall may fall by so much and still be called as good: what the verdict's figures round away. */
const AS_GOOD = 0.005;
/** And by no more than so much of what study gives: of 1 %, half a point is the half. */
const AS_GOOD_SHARE = 0.05;
/** Fewer minutes are worth naming from this share of those set on. */
const WORTH_NAMING = 0.8;

/** Said where a good part of the minutes gives nothing any more. */
function fewer({ curve, ...outlook }: ExamOutlook): string {
  const { predicted, withoutStudy, minutesADay } = outlook;
  if (!isOwn(curve, outlook)) return '';
  const gained = predicted.expected - withoutStudy;
  const needed = minutesFor(curve, predicted.expected - Math.min(AS_GOOD, gained * AS_GOOD_SHARE));
  // That no study at all gives as much, the end of the sentence says.
  if (needed === undefined || needed === 0) return '';
  const whole = Math.ceil(needed);
  return whole <= minutesADay * WORTH_NAMING && whole < Math.round(minutesADay)
    ? t`; ${whole} would give about as much`
    : '';
}

/** The curve of an exam as it was stays in sight while its new one is awaited; it tells nothing of it. */
function isOwn(
  curve: readonly CurvePoint[],
  { minutesADay, predicted }: Pick<ExamOutlook, 'minutesADay' | 'predicted'>,
): boolean {
  return curve.some(
    (point) =>
      point.minutesADay === minutesADay && Math.abs(point.recall - predicted.expected) < AS_GOOD,
  );
}

function percent(recall: number): string {
  return `${Math.round(recall * 100)} %`;
}

function minutes(value: number): string {
  const whole = Math.round(value);
  if (whole === 0) return t`less than a minute`;
  return plural(whole, '1 minute', '# minutes');
}
