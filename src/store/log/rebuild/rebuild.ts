import type { Card } from '../../../domain/collection/card.ts';
import { hasAnswers, type Review } from '../../../domain/collection/review.ts';
import { TABLE_NAMES } from '../../../domain/collection/rows.ts';
import type { KeptPastLog } from '../../../domain/import/past-log.ts';
import type { OperationId } from '../../../kernel/ids.ts';
import { type Watch, withoutWaiting } from '../../../kernel/watch.ts';
import { understands } from '../../../log/registry.ts';
import type { Gap } from '../../../log/replay/numbers.ts';
import { LogReplay, NeedsEarlier, type Outcome } from '../../../log/replay/replay.ts';
import { stateHash } from '../../../log/replay/state-hash.ts';
import { announceChanges } from '../../announce.ts';
import { isNothing, talliesOf } from '../../check/fresh-counts.ts';
import { newestOf } from '../../device/newest-of.ts';
import type { DeviceRow, OperationRow, RoundsDatabase } from '../../schema.ts';
import { rowOf } from '../../write.ts';
import { logPages } from '../log-rows.ts';
import { inTurn } from '../turns.ts';
import { readUndoRows, undoRowsOf } from '../undo-rows.ts';
import { Counts } from './counts.ts';
import { Differences } from './differences.ts';
import { hashOf } from './hashes.ts';
import { RebuildProgress } from './progress.ts';

export interface Rebuilt {
  /** State hashes: of what stood in the tables, and of what the operations add up to. */
  readonly hashBefore: string;
  readonly hashAfter: string;
  readonly operations: number;
  /** Operations that no longer apply; none in a healthy database. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  /** Operations that only a newer version of the program understands: kept. */
  readonly deferred: readonly { readonly id: string; readonly why: string }[];
  readonly gaps: readonly Gap[];
  /** Of the refused: those that cannot be read. */
  readonly damaged: readonly { readonly id: string; readonly why: string }[];
  /** Rows that were other than the operations say, by table; put right unless `isLeft`. */
  readonly differing: Readonly<Record<string, number>>;
  /** Nothing was written, because operations are damaged or missing. */
  readonly isLeft: boolean;
}

/**
 * Works the collection out anew from its operations alone, and writes what differs. Nothing else is
 * written meanwhile. A rebuild that is killed on the way is done again at the next start.
 * `watch` hears of operations and rows looked at; until the first row is written it can stop it,
 * and Refused is thrown.
 */
export function rebuild(db: RoundsDatabase, watch?: Watch): Promise<Rebuilt> {
  return inTurn(db, () => rebuildNow(db, watch));
}

/** The same for whoever has the turn already. */
export async function rebuildNow(db: RoundsDatabase, watch?: Watch): Promise<Rebuilt> {
  const progress = await RebuildProgress.over(db, withoutWaiting(watch));
  const hashBefore = await hashOf(db);
  progress.add(0);
  const wanted = new Set(await db.undone.toCollection().primaryKeys());
  const worked = await work(db, wanted, progress).catch(async (error: unknown) => {
    if (!(error instanceof NeedsEarlier)) throw error;
    progress.beginAnew();
    return work(db, await targets(db), progress);
  });
  const { replay, counts, mended, removed } = worked;
  const device = await db.device.get('device');
  const gaps = [...replay.gaps, ...(await lastOnesMissing(db, device))];
  // The log never wins over rows that it cannot explain: where it lacks steps, what none of the
  // others brought or removed stays.
  const isLacking = replay.damaged.length > 0 || gaps.length > 0;
  const isShort = isLacking || counts.operations === 0;
  const kept: { readonly table: string; readonly row: unknown }[] = [];
  const unexplained = (table: string) => (row: { readonly id: string }) => {
    const isKept = isShort && !removed.has(`${table}/${row.id}`);
    if (isKept) kept.push({ table, row });
    return isKept;
  };
  for (const name of TABLE_NAMES) {
    const rows = [...replay.collection.tables[name].values()] as { readonly id: string }[];
    const stored = name === 'cards' ? (rows as unknown as Card[]).map(rowOf) : rows;
    await mended.table(name, stored, (row) => row.id, unexplained(name));
    progress.add(stored.length);
  }
  const lackedUndos = isShort ? await undoneByLacked(db) : new Set<OperationId>();
  await mended.table(
    'undone',
    [...counts.undone.values()],
    (row) => row.target,
    (row) => lackedUndos.has(row.target),
  );
  const keptCards = kept.flatMap(({ table, row }) => (table === 'cards' ? [row as Card] : []));
  const allCards = [...replay.collection.tables.cards.values(), ...keptCards];
  if (isShort) await counts.addKept(db);
  for (const { table, row } of kept) {
    if (table === 'pastLogs') counts.addKeptLog(row as KeptPastLog);
  }
  await mended.table(
    'tallies',
    [...talliesOf(allCards).values()],
    (row) => [row.section, row.deckId],
    isNothing,
    isNothing,
  );
  await mended.table('days', counts.days.filter(hasAnswers), (row) => [row.deckId, row.studyDay]);
  mended.reviewsKnown();
  if (!isShort) await mended.rowsBeyond('reviews', counts.reviewIds);
  const deferred = replay.deferred.map(({ operation, why }) => ({ ...operation, why }));
  // What a damaged or missing operation did may stand in the tables alone by now.
  const isOther = kept.length > 0 || Object.keys(mended.byTable).length > 0;
  const isGone = counts.operations === 0 && isOther;
  const isLeft = (isLacking || isGone) && !device?.mustRebuild;
  if (!isLeft) {
    await mended.write();
    const newer = deferred.map(({ body, version }) => ({ kind: body.kind, version }));
    const inSight = allCards.filter(({ absent }) => !absent);
    const strange = newer.filter(({ kind, version }) => !understands(kind, version));
    await mended.end(strange, inSight.length);
    announceChanges(db, undefined);
  }
  progress.end();
  return {
    hashBefore,
    hashAfter: stateHash(replay.collection.tables),
    operations: counts.operations,
    refused: replay.refused,
    deferred: deferred.map(({ id, why }) => ({ id, why })),
    gaps,
    damaged: replay.damaged,
    differing: mended.byTable,
    isLeft,
  };
}

