import type { DeviceId, OperationId } from '../../kernel/ids.ts';
import { admitOperation } from '../../log/door.ts';
import { inLogOrder, type Stamp } from '../../log/envelope.ts';
import { reachOf } from '../../log/effects.ts';
import {
  type BackOrForth,
  type LaterStep,
  MOST_LATER_STEPS,
  redoStack,
} from '../../log/replay/standing.ts';
import { withBodies } from './log-rows.ts';
import { newestOf } from '../device/newest-of.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';

/** This device's newest step still in force, the program's own too; undefined when there is none. */
export async function newestInForce(db: RoundsDatabase): Promise<OperationRow | undefined> {
  const device = await db.device.get('device');
  if (!device) return undefined;
  for await (const page of newestOf(db, device.deviceId)) {
    const undone = await db.undone.bulkGet(page.map((row) => row.id));
    const found = page.find((row, index) => isStep(row) && !undone[index]);
    if (found) return found;
  }
  return undefined;
}

/** The step that this device can do again; undefined when there is none. */
export async function nextToRedo(db: RoundsDatabase): Promise<OperationId | undefined> {
  const device = await db.device.get('device');
  return device && (await takenBackBy(db, device.deviceId)).at(-1);
}

/** What a device took back since its last new step, the last at the end. */
export async function takenBackBy(db: RoundsDatabase, deviceId: DeviceId): Promise<OperationId[]> {
  const since: BackOrForth<OperationId>[] = [];
  for await (const page of newestOf(db, deviceId)) {
    for (const row of page) {
      if (row.standing !== undefined) continue;
      const { body } = row;
      const isBackOrForth = body.kind === 'undo' || body.kind === 'redo';
      if (!isBackOrForth || !('target' in body)) return redoStack(since.reverse());
      since.push({ kind: body.kind, target: body.target });
    }
  }
  return redoStack(since.reverse());
}

/**
 * The steps in force that came after `step`; as soon as one is of `owner` or `by`, no more are
 * looked for, because that one stands in the way.
 */
export async function laterSteps(
  db: RoundsDatabase,
  step: Pick<Stamp, 'id' | 'logicalMillis'>,
  owner: DeviceId,
  by: DeviceId,
): Promise<readonly LaterStep[]> {
  const found: LaterStep[] = [];
  let from = step;
  for (;;) {
    const page = await db.operations
      .where('logicalMillis')
      .aboveOrEqual(from.logicalMillis)
      .limit(500)
      .toArray();
    const later = page.filter((row) => inLogOrder(row, from) > 0);
    const undone = await db.undone.bulkGet(later.map((row) => row.id));
    const steps = later.filter((row, index) => isStep(row) && !undone[index]);
    const own = steps.find(({ deviceId }) => deviceId === owner || deviceId === by);
    if (own) return [...found, { deviceId: own.deviceId, reach: {} }];
    for (const { operation } of await withBodies(db, steps)) {
      const admitted = admitOperation(operation);
      if (admitted.is !== 'known') continue;
      const { deviceId, body } = admitted.operation;
      found.push({ deviceId, reach: reachOf(body) });
    }
    const last = later.at(-1);
    if (!last || page.length < 500 || found.length > MOST_LATER_STEPS) return found;
    from = last;
  }
}

/** Undos and redos are no steps, nor is what does not apply. */
function isStep({ body, standing }: OperationRow): boolean {
  return standing === undefined && body.kind !== 'undo' && body.kind !== 'redo';
}
