import type { StudyDay } from '../../../kernel/study-day.ts';
import type { DaySpan } from '../period.ts';
import type { Distribution } from './distribution.ts';

/** What is known. */
export interface Known {
  readonly byState: CardsByState;
  /** Expected number of cards that would be recalled now: the sum of retrievability. */
  readonly expected: number;
  /** Cards that have been learned: those the sum is of. */
  readonly learned: number;
  /** expected / learned, 0 to 1. */
  readonly meanRecall: number;
  /** How it grew over the period, oldest first, at most 61 points; the last is today. */
  readonly overTime: readonly KnownThen[];
  /** 0 to 1, in twenty bins. */
  readonly recall: Distribution;
  /** Days, as are intervals; bins grow by powers. */
  readonly stability: Distribution;
  /** 1 to 10, in nine bins. */
  readonly difficulty: Distribution;
  /** Of cards in review. */
  readonly interval: Distribution;
  /** Cards added in the period, by stretches without gaps. */
  readonly added: readonly (DaySpan & { readonly cards: number })[];
}

/** Each card of the scope counts once; out of study comes before its state. */
export interface CardsByState {
  readonly new: number;
  readonly learning: number;
  readonly relearning: number;
  /** In review, interval below 21 days. */
  readonly young: number;
  readonly mature: number;
  readonly suspended: number;
  readonly buried: number;
}

export interface KnownThen {
  readonly studyDay: StudyDay;
  readonly expected: number;
  readonly learned: number;
}
