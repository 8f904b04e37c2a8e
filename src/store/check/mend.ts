import { DEFAULT_STUDY_SETTINGS } from '../../domain/collection/deck.ts';
import type { Change, TableName } from '../../domain/collection/rows.ts';
import { impossibleIn } from '../../domain/collection/impossible.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { type Watch, type WatchNow, withoutWaiting } from '../../kernel/watch.ts';
import type { Intent, Operation } from '../../log/operation.ts';
import { type TableRow, tableRow } from '../../log/parts/table-rows.ts';
import { announceChanges } from '../announce.ts';
import { stamp, tablesOfOperations } from '../apply.ts';
import { countOn } from '../device/count-on.ts';
import { writesAfter } from '../device/writes.ts';
import { packBody } from '../log/payloads.ts';
import { stopUnless } from '../log/planned.ts';
import { inTurn } from '../log/turns.ts';
import { undoRowsOf, withUndoRows } from '../log/undo-rows.ts';
import { withoutKeys } from '../reach.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';
import { rowOf } from '../write.ts';
import { countAnew } from './fresh-counts.ts';
import type { DifferingRow } from './differing.ts';
import { isShort, lookNow, type Looked } from './look.ts';

/** What a person lets be mended, each by itself. */
export type Mending =
  /** Rows that no step explains stay, and are written into the log. */
  | 'keep'
  /** Rows that steps bring and that are not there. */
  | 'put-back'
  /** Rows that say something else than the steps: as these say, or kept where steps are missing. */
  | 'agree'
  /** Kept counts, totals and places in the queue follow from the rows. */
  | 'count';

/** What was mended, in rows. */
export interface MendedRows {
  readonly kept: number;
  readonly putBack: number;
  readonly agreed: number;
  /** It can be taken back as one step. */
  readonly canUndo: boolean;
}

/** The collection, looked at anew, and what is accepted put right: in one transaction, or not at all. */
export function mend(
  db: RoundsDatabase,
  accepted: readonly Mending[],
  now: ClockReading,
  watch: Watch = () => true,
): Promise<MendedRows> {
  return inTurn(db, async () => {
    const plan = planned(await lookNow(db, now.atMillis, watch), accepted, now.atMillis);
    const mended = await write(db, plan, accepted, now, withoutWaiting(watch));
    announceChanges(db, undefined);
    return mended;
  });
}

interface Plan {
  /** As the steps say, and as it stands: what the log is told first. */
  readonly takenOver: readonly Change[];
  /** As it stands, and as it will: the step that can be taken back. */
  readonly mending: readonly Change[];
  /** What stands so badly that the log cannot say it, and what follows from the log alone. */
  readonly plain: readonly DifferingRow[];
  readonly misplaced: readonly string[];
  readonly counted: Omit<MendedRows, 'canUndo'>;
}

function planned(looked: Looked, accepted: readonly Mending[], nowMillis: number): Plan {
  const takenOver: Change[] = [];
  const mending: Change[] = [];
  const plain: DifferingRow[] = [];
  const counted = { kept: 0, putBack: 0, agreed: 0 };
  const isKept = isShort(looked);
  for (const row of looked.differing) {
    const { table, key, is, now, wanted } = row;
    const way = WAYS[is];
    if (!accepted.includes(way)) continue;
    const isOfLog = table !== 'reviews' && table !== 'undone';
    if (!isOfLog) {
      // Answers follow from steps alone: what these lack is left as it stands.
      if (is === 'unexplained') continue;
      plain.push(row);
    } else {
      const isSound = now === undefined || canBeSaid(table, now, nowMillis);
      if (is === 'unexplained' && !isSound) continue;
      // A row that cannot be read, or that no row of the table can be.
      if (!isSound || (is === 'other' && now === undefined)) plain.push(row);
      else {
        takenOver.push({ table, key, before: wanted, after: now } as Change);
        const isBack = is === 'lacking' || (is === 'other' && !isKept);
        if (isBack) mending.push({ table, key, before: now, after: wanted } as Change);
      }
    }
    if (is === 'unexplained') counted.kept++;
    else if (is === 'lacking') counted.putBack++;
    else if (isKept && !plain.includes(row)) counted.kept++;
    else counted.agreed++;
  }
  return { takenOver, mending, plain, misplaced: looked.misplaced, counted };
}

