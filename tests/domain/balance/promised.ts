import { chosenDaysOf, type Shown } from '../../../src/domain/balance/balanced.ts';
import { schedulerOptions } from '../../../src/domain/collection/deck.ts';
import type { Grade, Moment, Schedule } from '../../../src/domain/memory/schedule.ts';
import { preview } from '../../../src/domain/memory/scheduler.ts';
import { type ClockReading, studyDayOf } from '../../../src/kernel/study-day.ts';

interface Promised {
  readonly moment: Moment;
  readonly schedules: Readonly<Record<Grade, Schedule>>;
}

/** What the buttons of a card tell, and the moment at which they do. */
export function promised(shown: Shown, now: ClockReading): Promised {
  const { card, preset, settings } = shown;
  const moment = { atMillis: now.atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
  const chosen = chosenDaysOf(shown, now);
  const options = schedulerOptions(preset, settings);
  return { moment, schedules: preview(options, card.id, card.schedule, moment, chosen) };
}
