import { canonical } from '../../kernel/canonical.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import { admitOperation } from '../../log/door.ts';
import { inLogOrder, type Sealed } from '../../log/envelope.ts';
import { applyStamped } from '../apply.ts';
import { withBodies } from './log-rows.ts';
import { keep } from './rebuild/keep.ts';
import { rebuildNow } from './rebuild/rebuild.ts';
import { rowsById } from './rebuild/rows-by-id.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';
import { LATE } from '../../log/replay/standing.ts';
import { nextNumberOf } from '../device/newest-of.ts';
import { inTurn } from './turns.ts';
import type { Watch } from '../../kernel/watch.ts';

/** What came of operations that were written elsewhere. */
export interface Received {
  /** New here and kept in the log, those below among them. */
  readonly taken: number;
  /** Known here already. */
  readonly repeated: number;
  readonly refused: readonly Note[];
  /** Kept until this program understands them. */
  readonly deferred: readonly Note[];
  /** Not kept: damaged, or its number belongs to another step here. */
  readonly rejected: readonly Note[];
}

/** How steps are taken in. */
export interface Receiving {
  /** The tables may have what they did already, so nothing is applied a second time; all is worked out anew. */
  readonly isDone?: boolean;
  /** So many in one transaction; absent: all. Killed in between, the next start works out what is there. */
  readonly partSize?: number;
  /** Hears of the steps written and worked out; from the first that is written nothing can stop it. */
  readonly watch?: Watch;
}

/** So many steps are quicker applied one by one than worked out with all the others. */
export const MOST_ONE_BY_ONE = 300;

interface Note {
  readonly id: string;
  readonly why: string;
}

/**
 * Takes operations from another device or a file into the log. What comes after all that is known
 * here is applied one by one; what belongs between is put in its place, and the collection is worked
 * out anew. Each is looked at by its kind's schema first (log/door.ts).
 */
export function receive(
  db: RoundsDatabase,
  values: Iterable<unknown>,
  receiving: Receiving = {},
): Promise<Received> {
  const { isDone = false } = receiving;
  return inTurn(db, async () => {
    const sorting = new Sorting(db);
    for (const page of pagesOf(values)) await sorting.add(page);
    const fresh = sorting.takeFresh().sort((a, b) => inLogOrder(a.operation, b.operation));
    const known = fresh.filter((each) => each.isKnown);
    const newest = await newestStep(db);
    const [first] = fresh;
    const isLater = !newest || !first || inLogOrder(newest, first.operation) < 0;
    const areFew = known.length === fresh.length && fresh.length <= MOST_ONE_BY_ONE;
    const { taken, repeated, rejected } = sorting;
    const takeIn = isDone || !isLater ? putInPlace : areFew ? applyEach : putAtEnd;
    const { refused, deferred } = await takeIn(db, fresh, receiving);
    return { taken, repeated, refused, deferred, rejected };
  });
}

interface Fresh {
  readonly operation: Sealed;
  readonly isKnown: boolean;
}

/** Looks at steps page by page: which are new here, in the order in which they come. */
export class Sorting {
  taken = 0;
  repeated = 0;
  readonly rejected: Note[] = [];
  readonly #db: RoundsDatabase;
  #fresh = new Map<OperationId, Fresh>();

  constructor(db: RoundsDatabase) {
    this.#db = db;
  }

  async add(page: readonly unknown[]): Promise<void> {
    const admitted = page.map((value) => ({ value: value as Sealed, door: admitOperation(value) }));
    const sound = admitted.filter(({ door }) => door.is !== 'broken');
    const known = await stored(
      this.#db,
      sound.map(({ value }) => value.id),
    );
    // As it was written: a newer program reads more of it than this one.
    for (const { value: operation, door } of admitted) {
      if (door.is === 'broken') {
        this.rejected.push({ id: door.id ?? 'without an id', why: door.why });
        continue;
      }
      const own = this.#fresh.get(operation.id)?.operation ?? known.get(operation.id);
      if (own === undefined) {
        this.#fresh.set(operation.id, { operation, isKnown: door.is === 'known' });
        this.taken++;
      } else if (canonical(asRead(own)) === canonical(asRead(operation))) this.repeated++;
      else {
        const why = t`its number was given to another step before it`;
        this.rejected.push({ id: operation.id, why });
      }
    }
  }

