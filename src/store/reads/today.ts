import {
  DEFAULT_STUDY_SETTINGS,
  schedulerOptions,
  type StudySettings,
} from '../../domain/collection/deck.ts';
import { ALL_DECKS, type DayTotals } from '../../domain/collection/review.ts';
import { tallyKey } from '../../domain/study/tally.ts';
import { FORECAST_DAYS } from '../../domain/study/today/week.ts';
import { isPlanOn } from '../../domain/overlay/active.ts';
import { daysKept } from '../../domain/overlay/days-kept.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
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
import { StoredRanges, TABLES_OF_RANGES } from '../ranges.ts';
import { answerOf, beginReading } from './requests.ts';
import type { RoundsDatabase } from '../schema.ts';
import { type TallyRow, tallyOf } from '../tally-row.ts';

const ANSWERS = ['reviews', 'undone', 'pastLogs'] as const;
const TABLES = ['settings', 'overlays', ...ANSWERS, ...TABLES_OF_RANGES] as const;

export interface WhetherPlanned {
  /** An exam, a break or a catch-up has a say in what today asks for. */
  readonly isPlanned: boolean;
  /** One will have a say in what tomorrow asks for. */
  readonly isPlannedTomorrow: boolean;
}

/**
 * Everything Today shows, from kept counts: a few rows a deck, however many cards it has. Without
 * Dexie, so whoever follows it has to read something of Dexie's beside it.
 */
export async function readToday(
  db: RoundsDatabase,
  now: ClockReading,
): Promise<TodayView & WhetherPlanned> {
  const transaction = beginReading(db, TABLES);
  const all = <Row>(name: (typeof TABLES)[number]): Promise<readonly Row[]> =>
    answerOf(transaction.objectStore(name).getAll());
  const stored = answerOf<StudySettings | undefined>(
    transaction.objectStore('settings').get('study'),
  );
  // Asked for before the day is known: what does not depend on it; what is long comes last.
  const ranges = new StoredRanges(transaction).ask();
  const theirs = ranges
    .inSteps()
    .then((everyStep) => ranges.cardsOfNotes(new Set(everyStep.map(({ id }) => noteIdOf(id)))));
  const always = Promise.all([
    ranges.inSteps(),
    ranges.decks(),
    ranges.presets(),
    all<Overlay>('overlays'),
    theirs,
    all<TallyRow>('tallies'),
  ]);
  const settings = (await stored) ?? DEFAULT_STUDY_SETTINGS;
  const today = studyDayOf(now, settings.rolloverHour);
  const endOf = (day: StudyDay): number =>
    startOfStudyDay(day + 1, now.utcOffsetMinutes, settings.rolloverHour);
  const tomorrow = today + 1;
  const days = new StudiedDays(transaction, db, today);
  const totals = ranges.totals(today, undefined);
  const [everyStep, decks, presets, overlays, cardsOfNotesInSteps, tallies] = await always;
  const inSteps = everyStep.filter(({ buriedUntil }) => buriedUntil <= tomorrow);
  const notesInSteps = new Set(inSteps.map(({ id }) => noteIdOf(id)));
  const [studied, doneToday] = await Promise.all([days.read(daysKept(overlays)), totals]);
  const input: TodayInput = {
    today,
    decks,
    presets,
    tallies: new Map(
      tallies.map((row) => [
        tallyKey(row.deckId, row.section),
        tallyOf(row, today, today + FORECAST_DAYS),
      ]),
    ),
    doneToday,
    ...studied,
    learning: inSteps.filter(
      ({ buriedUntil, readyAt }) => buriedUntil <= today && readyAt < endOf(today),
    ),
    learningTomorrow: inSteps.filter(({ readyAt }) => readyAt < endOf(tomorrow)),
    cardsOfNotesInSteps: cardsOfNotesInSteps.filter(({ id }) => notesInSteps.has(noteIdOf(id))),
    firstInterval: (preset) => firstInterval(schedulerOptions(preset, settings)),
  };
  return {
    ...todayView(input),
    isPlanned: isPlanOn(overlays, today, now),
    isPlannedTomorrow: isPlanOn(overlays, tomorrow, now),
  };
}

