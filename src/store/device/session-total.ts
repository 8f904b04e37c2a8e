import { SessionTotal } from '../../domain/study/session-total.ts';
import { type OperationId, operationIdOf } from '../../kernel/ids.ts';
import { isPacked } from '../log/payloads.ts';
import { undoneAmong } from '../reads/undone-among.ts';
import type { DeviceRow, OperationRow, RoundsDatabase, SessionRow } from '../schema.ts';
import { readDevice, writesOf } from './writes.ts';

/** A number no device's operations reach: ids are ten digits (operationIdOf). */
const LAST_COUNTER = 9_999_999_999;

interface Kept {
  readonly total: SessionTotal;
  readonly of: Pick<SessionRow, 'deviceId' | 'firstCounter'>;
  readonly writes: number;
  readonly nextCounter: number;
}

const keptOf = new WeakMap<RoundsDatabase, Kept>();

/**
 * What the answers given since the session began, and still in force, come to. Kept: only the steps
 * since it was last asked are read. Where this device's own steps are not all that was written in
 * between, everything is counted anew.
 */
export function readSessionTotal(db: RoundsDatabase, session: SessionRow): Promise<SessionTotal> {
  return db.transaction('r', db.device, db.operations, db.reviews, db.undone, async () => {
    const device = await readDevice(db);
    const kept = keptOf.get(db);
    const isSame =
      kept?.of.firstCounter === session.firstCounter && kept.of.deviceId === session.deviceId;
    const total =
      kept && isSame && isOwnAlone(kept, device)
        ? await broughtUpToDate(db, kept, device)
        : await countedAnew(db, session);
    keptOf.set(db, {
      total,
      of: session,
      writes: writesOf(device),
      nextCounter: device.nextCounter,
    });
    return total;
  });
}

/** Whether `total` is of the moment after so many writes; see DeviceRow. */
export function isTotalAt(db: RoundsDatabase, total: SessionTotal, writes: number): boolean {
  const kept = keptOf.get(db);
  return kept?.total === total && kept.writes === writes;
}

function isOwnAlone({ of, writes, nextCounter }: Kept, device: DeviceRow): boolean {
  const steps = device.nextCounter - nextCounter;
  return of.deviceId === device.deviceId && steps >= 0 && writesOf(device) - writes === steps;
}

async function countedAnew(
  db: RoundsDatabase,
  { deviceId, firstCounter }: SessionRow,
): Promise<SessionTotal> {
  const reviews = await db.reviews
    .where('operationId')
    .between(operationIdOf(deviceId, firstCounter), operationIdOf(deviceId, LAST_COUNTER))
    .toArray();
  const undone = await undoneAmong(
    db,
    reviews.map(({ operationId }) => operationId),
  );
  const total = new SessionTotal();
  for (const review of reviews) if (!undone.has(review.operationId)) total.add(review);
  return total;
}

async function broughtUpToDate(
  db: RoundsDatabase,
  { total, of, nextCounter }: Kept,
  device: DeviceRow,
): Promise<SessionTotal> {
  if (device.nextCounter === nextCounter) return total;
  const steps = await db.operations
    .where('id')
    .between(operationIdOf(of.deviceId, nextCounter), operationIdOf(of.deviceId, LAST_COUNTER))
    .toArray();
  const first = operationIdOf(of.deviceId, of.firstCounter);
  const changed = [...new Set(steps.flatMap(answerIn))].filter((id) => id >= first);
  const [reviews, undone] = await Promise.all([
    db.reviews.bulkGet(changed),
    db.undone.bulkGet(changed),
  ]);
  changed.forEach((id, index) => {
    const review = reviews[index];
    if (review && !undone[index]) total.add(review);
    else total.remove(id);
  });
  return total;
}

/** The answer that a step is, takes back or does again. */
function answerIn({ id, body }: OperationRow): readonly OperationId[] {
  if (isPacked(body)) return [];
  if (body.kind === 'undo' || body.kind === 'redo') return [body.target];
  return body.kind === 'answer' ? [id] : [];
}
