import type { Table } from 'dexie';
import type { Card } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import { TABLE_NAMES, type TableName } from '../../domain/collection/rows.ts';
import { impossibleIn } from '../../domain/collection/impossible.ts';
import type { KeptPastLog } from '../../domain/import/past-log.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Gap } from '../../log/replay/numbers.ts';
import { stateHash } from '../../log/replay/state-hash.ts';
import { withoutKeys } from '../reach.ts';
import type { CardRow, DeviceRow, RoundsDatabase, UndoneRow } from '../schema.ts';
import { rowOf } from '../write.ts';
import { danglingIn, doubledIn } from './dangling.ts';
import { compared, type DifferingRow, isSameRow, passedOver } from './differing.ts';
import { countsThatDiffer, type CountsDiffering } from './fresh-counts.ts';
import { type LookedAt, progressOver } from './look-progress.ts';
import { readableRows, type UnreadRow } from './readable.ts';
import { replayed } from './worked-out.ts';

/** A row that cannot be as it is, whatever the steps say. */
export interface StrangeRow {
  readonly table: string;
  readonly key: string;
  readonly why: string;
}

/** All that a look at the collection found. Nothing was written. */
export interface Looked {
  readonly hashBefore: string;
  readonly hashAfter: string;
  readonly operations: number;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  readonly damaged: readonly { readonly id: string; readonly why: string }[];
  readonly deferred: readonly { readonly id: string; readonly why: string }[];
  readonly gaps: readonly Gap[];
  readonly differing: readonly DifferingRow[];
  /** Cards whose place in the queue is not the one that follows from them. */
  readonly misplaced: readonly string[];
  readonly counts: CountsDiffering;
  readonly impossible: readonly StrangeRow[];
  readonly dangling: readonly StrangeRow[];
  readonly doubled: readonly StrangeRow[];
  readonly unreadable: readonly UnreadRow[];
}

/** Reads everything, compares it with what the steps add up to, and writes nothing. In its turn. */
export async function lookNow(
  db: RoundsDatabase,
  nowMillis: number,
  watch: Watch = () => true,
): Promise<Looked> {
  const progress = await progressOver(db, watch);
  const unreadable: UnreadRow[] = [];
  const log = await replayed(db, unreadable, progress);
  const device = await db.device.get('device');
  const differing: DifferingRow[] = [];
  const impossible: StrangeRow[] = [];
  const misplaced: string[] = [];
  const tables = {} as Record<TableName, ReadonlyMap<string, unknown>>;
  for (const name of TABLE_NAMES) {
    const stored = await readAll(db.table(name), unreadable, progress);
    if (name === 'cards') {
      for (const [key, row] of stored) {
        const card = withoutKeys(row as CardRow);
        if (!isSameRow(row, safeRow(card))) misplaced.push(key);
        stored.set(key, card);
      }
    }
    tables[name] = stored;
    const passed = passedOver(unreadable, name);
    differing.push(...compared(name, stored, log.replay.collection.tables[name], passed));
  }
  const reviews = await readAll(db.table<Review>('reviews'), unreadable, progress);
  const undone = await readAll(db.table<UndoneRow>('undone'), unreadable, progress);
  differing.push(...compared('reviews', reviews, log.reviews, passedOver(unreadable, 'reviews')));
  differing.push(...compared('undone', undone, log.undone, passedOver(unreadable, 'undone')));
  for (const [table, rows] of [...Object.entries(tables), ['reviews', reviews] as const]) {
    for (const [key, row] of rows) {
      const why = impossibleIn(table, row, nowMillis);
      if (why !== undefined) impossible.push({ table, key, why });
    }
  }
  const wrongNumber = numberFault(device, log.lastOwn);
  if (wrongNumber) impossible.push({ table: 'device', key: 'device', why: wrongNumber });
  const cards = [...tables.cards.values()] as Card[];
  const logs = [...tables.pastLogs.values()].filter(
    (row): row is KeptPastLog => typeof (row as KeptPastLog).packed === 'string',
  );
  const counts = await countsThatDiffer(db, cards, [...reviews.values()], undone, logs, device);
  const { replay } = log;
  return {
    hashBefore: stateHash(tables),
    hashAfter: stateHash(replay.collection.tables),
    operations: log.operations,
    refused: replay.refused,
    damaged: replay.damaged,
    deferred: replay.deferred.map(({ operation, why }) => ({ id: operation.id, why })),
    gaps: [...replay.gaps, ...lastOnesMissing(device, log.lastOwn)],
    differing,
    misplaced,
    counts,
    impossible,
    dangling: danglingIn(tables),
    doubled: doubledIn(reviews.values()),
    unreadable,
  };
}

/** What no step may be put in the place of: operations that cannot be read, or are not there. */
export function isShort({ gaps, damaged, operations, unreadable, differing }: Looked): boolean {
  const isGone = operations === 0 && differing.length > 0;
  const isUnread = unreadable.some(({ table }) => table === 'operations');
  return gaps.length > 0 || damaged.length > 0 || isGone || isUnread;
}

async function readAll<Row>(
  table: Table<Row>,
  unreadable: UnreadRow[],
  progress: LookedAt,
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for await (const page of readableRows(table, unreadable)) {
    for (const { key, row } of page) found.set(key, row);
    await progress(page.length);
  }
  return found;
}

/** A card with no schedule at all has no place. */
function safeRow(card: Card): CardRow | undefined {
  try {
    return rowOf(card);
  } catch {
    return undefined;
  }
}

/** What is wrong with the row that numbers this device's steps. */
function numberFault(device: DeviceRow | undefined, lastOwn: number): string | undefined {
  if (!device) return t`the row that numbers the steps is not there`;
  const { nextCounter, logicalMillis } = device;
  if (!Number.isSafeInteger(nextCounter)) return t`the number of the next step is none`;
  if (nextCounter <= lastOwn) return t`the number of the next step was given before`;
  return Number.isFinite(logicalMillis) ? undefined : t`the time of the last step is none`;
}

function lastOnesMissing(device: DeviceRow | undefined, lastOwn: number): Gap[] {
  if (!device || !Number.isSafeInteger(device.nextCounter)) return [];
  const { deviceId, nextCounter } = device;
  return lastOwn + 1 < nextCounter ? [{ deviceId, from: lastOwn + 1, to: nextCounter - 1 }] : [];
}
