import { Dexie } from 'dexie';
import { DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import type { Change, Rows } from '../domain/collection/rows.ts';
import type { Review } from '../domain/collection/review.ts';
import { type DeviceId, operationIdOf } from '../kernel/ids.ts';
import { ok, type Problem, type Result } from '../kernel/problem.ts';
import { studyDayOf } from '../kernel/study-day.ts';
import { t } from '../kernel/texts.ts';
import { type Watch, type WatchNow, withoutWaiting } from '../kernel/watch.ts';
import { effectsOf, reachOf } from '../log/effects.ts';
import type { Intent, Operation } from '../log/operation.ts';
import { LAST_INSTANT_MILLIS } from '../log/envelope.ts';
import { kindOfBody } from '../log/registry.ts';
import { announceChanges } from './announce.ts';
import { type Foreseen, isForeseen } from './device/foreseen.ts';
import { KeptCounts } from './kept-counts.ts';
import { packBody } from './log/payloads.ts';
import { type Found, readReach, withDecks } from './reach.ts';
import type { DeviceRow, RoundsDatabase } from './schema.ts';
import { secondCopyOf } from './place/second-copy.ts';
import { roomOf } from './place/room.ts';
import { waitsOf } from './place/waits.ts';
import { storageProblem } from './storage-problem.ts';
import { isSameMoment, writesAfter } from './device/writes.ts';
import { type Planned, Refused, stopUnless } from './log/planned.ts';
import { readTarget, redoneIn, type TurnTarget, undoneIn } from './log/take-back.ts';
import { inTurn } from './log/turns.ts';
import { countOperation, writePlanned } from './log/write-operation.ts';

/** An operation that is on disk, and what it changed. */
export type Applied = Operation & {
  readonly changes: readonly Change[];
  /** The answer that it is. */
  readonly review?: Review;
  /** Writes on this database with it; see DeviceRow. */
  readonly writes: number;
  /** Of one that was foreseen: the counts as it left them. */
  readonly counts?: KeptCounts;
};

/**
 * The one way to change anything: numbers `intent`, and writes it and all its effects in a single
 * strict transaction. Resolves only when that is on disk; otherwise nothing was written.
 * `watch` hears of large operations while they are written, and can stop them until then.
 */
export function apply(
  db: RoundsDatabase,
  intent: Intent,
  watch?: Watch,
  foreseen?: Foreseen,
): Promise<Result<Applied>> {
  const operationOf = (device: DeviceRow, rolloverHour: number): Operation =>
    stamp(intent, device, rolloverHour);
  return inTurn(db, async () => {
    const noRoom = await roomOf(db).problem();
    if (noRoom) return { ok: false, problem: noRoom };
    return write(db, intent.body, undefined, operationOf, withoutWaiting(watch), foreseen);
  });
}

const NO_DEVICE = t`the database was opened without a device`;

/**
 * An operation that has its number already: from another device, or from a file. In its turn. Refused
 * is only what does not apply; where the storage fails this rejects, and nothing is known of the step.
 */
export function applyStamped(db: RoundsDatabase, operation: Operation): Promise<Result<Applied>> {
  return write(db, operation.body, operation.deviceId, () => operation);
}

async function write(
  db: RoundsDatabase,
  body: Operation['body'],
  deviceId: DeviceId | undefined,
  operationOf: (device: DeviceRow, rolloverHour: number) => Operation,
  watch: WatchNow = () => true,
  foreseen?: Foreseen,
): Promise<Result<Applied>> {
  const room = roomOf(db);
  const copy = secondCopyOf(db);
  let copied: { readonly id: Operation['id']; readonly isDone: Promise<void> } | undefined;
  try {
    // What takes its time, or needs more than the database, comes before the transaction.
    const packed = await packBody(body);
    const target =
      body.kind === 'undo' || body.kind === 'redo'
        ? await readTarget(db, body.kind, body.target, deviceId)
        : undefined;
    const look = (): void => stopUnless(watch(0, 0));
    let isOther = false;
    const attempt = (ahead: Foreseen | undefined) =>
      db.transaction('rw', tablesOfOperations(db), async () => {
        // Dexie's own promise: after another that is waited for late, it would not know the transaction.
        const reading = db.device.get('device');
        const [found, expected] = ahead
          ? [ahead.rows, ahead.device]
          : await Promise.all([readReach(db, target?.reach ?? reachOf(body), look), reading]);
        if (!expected) throw new Error(NO_DEVICE);
        const settings = found.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
        const operation = operationOf(expected, settings.rolloverHour);
        const counts = ahead ? ahead.counts.copy() : new KeptCounts(db);
        const planned = await plannedIn(db, operation, found, counts, target, look);
        const writing = writePlanned(db, operation, packed, planned, counts, watch);
        // The transaction ends with the first that fails; the other may too, and says no more.
        writing.catch(() => {});
        const device = await reading;
        if (!device) throw new Error(NO_DEVICE);
        isOther = !isSameMoment(device, expected);
        if (isOther) throw new Error('something was written after this was foreseen');
        if (copy) {
          const stored = { ...packed, operation: { ...operation, body: packed.body } };
          // At the same time as the rows, and outside of their transaction.
          copied = { id: operation.id, isDone: Dexie.ignoreTransaction(() => copy.add(stored)) };
        }
        const counting = countOperation(db, device, operation, planned);
        const [after] = await Promise.all([counting, writing]);
        const { changes, review } = planned.effects;
        const applied: Applied = {
          ...operation,
          changes,
          ...(review && { review }),
          ...(ahead && { counts }),
          writes: writesAfter(device),
        };
        const { cards } = planned;
        return { applied, step: { id: operation.id, before: device, after, cards, counts } };
      });
    const ahead = foreseen && isForeseen(foreseen, body) ? foreseen : undefined;
    const attempts = attempt(ahead).catch((error: unknown) => {
      // Foreseen of another moment: nothing of it was written, and its refusal means nothing.
      if (ahead && (isOther || refusalIn(error))) return attempt(undefined);
      throw error;
    });
    const waits = waitsOf(db);
    const { applied, step } = await waits.during('database', attempts);
    if (copied) await waits.during('journal', copied.isDone);
    room.accepted();
    announceChanges(db, applied.changes, step);
    return ok(applied);
  } catch (error) {
    if (copied) await copy?.takeBack(copied.id);
    const refused = refusalIn(error);
    if (refused) return { ok: false, problem: refused };
    room.refused(error);
    if (deviceId !== undefined) throw error;
    return storageProblem(error);
  }
}

/**
 * Where a session stands is written on the side, and must not be waited for; nor must files, drafts,
 * forecasts and what is kept, which are no operation's effect.
 */
export function tablesOfOperations(db: RoundsDatabase): string[] {
  const aside = new Set(['sessions', 'drafts', 'blobs', 'forecasts', 'kept']);
  return db.tables.map(({ name }) => name).filter((name) => !aside.has(name));
}

/** `intent` with the next number of this device. */
export function stamp(intent: Intent, device: DeviceRow, rolloverHour: number): Operation {
  return {
    ...intent,
    id: operationIdOf(device.deviceId, device.nextCounter),
    deviceId: device.deviceId,
    counter: device.nextCounter,
    logicalMillis: Math.min(
      Math.max(intent.atMillis, device.logicalMillis + 1),
      // After a step of the last instant, numbers alone tell the order.
      LAST_INSTANT_MILLIS,
    ),
    studyDay: studyDayOf(intent, rolloverHour),
    version: kindOfBody(intent.body).version,
  };
}

async function plannedIn(
  db: RoundsDatabase,
  operation: Operation,
  found: Found | Rows,
  counts: KeptCounts,
  target: TurnTarget | undefined,
  look: () => void,
): Promise<Planned> {
  const { body, studyDay } = operation;
  if (body.kind === 'undo' && target) return undoneIn(db, operation, target, look);
  const [rows] = await Promise.all([
    'decks' in found ? found : withDecks(db, found),
    counts.readAhead(found.cards.values(), studyDay),
  ]);
  if (body.kind === 'redo' && target) return redoneIn(db, operation, target, rows);
  const result = effectsOf(operation, rows);
  if (!result.ok) throw new Refused(result.problem);
  return { effects: result.value, cards: rows.cards, counted: 1 };
}

/** Dexie wraps what is thrown inside a transaction; the reason is found along the causes. */
function refusalIn(error: unknown): Problem | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if (current instanceof Refused) return current.problem;
    current = (current as { inner?: unknown }).inner ?? current.cause;
  }
  return undefined;
}
