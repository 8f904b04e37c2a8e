import type { CardId } from '../../../kernel/ids.ts';
import type { Card } from '../../collection/card.ts';
import type { StudySettings } from '../../collection/deck.ts';
import {
  type ClockReading,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../../../kernel/study-day.ts';
import type { KindCounts } from '../limits.ts';

/** When a queue is asked for, and under which settings. */
export interface QueueMoment {
  readonly nowMillis: number;
  readonly today: StudyDay;
  readonly endOfDayMillis: number;
  readonly settings: StudySettings;
}

export interface Queue {
  /** The one to show now first. */
  readonly cards: readonly Card[];
  /** What is left today, beyond the cards asked for too. */
  readonly left: KindCounts;
  /** When the next learning card comes, where none is due now; ms. */
  readonly nextLearningAtMillis: number | undefined;
  /** Of a round of cramming: the cards recalled so far. */
  readonly recalled?: number;
  /** Cards among the next that are not asked, because they could not be drawn. */
  readonly passedOver?: readonly CardId[];
}

export function momentOf(now: ClockReading, settings: StudySettings): QueueMoment {
  const today = studyDayOf(now, settings.rolloverHour);
  return {
    nowMillis: now.atMillis,
    today,
    endOfDayMillis: startOfStudyDay(today + 1, now.utcOffsetMinutes, settings.rolloverHour),
    settings,
  };
}
