import type { ClockReading, StudyDay } from '../../kernel/study-day.ts';
import type { Figure } from './absence.ts';
import type { Answering } from './figures/answering.ts';
import type { Calendar } from './figures/calendar.ts';
import type { Calibration } from './figures/calibration.ts';
import type { Coming } from './figures/coming.ts';
import type { Known } from './figures/known.ts';
import type { Recent } from './figures/recent.ts';
import type { Retention } from './figures/retention.ts';
import type { StatisticsPeriod } from './period.ts';
import type { StatisticsScope } from './scope.ts';

/** The question: `engine.ask('insights', { scope, period })`. */
export interface InsightsAsked {
  readonly scope: StatisticsScope;
  readonly period: StatisticsPeriod;
}

/** Every figure of the page, as plain data. Days are study days, shares 0 to 1. */
export interface Insights {
  readonly asked: InsightsAsked;
  /** The search that finds the cards told of; '' for all. With a bar's own: searchWithin (scope.ts). */
  readonly search: string;
  readonly asOf: ClockReading;
  readonly today: StudyDay;
  /** The first day of the period. */
  readonly from: StudyDay;
  readonly cards: number;
  readonly notes: number;
  /** Answers that count, in the period and at any time. */
  readonly answers: { readonly inPeriod: number; readonly ever: number };
  readonly leftOut: NotCounted;
  readonly recent: Figure<Recent>;
  readonly calendar: Figure<Calendar>;
  readonly coming: Figure<Coming>;
  readonly known: Figure<Known>;
  readonly retention: Figure<Retention>;
  readonly answering: Figure<Answering>;
  readonly calibration: Figure<Calibration>;
}

/** What stands in the history of these cards and counts in no figure (STATS-2, STATS-3). */
export interface NotCounted {
  /** Answers that count for no schedule: given in a filtered deck elsewhere, or while cramming. */
  readonly crammed: number;
  /** Dates set by hand, and cards forgotten on request. */
  readonly byHand: number;
  /** Answers dated later than today, under a clock that ran ahead. */
  readonly ahead: number;
  /** Lines of an imported log without a sound date. */
  readonly broken: number;
}