/** How far back a streak led when it was last looked at: that far is read at once the next time. */
const daysReadOf = new WeakMap<RoundsDatabase, number>();

/** The days on which something was studied: on no other are there totals (TODAY-9), so keys say it. */
class StudiedDays {
  readonly #transaction: IDBTransaction;
  readonly #db: RoundsDatabase;
  readonly #today: StudyDay;
  readonly #recent: Promise<readonly DayTotals[]>;
  /** Up to how many days ago `#earlier` goes. */
  readonly #daysRead: number;
  readonly #earlier: Promise<readonly StudyDay[]>;

  /** Asks for what is wanted of them, as far as it is known beforehand. */
  constructor(transaction: IDBTransaction, db: RoundsDatabase, today: StudyDay) {
    this.#transaction = transaction;
    this.#db = db;
    this.#today = today;
    const recent = daysBetween(today - PACE_DAYS, today);
    this.#recent = answerOf(transaction.objectStore('days').getAll(recent));
    this.#daysRead = Math.max(PACE_DAYS, daysReadOf.get(db) ?? 0);
    this.#earlier =
      this.#daysRead > PACE_DAYS
        ? this.#newestFirst(today - this.#daysRead, today - PACE_DAYS - 1)
        : Promise.resolve([]);
  }

  /**
   * The totals that pace comes from, and the days, newest first: as many as the streak is long, and
   * at most twice as many are read beyond those.
   */
  async read(
    isKept: IsKept,
  ): Promise<Pick<TodayInput, 'recentDays' | 'studiedDays' | 'isKept' | 'hasStudied'>> {
    const today = this.#today;
    const recentDays = await this.#recent;
    const studiedDays = recentDays.map(({ studyDay }) => studyDay).reverse();
    studiedDays.push(...(await this.#earlier));
    let from = today - this.#daysRead;
    for (let size = 2 * (today - from); from > 0; size *= 2) {
      const isWhole = streakOf(studiedDays, today, isKept) === studiedDays.length;
      const next = studiedDays.length > 0 ? (studiedDays.at(-1) ?? today) - 1 : today;
      if (!isWhole || firstMissed(next, from - 1, today, isKept) !== undefined) break;
      studiedDays.push(...(await this.#newestFirst(from - size, from - 1)));
      from -= size;
    }
    const oldest = studiedDays[streakOf(studiedDays, today, isKept) - 1] ?? today;
    // One day more shows that the streak does not go on.
    daysReadOf.set(this.#db, today - oldest + 1);
    const hasStudied = studiedDays.length > 0 || (await this.#hasAnswersInForce());
    return { recentDays, studiedDays, isKept, hasStudied };
  }

  async #newestFirst(from: StudyDay, to: StudyDay): Promise<readonly StudyDay[]> {
    const days = this.#transaction.objectStore('days');
    const keys = await answerOf(days.getAllKeys(daysBetween(from, to)));
    return keys.map((key) => (key as [string, StudyDay])[1]).reverse();
  }

  /** Whether any answer counts, whatever the day totals say; undone ones do not (LOG-18). */
  async #hasAnswersInForce(): Promise<boolean> {
    const pastLogs = this.#transaction.objectStore('pastLogs');
    if ((await answerOf(pastLogs.getKey(IDBKeyRange.lowerBound('')))) !== undefined) return true;
    const PAGE = 64;
    const reviews = this.#transaction.objectStore('reviews');
    const undone = this.#transaction.objectStore('undone');
    for (let after: IDBKeyRange | undefined; ; ) {
      const ids = await answerOf(reviews.getAllKeys(after, PAGE));
      const found = await Promise.all(ids.map((id) => answerOf(undone.getKey(id))));
      if (found.some((key) => key === undefined)) return true;
      if (ids.length < PAGE) return false;
      after = IDBKeyRange.lowerBound(ids.at(-1), true);
    }
  }
}

function daysBetween(from: StudyDay, to: StudyDay): IDBKeyRange {
  return IDBKeyRange.bound([ALL_DECKS, from], [ALL_DECKS, to]);
}
