import type { Share } from './share.ts';

/** Today and this week, against what is usual. */
export interface Recent {
  readonly today: Effort;
  /** Today and the six days before. */
  readonly week: Effort;
  /**
   * A usual day: the mean of those with an answer among the 28 before today. undefined: fewer than
   * seven, too few to be usual.
   */
  readonly usualDay: UsualEffort | undefined;
  /** A usual week: the mean of the four before this one, weeks before the first answer left out. */
  readonly usualWeek: UsualEffort | undefined;
}

export interface Effort {
  readonly answers: number;
  readonly minutes: number;
  /** New cards shown for the first time. */
  readonly newCards: number;
  /** Of first reviews of a day (as true retention). */
  readonly recalled: Share;
  /** Answers by kind (STATS-7). */
  readonly byKind: CountsByKind;
  /** Again, Hard, Good, Easy. */
  readonly byGrade: readonly [number, number, number, number];
}

/** New: a card's first answer; learning: in steps, relearning too; mature: an interval of 21 days or more. */
export interface CountsByKind {
  readonly new: number;
  readonly learning: number;
  readonly young: number;
  readonly mature: number;
}

export interface UsualEffort {
  readonly answers: number;
  readonly minutes: number;
  readonly newCards: number;
  readonly recalled: Share;
}
