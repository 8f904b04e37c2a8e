import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../domain/collection/deck.ts';
import { ALL_DECKS, type DayTotals } from '../../domain/collection/review.ts';
import { tallyKey } from '../../domain/study/tally.ts';
import { FORECAST_DAYS } from '../../domain/study/today/week.ts';
import { daysKept } from '../../domain/overlay/days-kept.ts';
import { firstMissed, type IsKept, streakOf } from '../../domain/study/today/streak.ts';
import {
  PACE_DAYS,
  type TodayInput,
  type TodayView,
  todayView,
} from '../../domain/study/today/today.ts';
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

/** Everything Today shows, from kept counts: a few rows a deck, however many cards it has. */
export function readToday(db: RoundsDatabase, now: ClockReading): Promise<TodayView> {
  const { settings, presets, decks, tallies, days, cards, overlays } = db;
  const answers = [db.reviews, db.undone, db.pastLogs];
  const tables = [settings, presets, decks, tallies, days, cards, overlays, ...answers];
  return db.transaction('r', tables, async () => {
    const ranges = new StoredRanges(db);
    // Asked for before the day is known: what does not depend on it.
    const always = Promise.all([
      ranges.decks(),
      ranges.presets(),
      ranges.inSteps(),
      db.tallies.toArray(),
      db.overlays.toArray(),
    ]);
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const today = studyDayOf(now, settings.rolloverHour);
    const endOf = (day: StudyDay): number =>
      startOfStudyDay(day + 1, now.utcOffsetMinutes, settings.rolloverHour);
    const tomorrow = today + 1;
    const recently = daysSince(db, today - Math.max(PACE_DAYS, daysReadOf.get(db) ?? 0), today);
    const totals = ranges.totals(today, undefined);
    const [decks, presets, everyStep, tallies, overlays] = await always;
    const inSteps = everyStep.filter(({ buriedUntil }) => buriedUntil <= tomorrow);
    const [cardsOfNotesInSteps, days, doneToday] = await Promise.all([
      ranges.cardsOfNotes(new Set(inSteps.map(({ id }) => noteIdOf(id)))),
      recently.then((recent) => readDays(db, today, recent, daysKept(overlays))),
      totals,
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
      learning: inSteps.filter(
        ({ buriedUntil, readyAt }) => buriedUntil <= today && readyAt < endOf(today),
      ),
      learningTomorrow: inSteps.filter(({ readyAt }) => readyAt < endOf(tomorrow)),
      cardsOfNotesInSteps,
      firstInterval: (preset) => firstInterval(schedulerOptions(preset, settings)),
    };
    return todayView(input);
  });
}

/** How far back a streak led when it was last looked at: that far is read at once the next time. */
const daysReadOf = new WeakMap<RoundsDatabase, number>();

/** Days read in a row. */
interface DaysSince {
  readonly from: StudyDay;
  readonly rows: readonly DayTotals[];
}

async function daysSince(db: RoundsDatabase, from: StudyDay, to: StudyDay): Promise<DaysSince> {
  return { from, rows: await daysOf(db, from, to).toArray() };
}

/**
 * The totals that pace comes from, and the study days with an answer still in force, newest first:
 * as many as the streak is long, and at most twice as many are read beyond `recent`.
 */
async function readDays(
  db: RoundsDatabase,
  today: StudyDay,
  recent: DaysSince,
  isKept: IsKept,
): Promise<Pick<TodayInput, 'recentDays' | 'studiedDays' | 'isKept' | 'hasStudied'>> {
  let { from } = recent;
  const recentDays = recent.rows.filter(({ studyDay }) => studyDay >= today - PACE_DAYS);
  const studiedDays = studiedNewestFirst(recent.rows);
  for (let size = 2 * (today - from); from > 0; size *= 2) {
    const isWhole = streakOf(studiedDays, today, isKept) === studiedDays.length;
    const next = studiedDays.length > 0 ? (studiedDays.at(-1) ?? today) - 1 : today;
    if (!isWhole || firstMissed(next, from - 1, today, isKept) !== undefined) break;
    const page = await daysOf(db, from - size, from - 1).toArray();
    studiedDays.push(...studiedNewestFirst(page));
    from -= size;
  }
  const oldest = studiedDays[streakOf(studiedDays, today, isKept) - 1] ?? today;
  // One day more shows that the streak does not go on.
  daysReadOf.set(db, today - oldest + 1);
  const hasStudied = studiedDays.length > 0 || (await hasAnswersInForce(db));
  return { recentDays, studiedDays, isKept, hasStudied };
}

/** Whether any answer counts, whatever the day totals say; undone ones do not (LOG-18). */
async function hasAnswersInForce(db: RoundsDatabase): Promise<boolean> {
  if ((await db.pastLogs.limit(1).count()) > 0) return true;
  const PAGE = 64;
  for (let offset = 0; ; offset += PAGE) {
    const ids = await db.reviews.offset(offset).limit(PAGE).primaryKeys();
    const undone = await db.undone.bulkGet(ids);
    if (undone.some((row) => row === undefined)) return true;
    if (ids.length < PAGE) return false;
  }
}

function studiedNewestFirst(days: readonly DayTotals[]): StudyDay[] {
  return days
    .filter(hasAnswers)
    .map((day) => day.studyDay)
    .reverse();
}

function daysOf(db: RoundsDatabase, from: StudyDay, to: StudyDay) {
  return db.days.where('[deckId+studyDay]').between([ALL_DECKS, from], [ALL_DECKS, to], true, true);
}

function hasAnswers(day: DayTotals): boolean {
  return Object.values(day.byKind).some((kind) => kind.answers > 0);
}
