import type { Table } from 'dexie';
import type { CardId } from '../../kernel/ids.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Scope } from '../../domain/study/source.ts';
import type { DrawnRow, RoundsDatabase, SessionRow, ShownRow } from '../schema.ts';
import { readDevice, writesAfter } from './writes.ts';
import { readStudyDay } from '../reads/settings.ts';

/** The session of this study day that is still open: begun, and not finished. */
export async function readSession(
  db: RoundsDatabase,
  now: ClockReading,
): Promise<SessionRow | undefined> {
  return db.transaction('r', db.sessions, db.settings, async () => {
    const [session, studyDay] = await Promise.all([readOpenSession(db), readStudyDay(db, now)]);
    return session?.studyDay === studyDay ? session : undefined;
  });
}

/** The one that is still open, of whatever day. */
export async function readOpenSession(db: RoundsDatabase): Promise<SessionRow | undefined> {
  const session = await db.transaction('r', db.sessions, () => stored(db));
  return session && !session.isFinished ? session : undefined;
}

/** The row beside the session's own, in the same table. */
function shownIn(db: RoundsDatabase): Table<ShownRow, string> {
  return db.table('sessions');
}

async function stored(db: RoundsDatabase): Promise<SessionRow | undefined> {
  const [session, shown] = await Promise.all([
    db.sessions.get('current'),
    shownIn(db).get('shown'),
  ]);
  return session && { ...session, ...shown, id: 'current' };
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
    const [studyDay, device] = await Promise.all([readStudyDay(db, now), readDevice(db)]);
    const session: SessionRow = {
      id: 'current',
      ...scopeOf(scope),
      studyDay,
      deviceId: device.deviceId,
      firstCounter: device.nextCounter,
      isFinished: false,
    };
    await db.sessions.put(session);
    await shownIn(db).put({ id: 'shown', isFinished: false });
    await db.device.put({ ...device, writes: writesAfter(device) });
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
    const [session, studyDay] = await Promise.all([stored(db), readStudyDay(db, now)]);
    return { session, studyDay };
  });
  return session?.studyDay === studyDay ? session : beginSession(db, session ?? {}, now);
}

/** The session on screen as `continueSession` has it; undefined where that would begin it anew. */
export async function readSessionOnScreen(
  db: RoundsDatabase,
  now: ClockReading,
): Promise<SessionRow | undefined> {
  const [session, studyDay] = await Promise.all([stored(db), readStudyDay(db, now)]);
  const isOfToday =
    session?.studyDay === studyDay && (session.plan?.studyDay ?? studyDay) === studyDay;
  return isOfToday ? session : undefined;
}

/** Remembers which card is on screen, so that a killed program comes back to it. */
export async function rememberCard(db: RoundsDatabase, cardId: CardId): Promise<void> {
  await shownIn(db).put({ id: 'shown', cardId, isFinished: false });
}

/**
 * The same of the next card of a session that goes on: no screen follows that. Not waited for on the
 * disk, which each answer keeps busy: after a power cut, a card that was answered is asked no more.
 */
export function rememberNextCard(db: RoundsDatabase, cardId: CardId): void {
  const shown: ShownRow = { id: 'shown', cardId, isFinished: false };
  putBesideSession(db, shown);
}

/** Given to the system at once, and to the disk when it likes: it outlives a program that is killed. */
export function putBesideSession(db: RoundsDatabase, row: ShownRow | DrawnRow): void {
  const transaction = db
    .backendDB()
    .transaction('sessions', 'readwrite', { durability: 'relaxed' });
  transaction.objectStore('sessions').put(row);
}

export async function endSession(db: RoundsDatabase): Promise<void> {
  await shownIn(db).put({ id: 'shown', isFinished: true });
}
