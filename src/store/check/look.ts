import type { Table } from 'dexie';
import type { Card } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import { TABLE_NAMES, type TableName } from '../../domain/collection/rows.ts';
import { impossibleIn } from '../../domain/collection/impossible.ts';
import { canonical } from '../../kernel/canonical.ts';
import type { KeptPastLog } from '../../domain/import/past-log.ts';
import type { OperationId } from '../../kernel/ids.ts';
import type { WatchNow } from '../../kernel/watch.ts';
import { inLogOrder } from '../../log/envelope.ts';
import type { Gap } from '../../log/replay/numbers.ts';
import { LogReplay, type Outcome } from '../../log/replay/replay.ts';
import { stateHash } from '../../log/replay/state-hash.ts';
import { stopUnless } from '../log/planned.ts';
import { withBodies } from '../log/log-rows.ts';
import { withoutKeys } from '../reach.ts';
import type { CardRow, DeviceRow, OperationRow, RoundsDatabase, UndoneRow } from '../schema.ts';
import { rowOf } from '../write.ts';
import { danglingIn, doubledIn } from './dangling.ts';
import { countsThatDiffer, type CountsDiffering } from './fresh-counts.ts';
import { readableRows, type UnreadRow } from './readable.ts';

/** A row that is other than the steps say. */
export interface DifferingRow {
  readonly table: TableName | 'reviews' | 'undone';
  readonly key: string;
  /** unexplained: no step brings it; lacking: steps do, and it is not there; other: it says something else. */
  readonly is: 'unexplained' | 'lacking' | 'other';
  /** As it stands, and as the steps say. */
  readonly now?: unknown;
  readonly wanted?: unknown;
}

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
  watch: WatchNow = () => true,
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
        if (!isSame(row, safeRow(card))) misplaced.push(key);
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

type Progress = (looked: number) => void;

async function progressOver(db: RoundsDatabase, watch: WatchNow): Promise<Progress> {
  const names = ['operations', 'reviews', 'undone', ...TABLE_NAMES];
  const counts = await Promise.all(
    names.map((name) =>
      db
        .table(name)
        .count()
        .catch(() => 0),
    ),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  return (looked) => {
    done += looked;
    stopUnless(watch(Math.min(done, total), total));
  };
}

interface Log {
  readonly replay: LogReplay;
  readonly operations: number;
  readonly lastOwn: number;
  readonly reviews: ReadonlyMap<string, Review>;
  readonly undone: ReadonlyMap<string, UndoneRow>;
}

/** Works all operations out that can be read. They are read by their ids: an index may be broken too. */
async function replayed(
  db: RoundsDatabase,
  unreadable: UnreadRow[],
  progress: Progress,
): Promise<Log> {
  const device = await db.device.get('device');
  const places: { id: OperationId; logicalMillis: number }[] = [];
  const targets = new Set<OperationId>();
  let lastOwn = -1;
  for await (const page of readableRows<OperationRow>(db.operations as never, unreadable)) {
    for (const { row } of page) {
      const { id, logicalMillis } = row;
      places.push({ id, logicalMillis });
      if ('target' in (row.body ?? {})) targets.add((row.body as { target: OperationId }).target);
      if (row.deviceId === device?.deviceId) lastOwn = Math.max(lastOwn, row.counter);
    }
    progress(0);
  }
  places.sort((a, b) => inLogOrder(a, b));
  const replay = new LogReplay({ wanted: targets });
  const reviews = new Map<string, Review>();
  const undone = new Map<string, UndoneRow>();
  for (let from = 0; from < places.length; from += OPERATIONS_AT_ONCE) {
    const ids = places.slice(from, from + OPERATIONS_AT_ONCE).map(({ id }) => id);
    const rows = (await db.operations.bulkGet(ids)).filter((row) => row !== undefined);
    for (const { operation } of await withBodies(db, rows)) {
      count(replay.take(operation), reviews, undone);
    }
    progress(ids.length);
  }
  return { replay, operations: places.length, lastOwn, reviews, undone };
}

const OPERATIONS_AT_ONCE = 1000;

function count(
  outcome: Outcome,
  reviews: Map<string, Review>,
  undone: Map<string, UndoneRow>,
): void {
  const { is } = outcome;
  if (is !== 'applied' && is !== 'redone' && is !== 'undone') return;
  const { operation, review, recounted = [], target } = outcome;
  if (review && is !== 'undone') reviews.set(review.operationId, review);
  for (const { after } of recounted) {
    if (reviews.has(after.operationId)) reviews.set(after.operationId, after);
  }
  if (is === 'redone' && target) undone.delete(target.id);
  if (is === 'undone' && target) {
    const row = { target: target.id, by: operation.id };
    undone.set(target.id, review ? { ...row, cardId: review.cardId } : row);
  }
}

async function readAll<Row>(
  table: Table<Row>,
  unreadable: UnreadRow[],
  progress: Progress,
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for await (const page of readableRows(table, unreadable)) {
    for (const { key, row } of page) found.set(key, row);
    progress(page.length);
  }
  return found;
}

/** Keys that stand in a table and could not be read; undefined: of the table's end nothing is known. */
function passedOver(unreadable: readonly UnreadRow[], name: string): Set<string> | undefined {
  const own = unreadable.filter(({ table }) => table === name);
  if (own.some(({ key }) => key === undefined)) return undefined;
  return new Set(own.flatMap(({ key }) => (key === undefined ? [] : [key])));
}

function* compared(
  table: DifferingRow['table'],
  stored: ReadonlyMap<string, unknown>,
  wanted: ReadonlyMap<string, unknown>,
  passed: ReadonlySet<string> | undefined,
): Generator<DifferingRow> {
  for (const [key, now] of stored) {
    const right = wanted.get(key);
    if (right === undefined) yield { table, key, is: 'unexplained', now };
    else if (!isSame(now, right)) yield { table, key, is: 'other', now, wanted: right };
  }
  for (const [key, right] of wanted) {
    if (stored.has(key)) continue;
    // A row that is there and cannot be read is put anew.
    if (passed?.has(key)) yield { table, key, is: 'other', wanted: right };
    else if (passed) yield { table, key, is: 'lacking', wanted: right };
  }
}

/** NaN and the infinities are told apart; JSON writes them all as null. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
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
  if (!device) return 'the row that numbers the steps is not there';
  const { nextCounter, logicalMillis } = device;
  if (!Number.isSafeInteger(nextCounter)) return 'the number of the next step is none';
  if (nextCounter <= lastOwn) return 'the number of the next step was given before';
  return Number.isFinite(logicalMillis) ? undefined : 'the time of the last step is none';
}

function lastOnesMissing(device: DeviceRow | undefined, lastOwn: number): Gap[] {
  if (!device || !Number.isSafeInteger(device.nextCounter)) return [];
  const { deviceId, nextCounter } = device;
  return lastOwn + 1 < nextCounter ? [{ deviceId, from: lastOwn + 1, to: nextCounter - 1 }] : [];
}
