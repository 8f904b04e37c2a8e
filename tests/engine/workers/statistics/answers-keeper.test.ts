import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { AnswerColumns } from '../../../../src/domain/statistics/columns/answer-columns.ts';
import { answerCram, beginCram, settleCram } from '../../../../src/engine/commands/cram/cram.ts';
import { deleteNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { suspendCards } from '../../../../src/engine/commands/study/cards.ts';
import { regradeHard } from '../../../../src/engine/commands/study/regrade.ts';
import { redoLast, undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { LIBRARY } from '../../../../src/engine/queries/library.ts';
import { LibraryService } from '../../../../src/engine/workers/library/library-service.ts';
import { AnswersKept } from '../../../../src/engine/workers/statistics/answers-kept.ts';
import type { CardId, NoteId } from '../../../../src/kernel/ids.ts';
import { onChanges } from '../../../../src/store/announce.ts';
import { readAnswerColumns } from '../../../../src/store/library/answer-columns.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import { receive } from '../../../../src/store/log/receive.ts';
import { openDatabase } from '../../../../src/store/open.ts';
import { readCramAnswers } from '../../../../src/store/reads/answers/cram-answers.ts';
import type { RoundsDatabase } from '../../../../src/store/schema.ts';
import { anyLog } from '../../../log/contract/any-log.ts';
import {
  accepted,
  answerFirst,
  freshName,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const always = async () => true;
const ALL_HARD = { scope: { kind: 'all' }, span: { from: 0, to: 99_999 }, which: 'all' } as const;
/** So many changed histories are worth writing. */
const MANY = 500;

let deps: TestDeps | undefined;
afterEach(() => {
  deps?.close();
  deps = undefined;
});

/** Every history with its rows, by id; those without any say nothing. */
function everything(columns: AnswerColumns) {
  const { bytes: _bytes, ...arrays } = columns.arrays;
  return columns.histories
    .filter(({ count, others }) => count + others.crammed + others.byHand + others.broken > 0)
    .map(({ id, start, count, others }) => ({
      id,
      others,
      rows: Object.entries(arrays).map(([name, values]) => [
        name,
        [...values.subarray(start, start + count)],
      ]),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The columns as a start has them, and whether they were those that were kept. */
async function started(db: RoundsDatabase) {
  const kept = new AnswersKept();
  const columns = await kept.upToDate(db);
  return { kept, columns, isTakenUp: kept.readAll === 0 };
}

/** Keeps the columns of `db` as they are now. */
async function keptNow(db: RoundsDatabase): Promise<void> {
  const { kept } = await started(db);
  await kept.keep(db, always);
  expect(await db.kept.get('answers')).toBeDefined();
}

async function expectAsAnew(db: RoundsDatabase, isTakenUp: boolean): Promise<void> {
  const again = await started(db);
  expect(again.isTakenUp).toBe(isTakenUp);
  expect(everything(again.columns)).toEqual(everything(await readAnswerColumns(db)));
}

test('[STATS-37] whatever logs are received, columns taken up equal those made anew', async () => {
  let takenUp = 0;
  await fc.assert(
    fc.asyncProperty(
      anyLog(40),
      fc.array(fc.record({ length: fc.integer({ min: 1, max: 12 }), keeps: fc.boolean() })),
      fc.boolean(),
      async (log, cuts, isShuffled) => {
        const name = freshName();
        const db = accepted(await openDatabase(() => 'reader', undefined, { name }));
        try {
          const operations = isShuffled ? [...log].sort((a, b) => a.id.localeCompare(b.id)) : log;
          let from = 0;
          for (const { length, keeps } of [...cuts, { length: 99, keeps: true }]) {
            await receive(db, operations.slice(from, from + length));
            from += length;
            const { kept, columns, isTakenUp } = await started(db);
            if (isTakenUp) takenUp++;
            expect(everything(columns)).toEqual(everything(await readAnswerColumns(db)));
            if (keeps) await kept.keep(db, always);
          }
          await expectAsAnew(db, (await db.kept.get('answers')) !== undefined);
        } finally {
          db.close();
          indexedDB.deleteDatabase(name);
        }
      },
    ),
    { numRuns: 25 },
  );
  expect(takenUp).toBeGreaterThan(20);
});

test('[STATS-37] what is done here, taken back and done again is in them, part upon part', async () => {
  deps = await withSampleDeck(12, 2);
  const own = deps;
  const cards = (await own.store.cards.toCollection().primaryKeys()) as CardId[];
  const notes = (await own.store.notes.toCollection().primaryKeys()) as NoteId[];
  const crammed = async (at: number) => {
    const cramId = accepted(await beginCram(own, cards.slice(at, at + 2), 'Tonight'));
    await answerCram(own, cramId, cards[at % cards.length] as CardId, 3, 4000);
    await settleCram(own, await readCramAnswers(own.store, cramId), at % 3 > 0);
  };
  const doings: readonly ((at: number) => Promise<unknown>)[] = [
    (at) => answerFirst(own, at % 2 === 0 ? 3 : 1),
    (at) => answerFirst(own, at % 5 === 0 ? 2 : 3),
    crammed,
    (at) => suspendCards(own, cards.slice(at, at + 3), at % 2 === 0),
    (at) => deleteNotes(own, notes.slice(at % notes.length, (at % notes.length) + 1)),
    () => undoLast(own),
    () => redoLast(own),
    () => regradeHard(own, ALL_HARD, false),
    () => rebuild(own.store),
  ];
  await keptNow(own.store);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(doings.length - 1), fc.nat(20)), { maxLength: 8 }),
      fc.boolean(),
      async (steps, keeps) => {
        for (const [which, at] of steps) {
          own.advance(700);
          await doings[which]?.(at).catch(() => {});
        }
        const { kept, columns } = await started(own.store);
        expect(everything(columns)).toEqual(everything(await readAnswerColumns(own.store)));
        if (keeps) await kept.keep(own.store, always);
      },
    ),
    { numRuns: 30 },
  );
});

test('[STATS-37] a start reads the answers since alone, and what changed is a part of its own', async () => {
  deps = await withSampleDeck(30, 1);
  const { store } = deps;
  for (let answer = 0; answer < 12; answer++) await answerFirst(deps, 3);
  await keptNow(store);
  const before = await store.kept.where('id').startsWith('answers/').primaryKeys();
  await answerFirst(deps, 1);
  const read = await reviewsRead(() => started(store));
  expect(read).toBe(1);
  const { kept, columns } = await started(store);
  expect(kept.isWorthIt).toBe(false);
  await kept.keep(store, always);
  const after = await store.kept.where('id').startsWith('answers/').primaryKeys();
  expect(after).toHaveLength(before.length + 1);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(columns.size).toBe(13);
  await expectAsAnew(store, true);
});

test('[STATS-37] figures of a start are those of one that read all, and the page need not wait to keep them', async () => {
  deps = await withSampleDeck(10, 1);
  for (let answer = 0; answer < 6; answer++) await answerFirst(deps, 3);
  const ask = async (mayKeep: boolean, quietMillis: number) => {
    const service = new LibraryService(() => {}, undefined, quietMillis);
    service.mayKeep = mayKeep;
    service.open((deps as TestDeps).store.place);
    const context = { library: service, now: (deps as TestDeps).clock(), watch: () => true };
    return accepted(await LIBRARY.insights(context, { scope: { kind: 'all' }, period: 'all' }));
  };
  const first = await ask(true, 200);
  await expect.poll(() => deps?.store.kept.get('answers')).toBeDefined();
  expect(await ask(false, 0)).toEqual(first);
});

test('[STATS-37] the window that only looks on keeps and drops nothing', async () => {
  deps = await withSampleDeck(10, 1);
  await answerFirst(deps, 3);
  const { store } = deps;
  await keptNow(store);
  await rebuild(store);
  await store.cards.update('sample:fact-0003/1', { flag: 5 });
  await rebuild(store);
  const kept = new AnswersKept();
  kept.mayKeep = false;
  await kept.upToDate(store);
  await kept.keep(store, always);
  expect([kept.readAll, await store.kept.count()]).toEqual([1, 2]);
});

test('[STATS-38] a torn part, one that is missing, or a head of another log is as none', async () => {
  deps = await withSampleDeck(20, 1);
  const { store } = deps;
  for (let answer = 0; answer < 5; answer++) await answerFirst(deps, 3);
  await keptNow(store);
  for (let which = 0; which < 2; which++) {
    for (const tear of [
      (): unknown => undefined,
      () => 'x',
      () => new Uint8Array(3),
      (value: Uint8Array | object) =>
        value instanceof Uint8Array ? flipped(value) : { ...value, version: 99 },
      (value: Uint8Array | object) =>
        value instanceof Uint8Array ? value.slice(0, -4) : { ...value, parts: [{ id: 'gone' }] },
      (value: Uint8Array | object) =>
        value instanceof Uint8Array
          ? value.slice(4)
          : { ...value, stamp: { logicalMillis: 1, newest: ['not-here/1'], rebuilds: 0 } },
    ]) {
      await keptNow(store);
      const row = (await store.kept.toArray())[which];
      await store.kept.put({ id: row?.id ?? '', value: tear(row?.value as object) });
      await expectAsAnew(store, false);
    }
    await keptNow(store);
    await store.kept.delete((await store.kept.toArray())[which]?.id ?? '');
    await expectAsAnew(store, false);
  }
});

test('[STATS-38] closed in the middle of writing, they are whole or not there, and what is left goes', async () => {
  deps = await withSampleDeck(40, 1);
  const { name } = deps.store;
  for (let wait = 0; wait < 12; wait++) {
    await answerFirst(deps, 3);
    const db = accepted(await openDatabase(() => 'never', undefined, { name }));
    const { kept } = await started(db);
    const writing = kept.keep(db, always).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, wait));
    db.close();
    await writing;
    const again = await started(deps.store);
    expect(everything(again.columns)).toEqual(everything(await readAnswerColumns(deps.store)));
  }
  await answerFirst(deps, 3);
  await keptNow(deps.store);
  const head = (await deps.store.kept.get('answers'))?.value as { parts: { id: string }[] };
  expect(await deps.store.kept.count()).toBe(1 + head.parts.length);
});

test('[STATS-38] two writers are not mixed, and a stopped writing leaves nothing', async () => {
  deps = await withSampleDeck(30, 1);
  const { store } = deps;
  await answerFirst(deps, 3);
  await keptNow(store);
  const [one, other] = [await started(store), await started(store)];
  await answerFirst(deps, 1);
  await one.kept.keep(store, always);
  await answerFirst(deps, 3);
  await other.kept.keep(store, always);
  await expectAsAnew(store, true);
  const rows = await store.kept.count();
  const { kept } = await started(store);
  await kept.keep(store, async () => false);
  expect(await store.kept.count()).toBe(rows);
  await expectAsAnew(store, true);
});

test('[STATS-38] a step of before that is done again is not guessed at, nor is another collection in its place', async () => {
  deps = await withSampleDeck(6, 1);
  const { store } = deps;
  await answerFirst(deps, 3);
  await keptNow(store);
  accepted(await undoLast(deps));
  await expectAsAnew(store, true);
  accepted(await redoLast(deps));
  await expectAsAnew(store, false);
  await keptNow(store);
  // As where the end of the log was lost: what was kept is of steps that are no more.
  const last = await store.operations.orderBy('logicalMillis').last();
  await store.operations.delete(last?.id as never);
  await store.operations.put({ ...last, id: 'other/1', counter: 1 } as never);
  await expectAsAnew(store, false);
});

test('[STATS-38] what stands there twice is written anew once it is much', async () => {
  deps = await withSampleDeck(4, 1);
  const { store } = deps;
  for (let answer = 0; answer < 12; answer++) {
    await answerFirst(deps, answer % 2 === 0 ? 3 : 1);
    deps.advance(2000);
    await keptNow(store);
    const head = (await store.kept.get('answers'))?.value as { rows: number };
    expect(head.rows).toBeLessThanOrEqual(1.5 * (answer + 1));
    await expectAsAnew(store, true);
  }
});

test('[STATS-37] answers since are heard from then on, however many', async () => {
  deps = await withSampleDeck(20, 1);
  const { store } = deps;
  await answerFirst(deps, 3);
  await keptNow(store);
  const { kept } = await started(store);
  const stop = onChanges(store, (changes) => (changes ? kept.hear(changes) : kept.forget()));
  for (let answer = 0; answer < 5; answer++) await answerFirst(deps, 3);
  expect(everything(await kept.upToDate(store))).toEqual(
    everything(await readAnswerColumns(store)),
  );
  await kept.keep(store, always);
  expect(kept.reread).toBeLessThan(MANY);
  await expectAsAnew(store, true);
  stop();
});

function flipped(value: Uint8Array): Uint8Array {
  const other = value.slice();
  other.set([(other.at(-3) ?? 0) ^ 1], other.length - 3);
  return other;
}

/** How many reviews `work` reads. */
async function reviewsRead(work: () => Promise<unknown>): Promise<number> {
  let read = 0;
  const { getAll } = IDBIndex.prototype;
  const { getAll: getAllOfStore } = IDBObjectStore.prototype;
  const counting = (original: typeof getAll, nameOf: (source: never) => string) =>
    function (this: never, ...args: Parameters<typeof getAll>): IDBRequest {
      const request = original.apply(this, args);
      request.addEventListener('success', () => {
        if (nameOf(this) === 'reviews') read += (request.result as unknown[]).length;
      });
      return request;
    };
  IDBIndex.prototype.getAll = counting(
    getAll,
    ({ objectStore }) => (objectStore as IDBObjectStore).name,
  ) as never;
  IDBObjectStore.prototype.getAll = counting(getAllOfStore as never, ({ name }) => name) as never;
  try {
    await work();
  } finally {
    IDBIndex.prototype.getAll = getAll;
    IDBObjectStore.prototype.getAll = getAllOfStore;
  }
  return read;
}
