import type { StudyDay } from '../../../kernel/study-day.ts';

/** What is coming, if each day's work is done. Answers and minutes are expected values. */
export interface Coming {
  /** 365 days, today first. */
  readonly days: readonly ComingDay[];
  /** Means over the first 30, 90 and 365 days. */
  readonly means: readonly ComingMean[];
  readonly backlog: Backlog;
  /** New cards a day at the present rate: the mean of the last 30 days, of those with the first new card. */
  readonly newPerDay: number;
  /** New cards still there, and for how many days they last at that rate; undefined: none a day. */
  readonly newLeft: number;
  readonly newLastDays: number | undefined;
  /** One more new card a day: what it adds to a day in the course of a year. */
  readonly oneMoreNew: {
    readonly answersPerDay: number;
    readonly minutesPerDay: number;
  };
  /** Expected seconds with what follows in steps on the same day (PLAN-9). */
  readonly seconds: {
    readonly newCard: number;
    readonly recalled: number;
    readonly forgotten: number;
  };
}

export interface ComingDay {
  readonly studyDay: StudyDay;
  /** Cards in review whose date it is now, before any of them is answered again. */
  readonly scheduled: number;
  /** With new cards at the present rate. */
  readonly withNew: ComingLoad;
  readonly withoutNew: ComingLoad;
}

export interface ComingLoad {
  /** Cards reviewed. */
  readonly reviews: number;
  readonly newCards: number;
  readonly minutes: number;
}

export interface ComingMean {
  readonly days: 30 | 90 | 365;
  readonly withNew: ComingLoad;
  readonly withoutNew: ComingLoad;
  /** The longest day, with new cards. */
  readonly longestMinutes: number;
}

/** Reviews whose day was before today. */
export interface Backlog {
  readonly cards: number;
  readonly minutes: number;
  /** How long the one waits that waits longest; 0 without any. */
  readonly longestDays: number;
}
