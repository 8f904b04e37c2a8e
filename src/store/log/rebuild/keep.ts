import type { Review } from '../../../domain/collection/review.ts';
import type { Sealed } from '../../../log/envelope.ts';
import { writesAfter } from '../../device/writes.ts';
import type { OperationRow, RoundsDatabase } from '../../schema.ts';
import { packBody, type StoredBody } from '../payloads.ts';
import { type RowBefore, withUndoRows } from '../undo-rows.ts';

/** A step for the log, with what stands with it. */
export interface KeptInLog {
  readonly operation: Sealed;
  readonly standing?: OperationRow['standing'];
  readonly undo?: readonly RowBefore[];
  /** Answers as they count from then on. */
  readonly reviews?: readonly Review[];
}

/**
 * Puts operations into the log, with what is needed for their numbers, and without any effect on the
 * tables of the collection.
 */
export async function keep(db: RoundsDatabase, steps: readonly KeptInLog[]): Promise<void> {
  const packed = await Promise.all(
    steps.map(async ({ operation, standing, undo = [] }) => {
      const { body, payload } = await packBody(operation.body as never);
      const row = { ...operation, body: body as StoredBody };
      return { ...withUndoRows(standing ? { ...row, standing } : row, undo), payload };
    }),
  );
  const parts = packed.flatMap((each) => each.parts);
  // The last word on a review that is counted elsewhere by a later step of these.
  const reviews = new Map(
    steps.flatMap((step) => (step.reviews ?? []).map((each) => [each.operationId, each])),
  );
  const { operations, payloads, changeParts } = db;
  await db.transaction('rw', operations, payloads, changeParts, db.reviews, db.device, async () => {
    await payloads.bulkPut(packed.flatMap(({ payload }) => (payload ? [payload] : [])));
    await operations.bulkAdd(packed.map(({ row }) => row));
    await changeParts.bulkPut(parts);
    await db.reviews.bulkPut([...reviews.values()]);
    await db.device
      .where('id')
      .equals('device')
      .modify((device) => {
        device.writes = writesAfter(device);
        for (const { operation } of steps) {
          const { deviceId, counter, logicalMillis } = operation;
          device.logicalMillis = Math.max(device.logicalMillis, logicalMillis);
          if (deviceId === device.deviceId) {
            device.nextCounter = Math.max(device.nextCounter, counter + 1);
          }
        }
      });
  });
}
