import { schedulerOptions } from '../../domain/collection/deck.ts';
import { firstInterval } from '../../domain/memory/scheduler.ts';
import { isPlanOn } from '../../domain/overlay/active.ts';
import { type TodayView, todayView } from '../../domain/study/today/today.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import { type ClockReading, type StudyDay, startOfStudyDay } from '../../kernel/study-day.ts';
import type { ClockAhead } from '../clock/clock-check.ts';
import { readDevice } from '../device/writes.ts';
import type { DeviceRow, RoundsDatabase } from '../schema.ts';
import { keptTodayOf } from '../today/kept-today.ts';
import type { OfToday } from '../today/of-today.ts';

/** What Today shows, and what goes with it. */
export interface ReadToday extends TodayView {
  /** An exam, a break or a catch-up has a say in what today asks for. */
  readonly isPlanned: boolean;
  /** One will have a say in what tomorrow asks for. */
  readonly isPlannedTomorrow: boolean;
  /** The days of the coming week in which one will have a say. */
  readonly plannedAhead: readonly StudyDay[];
  readonly clockAhead: ClockAhead | undefined;
  /** Changes with every operation. */
  readonly lastOperation: string;
}

/**
 * Everything Today shows, from kept counts. Read once, and brought up to date by what is written here;
 * so whoever follows it has to follow the device's row, which tells of every write: it is `device`.
 */
export async function readToday(
  db: RoundsDatabase,
  now: ClockReading,
  device?: DeviceRow,
): Promise<ReadToday> {
  const of = await keptTodayOf(db).upToDate(device ?? (await readDevice(db)), now);
  const { overlays, today, clockAhead, lastOperation } = of;
  if (of.view?.utcOffsetMinutes !== now.utcOffsetMinutes) {
    of.view = { utcOffsetMinutes: now.utcOffsetMinutes, view: viewOf(of, now) };
  }
  const ahead = of.view.view.forecast.map(({ studyDay }) => studyDay);
  const plannedAhead = ahead.filter((day) => isPlanOn(overlays, day, now));
  return {
    ...of.view.view,
    isPlanned: isPlanOn(overlays, today, now),
    isPlannedTomorrow: plannedAhead.includes(today + 1),
    plannedAhead,
    clockAhead,
    lastOperation,
  };
}

function viewOf(of: OfToday, now: ClockReading): TodayView {
  const { today, decks, presets, tallies, settings, studied, notesInSteps, totals } = of;
  const endOf = (day: StudyDay): number =>
    startOfStudyDay(day + 1, now.utcOffsetMinutes, settings.rolloverHour);
  const tomorrow = today + 1;
  const everyStep = [...notesInSteps.values()].flat().filter(({ lane }) => lane === 'learning');
  const inSteps = everyStep.filter(({ buriedUntil }) => buriedUntil <= tomorrow);
  const notes = new Set(inSteps.map(({ id }) => noteIdOf(id)));
  return todayView({
    ...studied,
    today,
    decks,
    presets,
    tallies,
    doneToday: totals,
    learning: inSteps.filter(
      ({ buriedUntil, readyAt }) => buriedUntil <= today && readyAt < endOf(today),
    ),
    learningTomorrow: inSteps.filter(({ readyAt }) => readyAt < endOf(tomorrow)),
    cardsOfNotesInSteps: [...notes].flatMap((id) => notesInSteps.get(id) ?? []),
    firstInterval: (preset) => firstInterval(schedulerOptions(preset, settings)),
  });
}