  /** Those that are new, which are held here no longer. */
  takeFresh(): Fresh[] {
    const fresh = [...this.#fresh.values()];
    this.#fresh = new Map();
    return fresh;
  }
}

/** The same step may stand here as an older version of the program wrote it. */
function asRead(value: unknown): unknown {
  const admitted = admitOperation(value);
  return admitted.is === 'known' ? admitted.operation : value;
}

/** Those of the operations that are here, by id. */
async function stored(
  db: RoundsDatabase,
  ids: readonly OperationId[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await rowsById(db.operations, ids, (row) => row.id);
  const found = await withBodies(db, [...rows.values()]);
  return new Map(found.map(({ row, operation }) => [row.id, operation]));
}

/** Operations looked up in one request: one request each takes a minute of a large file. */
const PAGE = 1000;

function* pagesOf(values: Iterable<unknown>): Generator<readonly unknown[]> {
  let page: unknown[] = [];
  for (const value of values) {
    page.push(value);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

export async function newestStep(db: RoundsDatabase): Promise<OperationRow | undefined> {
  const [row] = await db.operations.orderBy('logicalMillis').reverse().limit(1).toArray();
  return row;
}

async function applyEach(db: RoundsDatabase, fresh: readonly Fresh[], { watch }: Receiving) {
  const refused: Note[] = [];
  const deferred: Note[] = [];
  for (const [done, { operation }] of fresh.entries()) {
    await watch?.(done, fresh.length);
    const admitted = admitOperation(operation);
    if (admitted.is !== 'known') continue;
    const { body } = admitted.operation;
    const target = 'target' in body ? await db.operations.get(body.target) : undefined;
    const isLate = operation.counter < (await nextNumberOf(db, operation.deviceId));
    if (target?.standing === 'deferred' && !isLate) {
      deferred.push({ id: operation.id, why: t`${body.kind} of a step that is put aside` });
      await keep(db, [{ operation, standing: 'deferred' }]);
      continue;
    }
    const applied = isLate ? undefined : await applyStamped(db, admitted.operation);
    if (applied?.ok) continue;
    refused.push({ id: operation.id, why: applied?.problem.what ?? LATE });
    await keep(db, [{ operation, standing: 'refused' }]);
  }
  await watch?.(fresh.length, fresh.length);
  return { refused, deferred };
}

/** Of the whole work, as measured: the steps are written, and then worked out with all the others. */
const WRITTEN_SHARE = 1 / 3;

async function putInPlace(
  db: RoundsDatabase,
  fresh: readonly Fresh[],
  { partSize = Math.max(1, fresh.length), watch }: Receiving,
) {
  const many = fresh.length;
  await mustRebuild(db);
  for (let from = 0; from < many; from += partSize) {
    await keep(db, fresh.slice(from, from + partSize));
    await watch?.(WRITTEN_SHARE * Math.min(many, from + partSize), many);
  }
  const { refused, deferred } = await rebuildNow(
    db,
    unstoppable((done, total) =>
      watch?.((WRITTEN_SHARE + (1 - WRITTEN_SHARE) * (total > 0 ? done / total : 1)) * many, many),
    ),
  );
  const ids = new Set<string>(fresh.map(({ operation }) => operation.id));
  const own = (notes: readonly Note[]) => notes.filter(({ id }) => ids.has(id));
  return { refused: own(refused), deferred: own(deferred) };
}

/** Steps that come after all that is here are worked out as they are written, and written once. */
async function putAtEnd(
  db: RoundsDatabase,
  fresh: Fresh[],
  { partSize = Math.max(1, fresh.length), watch }: Receiving,
) {
  await mustRebuild(db);
  const operations = fresh.splice(0).map(({ operation }) => operation);
  const targets = targetsOf(operations);
  const parts = takenOut(operations, partSize);
  const later = { many: operations.length, targets, parts, refused: [], deferred: [] };
  await rebuildNow(
    db,
    unstoppable((done, total) => watch?.(done, total)),
    later,
  );
  return later;
}

/** What is given is held here no longer, so that a long log is not held to its end. */
function* takenOut(operations: Sealed[], partSize: number): Generator<readonly Sealed[]> {
  while (operations.length > 0) yield operations.splice(0, partSize);
}

function targetsOf(operations: readonly Sealed[]): ReadonlySet<OperationId> {
  return new Set(
    operations.flatMap(({ body }) => ('target' in body ? [body.target as OperationId] : [])),
  );
}

export async function mustRebuild(db: RoundsDatabase): Promise<void> {
  await db.device.where('id').equals('device').modify({ mustRebuild: true });
}

/** What was written has to be worked out, whatever the answer. */
export function unstoppable(tell: (done: number, total: number) => unknown): Watch {
  return (done, total) => {
    const told = tell(done, total);
    return told instanceof Promise ? told.then(() => true) : true;
  };
}
