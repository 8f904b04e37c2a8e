import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../domain/collection/deck.ts';
import { ALL_DECKS, type DayTotals } from '../../domain/collection/review.ts';
import { tallyKey } from '../../domain/study/tally.ts';
import { FORECAST_DAYS } from '../../domain/study/week.ts';
import { type TodayInput, type TodayView, todayView } from '../../domain/study/today.ts';
import { firstInterval } from '../../domain/memory/scheduler.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import {
  type ClockReading,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../../kernel/study-day.ts';
import { StoredRanges } from '../ranges.ts';
import type { RoundsDatabase } from '../schema.ts';
import { tallyOf } from '../tally-row.ts';

const PACE_DAYS = 30;
/** A streak longer than this is shown as this long. */
const STREAK_DAYS = 4000;

/** Everything Today shows, from kept counts: a few rows a deck, however many cards it has. */
export function readToday(db: RoundsDatabase, now: ClockReading): Promise<TodayView> {
  const tables = [db.settings, db.presets, db.decks, db.tallies, db.days, db.cards];
  return db.transaction('r', tables, async () => {
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const today = studyDayOf(now, settings.rolloverHour);
    const endOfDay = startOfStudyDay(today + 1, now.utcOffsetMinutes, settings.rolloverHour);
    const ranges = new StoredRanges(db);
    const waiting = ranges.inSteps().then((cards) => cards.filter((c) => c.buriedUntil <= today));
    const [decks, presets, inSteps, cardsOfNotesInSteps, tallies, days, doneToday] =
      await Promise.all([
        ranges.decks(),
        ranges.presets(),
        waiting,
        waiting.then((cards) => ranges.cardsOfNotes(new Set(cards.map((c) => noteIdOf(c.id))))),
        db.tallies.toArray(),
        readDays(db, today),
        ranges.totals(today, undefined),
      ]);
    const input: TodayInput = {
      today,
      decks,
      presets,
      tallies: new Map(
        tallies.map((row) => [
          tallyKey(row.deckId, row.section),
          tallyOf(row, today + FORECAST_DAYS),
        ]),
      ),
      doneToday,
      ...days,
      learning: inSteps.filter((card) => card.readyAt < endOfDay),
      cardsOfNotesInSteps,
      firstInterval: (preset) => firstInterval(schedulerOptions(preset, settings)),
    };
    return todayView(input);
  });
}

/**
 * The totals that pace comes from, and the study days with an answer still in force, newest first:
 * as many as the streak needs, one at least where there is any.
 */
async function readDays(
  db: RoundsDatabase,
  today: StudyDay,
): Promise<Pick<TodayInput, 'recentDays' | 'studiedDays'>> {
  const recentDays = await daysOf(db, today - PACE_DAYS, today).toArray();
  const studied = recentDays.filter(hasAnswers);
  const isEnough = studied.length > 0 && studied.length < PACE_DAYS;
  const days = isEnough ? studied : await daysOf(db, today - STREAK_DAYS, today).toArray();
  const studiedDays = days.filter(hasAnswers).map((day) => day.studyDay);
  return { recentDays, studiedDays: studiedDays.reverse() };
}

function daysOf(db: RoundsDatabase, from: StudyDay, to: StudyDay) {
  return db.days.where('[deckId+studyDay]').between([ALL_DECKS, from], [ALL_DECKS, to], true, true);
}

function hasAnswers(day: DayTotals): boolean {
  return Object.values(day.byKind).some((kind) => kind.answers > 0);
}
