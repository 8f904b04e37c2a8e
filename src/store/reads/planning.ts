import { Dexie } from 'dexie';
import type { Card } from '../../domain/collection/card.ts';
import {
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
  type StudySettings,
} from '../../domain/collection/deck.ts';
import { ALL_DECKS, type HistoryAnswer, type DayTotals } from '../../domain/collection/review.ts';
import type { Forecast } from '../../domain/exam/outlook/forecast.ts';
import { pastAnswersOf } from '../../domain/import/past-answers-of.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { withoutKeys } from '../reach.ts';
import type { KeptCards } from './kept-cards.ts';
import { readStudyDay } from './settings.ts';
import type { RoundsDatabase } from '../schema.ts';
import { undoneAmong } from './undone-among.ts';

/** What plans are made from, as it stands in the database. */
export interface ForPlanning {
  readonly today: StudyDay;
  /** In the order of their decks. */
  readonly cards: readonly Card[];
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  readonly settings: StudySettings;
  readonly overlays: readonly Overlay[];
  /** The newest answers in force: the person's pace and grades come from them. */
  readonly reviews: readonly HistoryAnswer[];
  /** Today's totals by deck id; '' is all decks. */
  readonly doneToday: ReadonlyMap<string, DayTotals>;
}

/** So many answers say enough of a person's pace; more would only take time to read. */
const MOST_REVIEWS = 4000;
/** The logs of so many cards, which stand in no order of time, say enough of the years before. */
const MOST_LOGS = 1000;

/** A name for what readForPlanning finds now: the same name, the same rows. */
export function readMoment(db: RoundsDatabase, now: ClockReading): Promise<string> {
  return db.transaction('r', db.device, db.settings, async () => {
    const [device, studyDay] = await Promise.all([db.device.get('device'), readStudyDay(db, now)]);
    return `${device?.deviceId} ${device?.nextCounter} ${device?.writes} ${studyDay}`;
  });
}

/** Reads what is new of it; `kept`: the cards of before, which are brought up to date. */
export async function readForPlanning(
  db: RoundsDatabase,
  now: ClockReading,
  kept: KeptCards,
): Promise<ForPlanning> {
  const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
  const today = studyDayOf(now, settings.rolloverHour);
  const [decks, presets, overlays, reviews, doneToday] = await Promise.all([
    db.decks.toArray(),
    db.presets.toArray(),
    db.overlays.toArray(),
    readNewestReviews(db),
    db.days.where('studyDay').equals(today).toArray(),
  ]);
  const cards = await kept.upToDate(db);
  return {
    today,
    cards,
    decks,
    presets,
    settings,
    overlays,
    reviews,
    doneToday: new Map(doneToday.map((day) => [day.deckId as string, day])),
  };
}

/** The reviews whose day has come, and those of them that waited since an earlier day (QUEUE-2). */
export async function readBacklog(
  db: RoundsDatabase,
  today: StudyDay,
): Promise<{ readonly due: readonly Card[]; readonly overdue: number }> {
  const rows = await db.cards
    .where('[lane+readyAt]')
    .between(['review', Dexie.minKey], ['review', today + 1], true, false)
    .toArray();
  return {
    due: rows.map(withoutKeys),
    overdue: rows.filter((row) => row.readyAt < today).length,
  };
}

/** The newest answers in force; where those given here are few, of some cards those given elsewhere. */
export async function readNewestReviews(db: RoundsDatabase): Promise<HistoryAnswer[]> {
  return db.transaction('r', db.reviews, db.undone, db.pastLogs, async () => {
    const [newest, logs] = await Promise.all([
      db.reviews.orderBy('studyDay').reverse().limit(MOST_REVIEWS).toArray(),
      db.pastLogs.limit(MOST_LOGS).toArray(),
    ]);
    const undone = await undoneAmong(
      db,
      newest.map(({ operationId }) => operationId),
    );
    const own = newest.filter(({ operationId }) => !undone.has(operationId));
    const known = new Set(own.map(({ cardId, atMillis }) => `${cardId} ${atMillis}`));
    const past = logs
      .flatMap(pastAnswersOf)
      .filter(({ cardId, atMillis }) => !known.has(`${cardId} ${atMillis}`));
    if (past.length === 0) return own;
    return [...own, ...past].sort((a, b) => b.atMillis - a.atMillis).slice(0, MOST_REVIEWS);
  });
}

/** The newest forecast of each exam from before `today`, with the minutes studied from its day on. */
export async function readOlderForecasts(
  db: RoundsDatabase,
  today: StudyDay,
): Promise<ReadonlyMap<string, { readonly older: Forecast; readonly studiedMinutes: number }>> {
  const forecasts = (await db.forecasts.toArray()).filter((each) => each.studyDay < today);
  const newest = new Map<string, Forecast>();
  for (const forecast of forecasts) {
    const known = newest.get(forecast.overlayId);
    if (!known || known.studyDay < forecast.studyDay) newest.set(forecast.overlayId, forecast);
  }
  const entries = await Promise.all(
    [...newest].map(async ([id, older]) => {
      const since = [ALL_DECKS, older.studyDay];
      const days = await db.days
        .where('[deckId+studyDay]')
        .between(since, [ALL_DECKS, today])
        .toArray();
      const kinds = days.flatMap(({ byKind }) => Object.values(byKind));
      const studiedMinutes = kinds.reduce((sum, kind) => sum + kind.millis, 0) / MILLIS_PER_MINUTE;
      return [id, { older, studiedMinutes }] as const;
    }),
  );
  return new Map(entries);
}
