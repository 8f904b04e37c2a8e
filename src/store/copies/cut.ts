import type { CollectionCounts } from '../../domain/collection/collection-counts.ts';
import { pastAnswersOf } from '../../domain/import/past-answers-of.ts';
import type { MediaFile } from '../../domain/media/media-file.ts';
import { type DeviceId, operationIdOf } from '../../kernel/ids.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';
import { pages } from '../library/library-pages.ts';
import { nextNumberOf } from '../device/newest-of.ts';
import { hashOf } from '../log/rebuild/hashes.ts';

/** The collection at one moment: what a copy of it holds, whatever is done meanwhile. */
export interface Cut {
  /** The number after the last of each device, in the order of their names. */
  readonly devices: ReadonlyMap<DeviceId, number>;
  readonly lastAtMillis: number;
  readonly stateHash: string;
  /** Without media: which are there is not known before they are read. */
  readonly counts: Omit<CollectionCounts, 'media'>;
  readonly media: readonly MediaFile[];
}

/** Operations read in one request. */
const PAGE = 1000;

export function readCut(db: RoundsDatabase): Promise<Cut> {
  return db.transaction('r', db.tables, async () => ({
    devices: await devicesIn(db),
    lastAtMillis: (await db.operations.orderBy('logicalMillis').last())?.atMillis ?? 0,
    stateHash: await hashOf(db),
    counts: {
      cards: await db.cards.filter(({ absent }) => !absent).count(),
      notes: await db.notes.count(),
      reviews:
        (await db.reviews.count()) -
        (await db.undone.where('cardId').above('').count()) +
        (await countPastAnswers(db)),
      operations: await db.operations.count(),
    },
    media: await db.media.toArray(),
  }));
}

async function countPastAnswers(db: RoundsDatabase): Promise<number> {
  let count = 0;
  for await (const logs of pages(db.pastLogs)) {
    for (const log of logs) count += pastAnswersOf(log).length;
  }
  return count;
}

/** The devices whose operations are here, each with the number after its last. */
export async function devicesIn(db: RoundsDatabase): Promise<ReadonlyMap<DeviceId, number>> {
  const found = new Map<DeviceId, number>();
  for (let after = ''; ; ) {
    const [id] = await db.operations.where('id').above(after).limit(1).primaryKeys();
    if (id === undefined) return found;
    const deviceId = id.slice(0, id.lastIndexOf(':')) as DeviceId;
    found.set(deviceId, await nextNumberOf(db, deviceId));
    // The sign after ':' comes after all of its numbers.
    after = `${deviceId};`;
  }
}

/** Rows of a device's operations up to number `next`, in their order. */
export async function* rowsOfDevice(
  db: RoundsDatabase,
  deviceId: DeviceId,
  next: number,
): AsyncGenerator<readonly OperationRow[]> {
  for (let from = 0; from < next; ) {
    const page = await db.operations
      .where('id')
      .between(operationIdOf(deviceId, from), operationIdOf(deviceId, next), true, false)
      .limit(PAGE)
      .toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    from = last.counter + 1;
  }
}
