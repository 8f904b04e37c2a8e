import type { Change } from '../../domain/collection/rows.ts';
import type { CardId, NoteId, OperationId } from '../../kernel/ids.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';
import { TouchedRows } from './touched.ts';

/** Up to where the log is in what was read: rows that have changed since are named by later operations. */
export interface LogStamp {
  /** The logical time of the newest operation; 0 without any. */
  readonly logicalMillis: number;
  /** The operations of that instant: others of it may still come. */
  readonly newest: readonly OperationId[];
  /** How often the tables had been worked out anew: what a rebuild writes, no operation names. */
  readonly rebuilds: number;
}

/** From so many operations on it is quicker to read everything. */
const MOST = 20_000;

/** undefined while the tables do not follow the log, as in the middle of a rebuild. */
export async function readLogStamp(db: RoundsDatabase): Promise<LogStamp | undefined> {
  return db.transaction('r', db.device, db.operations, async () => {
    const [device, last] = await Promise.all([
      db.device.get('device'),
      db.operations.orderBy('logicalMillis').lastKey(),
    ]);
    if (!device || device.mustRebuild || device.mustPack) return undefined;
    const logicalMillis = Number(last ?? 0);
    const newest = await db.operations.where({ logicalMillis }).primaryKeys();
    return { logicalMillis, newest, rebuilds: device.rebuilds ?? 0 };
  });
}

/** The rows that are other than at `since`, as they are now, and up to where that is. */
export interface Since {
  readonly changes: readonly Change[];
  readonly stamp: LogStamp;
}

/**
 * What the operations since `since` changed, none twice. `cardIdsOf`: the cards that a note had then,
 * because a note that is taken back takes its cards with it. undefined where it cannot be told from
 * the log, or is so much that reading everything takes less.
 */
export async function readSince(
  db: RoundsDatabase,
  since: LogStamp,
  cardIdsOf: (noteId: NoteId) => readonly CardId[],
): Promise<Since | undefined> {
  const found = await touchedSince(db, since);
  if (!found) return undefined;
  return { changes: await found.touched.read(db, cardIdsOf), stamp: found.stamp };
}

/** What the operations since `since` name, and up to where that is; undefined as in `readSince`. */
export async function touchedSince(
  db: RoundsDatabase,
  since: LogStamp,
): Promise<{ readonly touched: TouchedRows; readonly stamp: LogStamp } | undefined> {
  const stamp = await readLogStamp(db);
  if (!stamp || stamp.rebuilds !== since.rebuilds) return undefined;
  if (stamp.logicalMillis < since.logicalMillis) return undefined;
  const rows = await laterThan(db, since);
  if (!rows) return undefined;
  const touched = new TouchedRows();
  const later = new Set(rows.map(({ id }) => id));
  const steps = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (!('target' in row.body) || row.standing !== undefined) continue;
    const target = await db.operations.get(row.body.target as OperationId);
    if (!target) continue;
    // Done again, a step of before may change other rows than it did; which those were is gone.
    if (row.body.kind === 'redo' && !later.has(target.id)) return undefined;
    steps.set(target.id, target);
  }
  await touched.by(db, [...steps.values()]);
  return touched.isTooMuch ? undefined : { touched, stamp };
}

/** undefined where they are too many, or where the newest of then are gone: it is another log. */
async function laterThan(
  db: RoundsDatabase,
  { logicalMillis, newest }: LogStamp,
): Promise<OperationRow[] | undefined> {
  const known = new Set(newest);
  const found = db.operations.where('logicalMillis').aboveOrEqual(logicalMillis);
  const ids = await found.limit(MOST + known.size + 1).primaryKeys();
  const later = ids.filter((id) => !known.has(id));
  if (later.length > MOST || ids.length - later.length < known.size) return undefined;
  const rows = await db.operations.bulkGet(later);
  return rows.filter((row) => row !== undefined);
}
