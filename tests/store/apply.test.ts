import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteId } from '../../src/kernel/ids.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import { flagCards, suspendCards } from '../../src/engine/commands/study/cards.ts';
import { markNotes } from '../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { hashOf } from '../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  everyRow,
  problemOf,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(6);
});
afterEach(() => deps.close());

const ONE = 'sample:fact-0000/1';

test('[LOG-1] an operation carries id, device, counter, instant, offset, study day and logical time', async () => {
  deps.nowMillis = Date.parse('2026-03-03T03:30:00Z');
  deps.utcOffsetMinutes = 60;
  const card = await answerFirst(deps, 3);
  const rows = await deps.store.operations.toArray();
  const { undo: _undo, ...operation } = rows.at(-1) ?? { undo: [] };
  expect(operation).toEqual({
    id: 'device-a:0000000001',
    deviceId: 'device-a',
    counter: 1,
    atMillis: deps.nowMillis,
    utcOffsetMinutes: 60,
    logicalMillis: deps.nowMillis,
    studyDay: 20_515,
    origin: 'person',
    version: 3,
    body: { kind: 'answer', cardId: card.id, grade: 3, durationMillis: 5000, repsBefore: 0 },
  });
});

test('[LOG-1] counters have no gaps, also after refusals, undos and a restart', async () => {
  await answerFirst(deps);
  const stale = await cardOf(deps, ONE);
  await answerCard(deps, { ...stale, schedule: { ...stale.schedule, reps: 9 } }, 3, 1);
  await undoLast(deps);
  await undoLast(deps);
  deps.store.close();
  await deps.store.open();
  await flagCards(deps, [stale.id], 1);
  const counters = (await deps.store.operations.toArray()).map(({ counter }) => counter);
  expect(counters).toEqual([0, 1, 2, 3]);
});

test('[LOG-2] ten operations at once are numbered one after the other, and none is lost', async () => {
  const notes = await deps.store.notes.toArray();
  const results = await Promise.all([
    ...notes.map((note) => markNotes(deps, [note.id], true)),
    ...[1, 2, 3, 4].map((flag) => flagCards(deps, [queueId(flag)], flag as 1 | 2 | 3 | 4)),
  ]);
  const counters = results.map((result) => accepted(result).counter);
  expect(counters.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const stored = await deps.store.operations.orderBy('logicalMillis').toArray();
  expect(stored.map(({ counter }) => counter)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect((await deps.store.notes.toArray()).every(({ tags }) => tags.includes('marked'))).toBe(
    true,
  );
});

test('[LOG-2] when the disk fails at any write of an answer, nothing of it is there', async () => {
  const card = (await queueOf(deps)).cards[0];
  if (!card) throw new Error('no card');
  const before = await everyRow(deps);
  let writes = 0;
  let failAt = 0;
  const restore = replaceWrites((write) => {
    writes++;
    if (writes === failAt) throw new DOMException('The disk failed.', 'UnknownError');
    return write();
  });
  try {
    for (failAt = 1; ; failAt++) {
      writes = 0;
      const result = await answerCard(deps, card, 3, 1000);
      if (result.ok) break;
      expect(problemOf(result).kept).toContain('Everything saved before is kept');
      expect(await everyRow(deps)).toEqual(before);
    }
    expect(failAt).toBeGreaterThan(5);
  } finally {
    restore();
  }
  expect((await cardOf(deps, card.id)).schedule.reps).toBe(1);
});

test('[LOG-3] logical time only ever grows, whatever the clock does, and replay agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 2, maxLength: 12 }),
      async (moves) => {
        const from = await deps.store.operations.count();
        let last = (await deps.store.device.get('device'))?.logicalMillis ?? 0;
        for (const [index, minutes] of moves.entries()) {
          deps.nowMillis = Date.parse('2026-03-02T08:00:00Z') + minutes * 60_000;
          const done =
            index % 3 === 2
              ? accepted(await suspendCards(deps, [queueId(1)], index % 2 === 0))
              : accepted(await flagCards(deps, [queueId(1)], (index % 8) as 0));
          expect(done.logicalMillis).toBe(Math.max(deps.nowMillis, last + 1));
          last = done.logicalMillis;
        }
        const ordered = await deps.store.operations.orderBy('logicalMillis').toArray();
        const counters = ordered.map(({ counter }) => counter);
        expect(counters).toEqual([...counters.keys()]);
        expect(counters).toHaveLength(from + moves.length);
      },
    ),
    { numRuns: 8 },
  );
  const before = await hashOf(deps.store);
  expect((await rebuild(deps.store)).hashAfter).toBe(before);
});

test('[LOG-6] two grades of the same showing at once give exactly one review', async () => {
  for (let round = 0; round < 5; round++) {
    const card = (await queueOf(deps)).cards[0];
    if (!card) throw new Error('no card');
    const before = await deps.store.reviews.count();
    const results = await Promise.all([
      answerCard(deps, card, 4, 1000),
      answerCard(deps, card, 1, 1000),
      answerCard(deps, card, 3, 1000),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await deps.store.reviews.count()).toBe(before + 1);
    expect((await cardOf(deps, card.id)).schedule.reps).toBe(1);
  }
  const day = await deps.store.days.get(['', 20_514]);
  expect(day?.byKind.new.answers).toBe(5);
});

test('[LOG-6] a second grade later is refused, and changes nothing', async () => {
  const card = await answerFirst(deps, 1);
  const before = await everyRow(deps);
  deps.advance(1);
  const problem = problemOf(await answerCard(deps, card, 3, 1000));
  expect(problem.what).toBe('This card was already graded.');
  expect(await everyRow(deps)).toEqual(before);
});

test('[STORE-1] every write is asked for with strict durability', async () => {
  const seen: string[] = [];
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const transaction = original.call(this, names, mode, options);
    if (mode === 'readwrite') seen.push(transaction.durability);
    return transaction;
  };
  try {
    const own = await withSampleDeck(1);
    await answerFirst(own);
    await undoLast(own);
    await markNotes(own, ['sample:fact-0000' as NoteId], true);
    own.close();
  } finally {
    IDBDatabase.prototype.transaction = original;
  }
  expect(seen.length).toBeGreaterThanOrEqual(3);
  expect(new Set(seen)).toEqual(new Set(['strict']));
});

function queueId(note: number) {
  return `sample:fact-000${note}/1` as Parameters<typeof flagCards>[1][number];
}

/** Puts `around` between the program and the database's writes, until the returned function runs. */
function replaceWrites(around: (write: () => IDBRequest<IDBValidKey>) => IDBRequest<IDBValidKey>) {
  const { put, add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    return around(() => put.apply(this, args));
  };
  IDBObjectStore.prototype.add = function (...args) {
    return around(() => add.apply(this, args));
  };
  return () => Object.assign(IDBObjectStore.prototype, { put, add });
}
