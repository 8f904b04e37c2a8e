import { DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import type { Review } from '../domain/collection/review.ts';
import type { CardId } from '../domain/ids.ts';
import { type ClockReading, studyDayOf } from '../domain/scheduling/study-day.ts';
import type { Scope } from './queue.ts';
import type { RoundsDatabase, SessionRow } from './schema.ts';

/** The session of this study day, if one was begun and not finished. */
export async function readSession(
  db: RoundsDatabase,
  now: ClockReading,
): Promise<SessionRow | undefined> {
  return db.transaction('r', db.sessions, db.settings, async () => {
    const session = await db.sessions.get('current');
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    return session?.studyDay === studyDayOf(now, settings.rolloverHour) ? session : undefined;
  });
}

export async function beginSession(
  db: RoundsDatabase,
  scope: Scope,
  now: ClockReading,
): Promise<SessionRow> {
  return db.transaction('rw', db.sessions, db.settings, async () => {
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const session: SessionRow = {
      id: 'current',
      ...scope,
      startedAtMillis: now.atMillis,
      studyDay: studyDayOf(now, settings.rolloverHour),
    };
    await db.sessions.put(session);
    return session;
  });
}

/** Remembers which card is on screen, so that a killed program comes back to it. */
export async function rememberCard(db: RoundsDatabase, cardId: CardId): Promise<void> {
  await db.sessions.where('id').equals('current').modify({ cardId });
}

export async function endSession(db: RoundsDatabase): Promise<void> {
  await db.sessions.delete('current');
}

/** The answers given since the session began and still in force, oldest first. */
export function readSessionReviews(db: RoundsDatabase, session: SessionRow): Promise<Review[]> {
  return db.transaction('r', db.reviews, db.undone, async () => {
    const today = await db.reviews.where('studyDay').equals(session.studyDay).toArray();
    const since = today.filter((review) => review.atMillis >= session.startedAtMillis);
    const undone = await db.undone.bulkGet(since.map((review) => review.operationId));
    return since
      .filter((_, index) => undone[index] === undefined)
      .sort((a, b) => a.atMillis - b.atMillis);
  });
}
