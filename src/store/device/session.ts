import type { Review } from '../../domain/collection/review.ts';
import { type CardId, operationIdOf } from '../../kernel/ids.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Scope } from '../../domain/study/source.ts';
import type { RoundsDatabase, SessionRow } from '../schema.ts';
import { readStudyDay } from '../reads/settings.ts';

/** A number no device's operations reach: ids are ten digits (operationIdOf). */
const LAST_COUNTER = 9_999_999_999;

/** The session of this study day that is still open: begun, and not finished. */
export async function readSession(
  db: RoundsDatabase,
  now: ClockReading,
): Promise<SessionRow | undefined> {
  return db.transaction('r', db.sessions, db.settings, async () => {
    const session = await db.sessions.get('current');
    const isOpen =
      session && !session.isFinished && session.studyDay === (await readStudyDay(db, now));
    return isOpen ? session : undefined;
  });
}

/** The scope alone, out of a session. */
export function scopeOf({ deckId, section, cardIds, name, plan, cramId }: Scope): Scope {
  return {
    ...(deckId === undefined ? {} : { deckId }),
    ...(section === undefined ? {} : { section }),
    ...(cardIds === undefined ? {} : { cardIds }),
    ...(name === undefined ? {} : { name }),
    ...(plan === undefined ? {} : { plan }),
    ...(cramId === undefined ? {} : { cramId }),
  };
}

/** Begins a session of `scope`, in place of the one before. */
export function beginSession(
  db: RoundsDatabase,
  scope: Scope,
  now: ClockReading,
): Promise<SessionRow> {
  return db.transaction('rw', db.sessions, db.settings, db.device, async () => {
    const [studyDay, device] = await Promise.all([readStudyDay(db, now), db.device.get('device')]);
    if (!device) throw new Error('the database was opened without a device');
    const session: SessionRow = {
      id: 'current',
      ...scopeOf(scope),
      studyDay,
      deviceId: device.deviceId,
      firstCounter: device.nextCounter,
      isFinished: false,
    };
    await db.sessions.put(session);
    return session;
  });
}

/**
 * The session that is on screen: the last one begun, finished or not, so that an undo after its end
 * goes on with it. A study day that has ended in between begins it anew, with the same scope.
 */
export async function continueSession(db: RoundsDatabase, now: ClockReading): Promise<SessionRow> {
  // Asked between two cards, so it only reads; a day ends once.
  const { session, studyDay } = await db.transaction('r', db.sessions, db.settings, async () => {
    const [session, studyDay] = await Promise.all([
      db.sessions.get('current'),
      readStudyDay(db, now),
    ]);
    return { session, studyDay };
  });
  return session?.studyDay === studyDay ? session : beginSession(db, session ?? {}, now);
}

/** Remembers which card is on screen, so that a killed program comes back to it. */
export async function rememberCard(db: RoundsDatabase, cardId: CardId): Promise<void> {
  await db.sessions.where('id').equals('current').modify({ cardId, isFinished: false });
}

export async function endSession(db: RoundsDatabase): Promise<void> {
  await db.sessions
    .where('id')
    .equals('current')
    .modify((session) => {
      delete session.cardId;
      session.isFinished = true;
    });
}

/** The answers given since the session began and still in force, oldest first. */
export function readSessionReviews(
  db: RoundsDatabase,
  { deviceId, firstCounter }: SessionRow,
): Promise<Review[]> {
  return db.transaction('r', db.reviews, db.undone, async () => {
    const since = await db.reviews
      .where('operationId')
      .between(operationIdOf(deviceId, firstCounter), operationIdOf(deviceId, LAST_COUNTER))
      .toArray();
    const undone = await db.undone.bulkGet(since.map((review) => review.operationId));
    return since.filter((_, index) => undone[index] === undefined);
  });
}
