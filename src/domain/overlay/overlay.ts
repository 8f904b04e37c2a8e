import type { DeckId, OverlayId } from '../../kernel/ids.ts';
import type { ClockReading, StudyDay } from '../../kernel/study-day.ts';
import { studyDayOf, weekdayOf } from '../../kernel/study-day.ts';

/** The longest break, catch-up or wait for an exam, in days. */
export const MOST_DAYS = 400;

/**
 * What lies over the ordinary dates and moves none of them: it only says which cards a day asks
 * for. Switched off or removed, the schedule is the one there would have been without it (EXAM-1).
 */
export type Overlay = Exam | StudyBreak | CatchUp;

interface Named {
  readonly id: OverlayId;
  readonly name: string;
  /** Switched off, it is kept and does nothing. */
  readonly isOn: boolean;
}

/** A date to be ready for. */
export interface Exam extends Named {
  readonly kind: 'exam';
  /** When it begins: the instant, and how far local time was ahead of UTC when it was entered. */
  readonly at: ClockReading;
  readonly cards: CardChoice;
  /** How much a card of a section counts, for those that do not count 1. */
  readonly weights: readonly SectionWeight[];
  /** Minutes of study by weekday, Monday first; seven numbers. */
  readonly minutes: readonly number[];
  /** Study days without any study. */
  readonly daysOff: readonly StudyDay[];
  /** Cards predicted below this recall (0 to 1) come first; absent: no floor. */
  readonly retentionFloor?: number;
  readonly otherReviews: OtherReviews;
  /** Entered after the exam. */
  readonly mark?: ExamMark;
}

/** Which cards: all of any of these decks (with those below) and sections, and what a search finds. */
export interface CardChoice {
  readonly deckIds: readonly DeckId[];
  readonly sections: readonly string[];
  /** In the language of docs/search.md; '' for none. */
  readonly search: string;
}

export interface SectionWeight {
  readonly section: string;
  /** 0 or more; 1 is what a card counts otherwise. */
  readonly weight: number;
}

/** What reviews that belong to no exam may take of a day's minutes, while an exam is ahead. */
export type OtherReviews = 'up-to-half' | 'when-time-is-left' | 'first';

export interface ExamMark {
  /** Share of the points, 0 to 1. */
  readonly achieved: number;
  /** What was predicted on the eve, as shown when the mark was entered; absent: nothing was. */
  readonly predicted?: number;
}

/** Days on which nothing is asked; what falls due in them is spread over days afterwards. */
export interface StudyBreak extends Named {
  readonly kind: 'break';
  readonly fromDay: StudyDay;
  /** The last day of the break. */
  readonly toDay: StudyDay;
  /** Days after the break over which the pile is spread; 1: all of it on the first day. */
  readonly spreadDays: number;
}

/** What is overdue on `fromDay`, spread over `spreadDays` days from then on. */
export interface CatchUp extends Named {
  readonly kind: 'catch-up';
  readonly fromDay: StudyDay;
  readonly spreadDays: number;
}

export const NO_CARDS: CardChoice = { deckIds: [], sections: [], search: '' };

/**
 * The day of the exam, by the calendar where it was entered: what is studied before it, in the night
 * or in the morning too, is of the study day before (EXAM-5).
 */
export function examDay(exam: Pick<Exam, 'at'>): StudyDay {
  return studyDayOf(exam.at, 0);
}

/** Minutes of study that `exam` has on `studyDay`, whether or not it is on. */
export function minutesOn(exam: Pick<Exam, 'minutes' | 'daysOff'>, studyDay: StudyDay): number {
  if (exam.daysOff.includes(studyDay)) return 0;
  return exam.minutes[weekdayOf(studyDay)] ?? 0;
}
