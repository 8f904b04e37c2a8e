import type { Card } from '../../../domain/collection/card.ts';
import { hasAnswers } from '../../../domain/collection/review.ts';
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
import type { OperationRow, RoundsDatabase } from '../../schema.ts';
import { rowOf } from '../../write.ts';
import { logPages } from '../log-rows.ts';
import { inTurn } from '../turns.ts';
import { readUndoRows } from '../undo-rows.ts';
import { Counts } from './counts.ts';
import { Differences } from './differences.ts';
import { hashOf } from './hashes.ts';
import { type LaterSteps, writeLater } from './later.ts';
import { besideStep, reviewsFrom } from './outcomes.ts';
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
  return inTurn(db, async () => {
    const hashBefore = await hashOf(db);
    const { collection, ...rebuilt } = await rebuildNow(db, watch);
    return { ...rebuilt, hashBefore, hashAfter: stateHash(collection.tables) };
  });
}

/**
 * The same for whoever has the turn already, without the hashes. `later`: steps that follow all
 * that are in the log; they are worked out before they are written, with what it takes to undo them.
 */
export async function rebuildNow(db: RoundsDatabase, watch?: Watch, later?: LaterSteps) {
  const more = later?.many ?? 0;
  const progress = await RebuildProgress.over(db, withoutWaiting(watch), more);
  progress.add(0);
  const device = await db.device.get('device');
  const manner = { progress, later, isSaid: device?.mustRebuild === true };
  const undone = await db.undone.toCollection().primaryKeys();
  const wanted = new Set([...undone, ...(later?.targets ?? [])]);
  const worked = await work(db, wanted, manner).catch(async (error: unknown) => {
    if (!(error instanceof NeedsEarlier)) throw error;
    progress.beginAnew();
    // Of later steps all targets were known: none of them is written yet.
    for (const target of await targets(db)) wanted.add(target);
    return work(db, wanted, manner);
  });
  const { replay, counts, mended, removed } = worked;
  const gaps = [...replay.gaps, ...(await lastOnesMissing(db))];
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
  progress.restIs(TABLE_NAMES.reduce((sum, name) => sum + replay.collection.tables[name].size, 0));
  for (const name of TABLE_NAMES) {
    const rows: ReadonlyMap<string, { readonly id: string }> = replay.collection.tables[name];
    await mended.table(name, rows.values(), (row) => row.id, {
      mayStay: unexplained(name),
      ...(name === 'cards' && { storedAs: (row) => rowOf(row as Card) }),
    });
    if (manner.isSaid) await mended.write((rows) => progress.add(rows));
    else progress.add(rows.size);
  }
  const lackedUndos = isShort ? await undoneByLacked(db) : new Set<OperationId>();
  await mended.table('undone', [...counts.undone.values()], (row) => row.target, {
    mayStay: (row) => lackedUndos.has(row.target),
  });
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
    { mayStay: isNothing, mayLack: isNothing },
  );
  await mended.table('days', counts.days.filter(hasAnswers), (row) => [row.deckId, row.studyDay]);
  mended.reviewsKnown();
  if (!isShort) await mended.rowsBeyond('reviews', counts.reviewIds);
  const deferred = replay.deferred.map(({ operation, why }) => ({ ...operation, why }));
  // What a damaged or missing operation did may stand in the tables alone by now.
  const isOther = kept.length > 0 || Object.keys(mended.byTable).length > 0;
  const isGone = counts.operations === 0 && isOther;
  const isLeft = (isLacking || isGone) && !manner.isSaid;
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
    collection: replay.collection,
    operations: counts.operations,
    refused: replay.refused,
    deferred: deferred.map(({ id, why }) => ({ id, why })),
    gaps,
    damaged: replay.damaged,
    differing: mended.byTable,
    isLeft,
  };
}

/** How the log is worked out. */
interface Manner {
  readonly progress: RebuildProgress;
  readonly later: LaterSteps | undefined;
  /** It is done again at the next start if it is killed: what differs is written, and let go of, on the way. */
  readonly isSaid: boolean;
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
  { progress, later, isSaid }: Manner,
): Promise<Worked> {
  const replay = new LogReplay({ wanted });
  const counts = new Counts();
  const mended = new Differences(db);
  const removed = new Set<string>();
  const take = (operation: unknown): Outcome => {
    const outcome = replay.take(operation);
    counts.operations++;
    counts.count(outcome);
    noteRemoved(outcome, removed);
    return outcome;
  };
  for await (const page of logPages(db)) {
    const outcomes = page.map(({ row, operation }) => ({ row, outcome: take(operation) }));
    await mended.reviews(outcomes.flatMap(({ outcome }) => reviewsFrom(outcome)));
    await mended.operations(await rowsThatDiffer(db, outcomes));
    if (isSaid) {
      mended.reviewsKnown();
      await mended.write();
    }
    progress.add(page.length);
  }
  if (later) await writeLater(db, later, take, (steps) => progress.add(steps));
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
async function lastOnesMissing(db: RoundsDatabase): Promise<Gap[]> {
  const device = await db.device.get('device');
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

/** Operations whose effects are others now, as under other rules, so that undo stays exact. */
async function rowsThatDiffer(
  db: RoundsDatabase,
  outcomes: readonly { readonly row: OperationRow; readonly outcome: Outcome }[],
) {
  const found = [];
  for (const { row, outcome } of outcomes) {
    const { is } = outcome;
    const { standing, undo } = besideStep(outcome);
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
