import type { StudyDay } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Grade = 1 | 2 | 3 | 4;
export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** FSRS memory state. Stability: days until recall falls to 90 %. Difficulty: 1 to 10. */
export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

/** When a card was last graded: the instant, and the study day it counted for. */
export interface LastReview {
  readonly atMillis: number;
  readonly studyDay: StudyDay;
}

interface Counted {
  /** Grades given so far. */
  readonly reps: number;
  /** Times a card in review was graded Again. */
  readonly lapses: number;
}

/** Never graded (or forgotten on request). */
export interface NewSchedule extends Counted {
  readonly state: 'new';
}

/** In (re)learning steps of minutes or hours; due at an instant, not on a day. */
export interface LearningSchedule extends Counted {
  readonly state: 'learning' | 'relearning';
  readonly memory: Memory;
  /** Index of the current step, from 0. */
  readonly step: number;
  readonly dueAtMillis: number;
  readonly lastReview: LastReview;
}

/** Graduated; due on a study day. */
export interface ReviewSchedule extends Counted {
  readonly state: 'review';
  readonly memory: Memory;
  /** Whole days between the last review and dueDay, 1 or more. */
  readonly intervalDays: number;
  readonly dueDay: StudyDay;
  readonly lastReview: LastReview;
}

/** Intervals that are given in place of fuzz's own, in days; none: fuzz's own. */
export type ChosenDays = Readonly<Partial<Record<Grade, number>>>;

export type Schedule = NewSchedule | LearningSchedule | ReviewSchedule;

/** What the engine is tuned with. Weights: 21 FSRS-6 parameters. Steps in minutes. */
export interface SchedulerOptions {
  readonly weights: readonly number[];
  /** 0.7 to 0.99. */
  readonly desiredRetention: number;
  /** Days, 1 to 36,500. */
  readonly maximumIntervalDays: number;
  readonly learningStepsMinutes: readonly number[];
  readonly relearningStepsMinutes: readonly number[];
  readonly fuzz: boolean;
}

/**
 * Which rules an interval is worked out by. An answer keeps those it was given under, so that a
 * replay equals the past (MEMORY-23). 1: fuzz from the rounded interval, Easy in steps at least a
 * day. 2: fuzz from the interval as FSRS gives it, Easy in steps a day or more after Good's.
 */
export type IntervalRules = 1 | 2;
export const PRESENT_RULES: IntervalRules = 2;

/** The moment of an answer. */
export interface Moment {
  readonly atMillis: number;
  readonly studyDay: StudyDay;
}

/**
 * How far off `schedule` is at `moment`: whole days for a card in review, minutes for one in steps
 * (a new card: 0). Never negative.
 */
export function intervalOf(
  schedule: Schedule,
  moment: Moment,
): { readonly days: number } | { readonly minutes: number } {
  switch (schedule.state) {
    case 'new':
      return { minutes: 0 };
    case 'review':
      return { days: Math.max(0, schedule.dueDay - moment.studyDay) };
    default:
      return { minutes: Math.max(0, schedule.dueAtMillis - moment.atMillis) / MILLIS_PER_MINUTE };
  }
}
