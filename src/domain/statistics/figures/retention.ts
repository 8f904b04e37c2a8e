import type { DaySpan, TimeGrain } from '../period.ts';
import type { Share } from './share.ts';

/** True retention: of each card's first review of a day, how many were recalled (STATS-8). */
export interface Retention {
  /** What was asked for: the mean desired retention of the cards in study. */
  readonly desired: number;
  readonly inPeriod: RetentionByAge;
  /** Fixed stretches, whatever the period. */
  readonly table: readonly (RetentionByAge & { readonly span: RetentionSpan })[];
  /** By day, week, month and year over the period, oldest first; stretches without a review are left out. */
  readonly course: Readonly<Record<TimeGrain, readonly (RetentionByAge & DaySpan)[]>>;
  /** By deck and section in reading order, those without a review left out. */
  readonly bySection: readonly (RetentionByAge & SectionName)[];
  /** By hour of the day, 0 to 23, as the clock is set now: twenty-four of them. */
  readonly byHour: readonly (RetentionByAge & HourLoad)[];
}

export type RetentionSpan = 'today' | 'yesterday' | 'week' | 'month' | 'quarter' | 'year' | 'all';

/** Mature: the interval that came to its end had 21 days or more. */
export interface RetentionByAge {
  readonly young: Share;
  readonly mature: Share;
  readonly all: Share;
}

/** A section of a deck with those below it; a card in two counts in both. */
export interface SectionName {
  readonly deckName: string;
  /** The section's path in whole; '': the cards of the deck that are in none. */
  readonly section: string;
  /** The search that finds its cards; put after the scope's own. */
  readonly search: string;
}

export interface HourLoad {
  readonly hour: number;
  /** All answers of the hour, not first reviews alone. */
  readonly answers: number;
  readonly minutes: number;
}