interface Worked {
  readonly replay: LogReplay;
  readonly counts: Counts;
  readonly mended: Differences;
  /** Rows that the log itself took away, as table and key. */
  readonly removed: ReadonlySet<string>;
}

/** Replays the log page by page; what stands beside each operation is put right on the way. */
async function work(
  db: RoundsDatabase,
  wanted: ReadonlySet<OperationId>,
  progress: RebuildProgress,
): Promise<Worked> {
  const replay = new LogReplay({ wanted });
  const counts = new Counts();
  const mended = new Differences(db);
  const removed = new Set<string>();
  for await (const page of logPages(db)) {
    const outcomes = page.map(({ row, operation }) => {
      const outcome = replay.take(operation);
      counts.count(outcome);
      noteRemoved(outcome, removed);
      return { row, outcome };
    });
    await mended.reviews(outcomes.flatMap(({ outcome }) => reviewsIn(outcome)));
    await mended.operations(await rowsThatDiffer(db, outcomes));
    counts.operations += page.length;
    progress.add(page.length);
  }
  return { replay, counts, mended, removed };
}

function noteRemoved(outcome: Outcome, removed: Set<string>): void {
  if (!('changes' in outcome)) return;
  for (const { table, key, after } of outcome.changes) {
    if (after === undefined) removed.add(`${table}/${key}`);
  }
}

/** What was taken back by undos that the log lacks. */
async function undoneByLacked(db: RoundsDatabase): Promise<Set<OperationId>> {
  const rows = await db.undone.toArray();
  const undos = await db.operations.bulkGet(rows.map(({ by }) => by));
  return new Set(rows.flatMap(({ target }, index) => (undos[index] ? [] : [target])));
}

/** The numbers that this device gave last and the log does not have. */
async function lastOnesMissing(db: RoundsDatabase, device: DeviceRow | undefined): Promise<Gap[]> {
  if (!device) return [];
  const { deviceId, nextCounter } = device;
  const { value: page } = await newestOf(db, deviceId).next();
  const from = (page?.[0]?.counter ?? -1) + 1;
  return from < nextCounter ? [{ deviceId, from, to: nextCounter - 1 }] : [];
}

/** The steps that undos and redos of the log name. */
async function targets(db: RoundsDatabase): Promise<Set<OperationId>> {
  const found = new Set<OperationId>();
  for await (const page of logPages(db)) {
    for (const { row } of page) if ('target' in row.body) found.add(row.body.target);
  }
  return found;
}

/** Reviews as they stand from then on. */
function reviewsIn(outcome: Outcome): Review[] {
  const { is } = outcome;
  if (is !== 'applied' && is !== 'redone' && is !== 'undone') return [];
  const { review, recounted = [] } = outcome;
  const own = review && is !== 'undone' ? [review] : [];
  return [...own, ...recounted.map(({ after }) => after)];
}

/** Operations whose effects are others now, as under other rules, so that undo stays exact. */
async function rowsThatDiffer(
  db: RoundsDatabase,
  outcomes: readonly { readonly row: OperationRow; readonly outcome: Outcome }[],
) {
  const found = [];
  for (const { row, outcome } of outcomes) {
    const { is } = outcome;
    const standing = is === 'refused' || is === 'deferred' ? is : undefined;
    const undo = is === 'applied' ? undoRowsOf(outcome.operation, outcome.changes) : ([] as const);
    // What was taken back may stand beside its operation for a redo; nothing reads it otherwise.
    const stored = row.parts === undefined ? row.undo : await readUndoRows(db, row);
    const isSame = row.standing === standing && (is !== 'applied' || sameRows(undo, stored));
    if (!isSame) found.push({ row, standing, undo });
  }
  return found;
}

function sameRows(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && Differences.isSame(one, other);
}