const WAYS = { unexplained: 'keep', lacking: 'put-back', other: 'agree' } as const;

function canBeSaid(table: TableName, row: unknown, nowMillis: number): boolean {
  const why = impossibleIn(table, row, nowMillis);
  return tableRow.fault({ table, row }) === undefined && !/no number|below/.test(why ?? '');
}

async function write(
  db: RoundsDatabase,
  plan: Plan,
  accepted: readonly Mending[],
  now: ClockReading,
  watch: WatchNow,
): Promise<MendedRows> {
  // What takes its time comes before the transaction.
  const steps = await Promise.all(
    [
      { changes: plan.takenOver, origin: 'program' as const },
      { changes: plan.mending, origin: 'person' as const },
    ]
      .filter(({ changes }) => changes.length > 0)
      .map(async ({ changes, origin }) => {
        const body = bodyOf(changes);
        return { changes, intent: { body, origin, ...now }, packed: await packBody(body) };
      }),
  );
  return db.transaction('rw', tablesOfOperations(db), async () => {
    await countOn(db);
    for (const { changes, intent, packed } of steps) {
      const operation = await stamped(db, intent);
      const { row, parts } = withUndoRows(
        { ...operation, body: packed.body },
        undoRowsOf(operation, changes),
      );
      await Promise.all([
        db.operations.add(row),
        packed.payload && db.payloads.put(packed.payload),
        parts.length > 0 && db.changeParts.bulkAdd(parts),
      ]);
    }
    for (const { table, key, after } of plan.mending) await put(db, table, key, after);
    for (const { table, key, wanted } of plan.plain) await put(db, table, key, wanted);
    stopUnless(watch(0, 0));
    if (accepted.includes('count')) {
      for (const id of plan.misplaced) {
        const stored = await db.cards.get(id);
        if (stored) await put(db, 'cards', id, withoutKeys(stored));
      }
    }
    const isMoved = plan.mending.length > 0 || plan.plain.length > 0;
    if (isMoved || accepted.includes('count')) await countAnew(db);
    const device = await db.device.get('device');
    if (device) {
      const rebuilds = (device.rebuilds ?? 0) + 1;
      await db.device.put({ ...device, rebuilds, writes: writesAfter(device) });
    }
    return { ...plan.counted, canUndo: plan.mending.length > 0 };
  });
}

function bodyOf(changes: readonly Change[]): Intent['body'] {
  return {
    kind: 'take-over',
    rows: changes.flatMap(({ table, after }) => (after ? [{ table, row: after } as TableRow] : [])),
    gone: changes.flatMap(({ table, key, after }) => (after ? [] : [{ table, key }])),
  };
}

/** With the next number of this device, which is then given. */
async function stamped(db: RoundsDatabase, intent: Intent): Promise<Operation> {
  const [device, settings] = await Promise.all([db.device.get('device'), db.settings.get('study')]);
  if (!device) throw new Error('the database was opened without a device');
  const { rolloverHour } = settings ?? DEFAULT_STUDY_SETTINGS;
  const operation = stamp(intent, device, rolloverHour);
  const { counter, logicalMillis } = operation;
  await db.device.put({ ...device, nextCounter: counter + 1, logicalMillis });
  return operation;
}

async function put(db: RoundsDatabase, table: string, key: string, row: unknown): Promise<void> {
  if (row === undefined) await db.table(table).delete(key);
  else if (table === 'cards') await db.cards.put(placed(row as CardRow));
  else await db.table(table).put(row);
}

function placed(card: CardRow): CardRow {
  return rowOf(withoutKeys(card));
}
