import type { Change, Effects } from '../../domain/collection/rows.ts';
import type { WatchNow } from '../../kernel/watch.ts';
import type { Operation } from '../../log/operation.ts';
import { writesAfter } from '../device/writes.ts';
import type { KeptCounts } from '../kept-counts.ts';
import type { DeviceRow, RoundsDatabase } from '../schema.ts';
import { writeChanges } from '../write.ts';
import type { PayloadRow, StoredBody } from './payloads.ts';
import type { Planned } from './planned.ts';
import { undoRowsOf, withUndoRows } from './undo-rows.ts';

/** Writes `operation` and all that it does, inside the caller's transaction. */
export async function writePlanned(
  db: RoundsDatabase,
  operation: Operation,
  { body, payload }: { readonly body: StoredBody; readonly payload?: PayloadRow },
  planned: Planned,
  counts: KeptCounts,
  watch: WatchNow,
): Promise<void> {
  const { effects, cards, counted, again, takenBack } = planned;
  const { changes, review } = effects;
  const isStep = again === undefined && takenBack === undefined;
  const undo = isStep ? undoRowsOf(operation, changes) : [];
  const { row, parts } = withUndoRows({ ...operation, body }, undo);
  await Promise.all([
    db.operations.add(row),
    payload && db.payloads.put(payload),
    parts.length > 0 && db.changeParts.bulkAdd(parts),
    writeChanges(db, changes, cards, counts, watch),
    takenBack && db.undone.put(takenBack),
    again && db.undone.delete(again.id),
    again && rewriteUndoRows(db, again, changes),
    review && counted === 1 && db.reviews.put(review),
    review && counts.countReview(review, counted),
    counts.countPastLogs(changes),
    recount(db, effects.recounted, counts),
  ]);
}

/** Writes the device's row as it is once `operation` is written. */
export async function countOperation(
  db: RoundsDatabase,
  device: DeviceRow,
  operation: Operation,
  { effects, cards }: Planned,
): Promise<DeviceRow> {
  const isOwn = operation.deviceId === device.deviceId;
  const after: DeviceRow = {
    ...device,
    nextCounter: isOwn ? operation.counter + 1 : device.nextCounter,
    logicalMillis: Math.max(device.logicalMillis, operation.logicalMillis),
    ...inSightAfter(device, effects.changes, cards),
    writes: writesAfter(device),
  };
  await db.device.put(after);
  return after;
}

/** Answers that count otherwise from now on; what was taken back does not count. */
async function recount(
  db: RoundsDatabase,
  recounted: Effects['recounted'] = [],
  counts: KeptCounts,
): Promise<void> {
  if (recounted.length === 0) return;
  const ids = recounted.map(({ before }) => before.operationId);
  const [undone, stored] = await Promise.all([db.undone.bulkGet(ids), db.reviews.bulkGet(ids)]);
  const inForce = recounted.filter((_, index) => stored[index] && !undone[index]);
  await db.reviews.bulkPut(inForce.map(({ after }) => after));
  for (const { before, after } of inForce) {
    await counts.countReview(before, -1);
    await counts.countReview(after, 1);
  }
}

/** How many cards are in sight once `changes` are made to `cards`; nothing where that was not known. */
function inSightAfter(
  { cardsInSight }: DeviceRow,
  changes: readonly Change[],
  cards: Planned['cards'],
): Pick<DeviceRow, 'cardsInSight'> {
  if (cardsInSight === undefined) return {};
  const after = new Map<string, boolean>();
  for (const { table, key, after: row } of changes) {
    if (table === 'cards') after.set(key, row !== undefined && !row.absent);
  }
  let count = cardsInSight;
  for (const [id, isInSight] of after) {
    const before = cards.get(id);
    if (before && !before.absent) count--;
    if (isInSight) count++;
  }
  return { cardsInSight: count };
}

/** What a step changed this time, in place of what it changed the first time. */
async function rewriteUndoRows(
  db: RoundsDatabase,
  step: Operation,
  changes: readonly Change[],
): Promise<void> {
  const old = await db.operations.get(step.id);
  if (!old) return;
  const { undo: _undo, parts: _parts, ...plain } = old;
  const { row, parts } = withUndoRows(plain, undoRowsOf(step, changes));
  await db.changeParts.where('[operationId+part]').between([step.id], [step.id, []]).delete();
  await Promise.all([db.changeParts.bulkAdd(parts), db.operations.put(row)]);
}
