import { DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import { type CardId, type OperationId, operationIdOf } from '../kernel/ids.ts';
import { effectsOf } from '../log/effects.ts';
import type { Intent, Operation } from '../log/operation.ts';
import { reachOf } from '../log/reach.ts';
import { type Change, type Effects, inverseOf, type Rows } from '../domain/collection/rows.ts';
import { ok, type Problem, type Result } from '../kernel/problem.ts';
import { studyDayOf } from '../kernel/study-day.ts';
import { announceChanges } from './announce.ts';
import { changesOf, withParts } from './change-parts.ts';
import { KeptCounts } from './kept-counts.ts';
import { type Found, readReach, withDecks } from './reach.ts';
import type { DeviceRow, OperationRow, RoundsDatabase } from './schema.ts';
import { storageProblem } from './storage-problem.ts';
import { type OnProgress, writeChanges } from './write.ts';

/** Thrown inside a transaction to abort it; carries the reason to the caller. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/**
 * The one way to change anything: numbers `intent`, and writes it and all its effects in a single
 * strict transaction. Resolves only when that is on disk; otherwise nothing was written.
 * `onProgress` hears of large operations while they are written.
 */
export async function apply(
  db: RoundsDatabase,
  intent: Intent,
  onProgress?: OnProgress,
): Promise<Result<OperationRow>> {
  try {
    // Where a session stands is written on the side, and must not be waited for; nor must files,
    // drafts and forecasts, which are no operation's effect.
    // By name: the tables that Dexie lists are not the objects it hands out.
    const aside = new Set(['sessions', 'drafts', 'blobs', 'forecasts']);
    const tables = db.tables.filter((table) => !aside.has(table.name));
    const written = await db.transaction('rw', tables, async () => {
      const [device, found] = await Promise.all([
        db.device.get('device'),
        readReach(db, reachOf(intent.body)),
      ]);
      if (!device) throw new Error('the database was opened without a device');
      const settings = found.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
      const operation = stamp(intent, device, settings.rolloverHour);
      const counts = new KeptCounts(db);
      const { effects, cards } = await effectsIn(db, operation, found, counts);
      const row: OperationRow = { ...operation, changes: effects.changes };
      const { stored, parts } = withParts(row);
      await Promise.all([
        db.operations.add(stored),
        parts.length > 0 && db.changeParts.bulkAdd(parts),
        db.device.put({
          ...device,
          nextCounter: device.nextCounter + 1,
          logicalMillis: operation.logicalMillis,
        }),
        writeChanges(db, effects.changes, cards, counts, onProgress),
        effects.review && db.reviews.add(effects.review),
        effects.review && counts.countReview(effects.review, 1),
      ]);
      return row;
    });
    // A journal outside the browser's database will be written here, before the caller is told.
    announceChanges(db, written.changes);
    return ok(written);
  } catch (error) {
    const refused = refusalIn(error);
    return refused ? { ok: false, problem: refused } : storageProblem(error);
  }
}

/** The newest operation still in force, the program's own too; undefined when there is none. */
export async function lastInForce(db: RoundsDatabase): Promise<Operation | undefined> {
  return db.transaction('r', db.operations, db.undone, async () => newestInForce(db));
}

function stamp(intent: Intent, device: DeviceRow, rolloverHour: number): Operation {
  return {
    ...intent,
    id: operationIdOf(device.deviceId, device.nextCounter),
    deviceId: device.deviceId,
    counter: device.nextCounter,
    logicalMillis: Math.max(intent.atMillis, device.logicalMillis + 1),
    studyDay: studyDayOf(intent, rolloverHour),
  };
}

/** What the operation does, and the cards it can see as they were. */
interface Planned {
  readonly effects: Effects;
  readonly cards: Rows['cards'];
}

async function effectsIn(
  db: RoundsDatabase,
  operation: Operation,
  found: Found,
  counts: KeptCounts,
): Promise<Planned> {
  const { body, id, studyDay } = operation;
  if (body.kind === 'undo') return undoIn(db, id, body.target, counts);
  const [rows] = await Promise.all([
    withDecks(db, found),
    counts.readAhead(found.cards.values(), studyDay),
  ]);
  const result = effectsOf(operation, rows);
  if (!result.ok) throw new Refused(result.problem);
  return { effects: result.value, cards: rows.cards };
}

/** Takes `target` back: its rows return to what they were, its review stops counting. */
async function undoIn(
  db: RoundsDatabase,
  undo: OperationId,
  target: OperationId,
  counts: KeptCounts,
): Promise<Planned> {
  const newest = await newestInForce(db);
  const row = await db.operations.get(target);
  if (!row || newest?.id !== target) {
    throw new Refused({
      what: 'That step can no longer be undone: something was done after it.',
      kept: 'Nothing was changed.',
      todo: 'Undo the later steps first.',
    });
  }
  const changes = await changesOf(db, row);
  const review = row.body.kind === 'answer' ? await db.reviews.get(target) : undefined;
  await db.undone.add({ target, by: undo, ...(review ? { cardId: review.cardId } : {}) });
  if (review) await counts.countReview(review, -1);
  const { cards } = await readReach(db, { cardIds: cardIdsIn(changes), withoutNotes: true });
  return { effects: { changes: inverseOf(changes) }, cards };
}

function cardIdsIn(changes: readonly Change[]): CardId[] {
  return changes.flatMap((change) => (change.table === 'cards' ? [change.key as CardId] : []));
}

/** How many operations are looked at in one go on the way back. */
const STEPS_BACK = 50;

/** Walks back over undos and what they took back. */
async function newestInForce(db: RoundsDatabase): Promise<Operation | undefined> {
  for (let passed = 0; ; passed += STEPS_BACK) {
    const rows = await db.operations
      .orderBy('logicalMillis')
      .reverse()
      .offset(passed)
      .limit(STEPS_BACK)
      .toArray();
    const undone = await db.undone.bulkGet(rows.map((row) => row.id));
    const found = rows.find((row, index) => row.body.kind !== 'undo' && !undone[index]);
    if (found || rows.length < STEPS_BACK) return found;
  }
}

/** Dexie wraps what is thrown inside a transaction; the reason is found along the causes. */
function refusalIn(error: unknown): Problem | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if (current instanceof Refused) return current.problem;
    current = (current as { inner?: unknown }).inner ?? current.cause;
  }
  return undefined;
}
