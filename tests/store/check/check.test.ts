import { expect, test } from 'vitest';
import {
  checkCollection,
  mendCollection,
} from '../../../src/engine/commands/settings/check-collection.ts';
import { redoLast, undoLast } from '../../../src/engine/commands/study/undo.ts';
import { lookNow } from '../../../src/store/check/look.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import type { CardRow } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  everyRow,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const idOf = (counter: number) => `device-a:${String(counter).padStart(10, '0')}` as never;

async function studied(): Promise<TestDeps> {
  const deps = await withSampleDeck(5);
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  return deps;
}

/** What the tables say, without the log and what counts the looks at it. */
async function tables(deps: TestDeps) {
  const {
    operations: _log,
    kept: _kept,
    device: _device,
    payloads: _p,
    ...rest
  } = await everyRow(deps);
  return rest;
}

test.each([
  ['the step that added the notes', [0]],
  ['an answer in the middle', [2]],
  ['the last answers', [3, 4]],
  ['the whole log', [0, 1, 2, 3, 4]],
])(
  '[LOG-16] [LOG-27] [LOG-28] with %s missing, a check changes nothing, what is there is taken over, and a rebuild keeps it',
  async (_, gone) => {
    const deps = await studied();
    await deps.store.operations.bulkDelete(gone.map(idOf));
    const before = await everyRow(deps);
    const stood = await tables(deps);
    const check = accepted(await checkCollection(deps));
    expect(await everyRow(deps)).toEqual(before);
    expect(check.wasSound).toBe(false);
    const missing = check.gaps.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_each, index) => from + index),
    );
    expect(missing).toEqual(gone);
    accepted(await mendCollection(deps, check.offered));
    expect(await tables(deps)).toEqual(stood);
    const again = accepted(await checkCollection(deps));
    expect(again.offered).toEqual([]);
    expect(again.hashAfter).toBe(again.hashBefore);
    await deps.store.device.update('device', { mustRebuild: true });
    await rebuild(deps.store);
    expect(await tables(deps)).toEqual(stood);
    // What was taken over is no doing of the person's: undo does not delete it.
    await undoLast(deps);
    expect(await deps.store.notes.count()).toBe(5);
    deps.close();
  },
);

test.each([
  ['the step that added the notes', [0]],
  ['the whole log', [0, 1, 2, 3, 4]],
])(
  '[LOG-16] with %s missing and a rebuild pending, nothing that is left is deleted',
  async (_, gone) => {
    const deps = await studied();
    await deps.store.operations.bulkDelete(gone.map(idOf));
    await deps.store.device.update('device', { mustRebuild: true });
    const { changeParts: _parts, ...before } = await tables(deps);
    await rebuild(deps.store);
    const { changeParts: _after, ...after } = await tables(deps);
    expect(after).toEqual(before);
    deps.close();
  },
);

test('[LOG-28] what is put right is one step: undo brings back what stood, redo puts it right again', async () => {
  const deps = await studied();
  const sound = await hashOf(deps.store);
  const card = (await deps.store.cards.toCollection().first()) as CardRow;
  await deps.store.cards.update(card.id, { flag: 6 });
  await deps.store.notes.delete('sample:fact-0003');
  const damaged = await hashOf(deps.store);
  const check = accepted(await checkCollection(deps));
  const named = check.differing.map(({ table, key, is }) => `${table} ${key} ${is}`);
  expect(named.sort()).toEqual([`cards ${card.id} other`, 'notes sample:fact-0003 lacking']);
  expect(check.dangling.map(({ key }) => key)).toEqual([
    'sample:fact-0003/1',
    'sample:fact-0003/2',
  ]);
  expect(accepted(await mendCollection(deps, ['put-back', 'agree'])).canUndo).toBe(true);
  expect(await hashOf(deps.store)).toBe(sound);
  expect((await rebuild(deps.store)).hashBefore).toBe(sound);
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(damaged);
  accepted(await redoLast(deps));
  expect(await hashOf(deps.store)).toBe(sound);
  expect(accepted(await checkCollection(deps)).wasSound).toBe(true);
  deps.close();
});

test('[LOG-28] what is not accepted stays as it is', async () => {
  const deps = await studied();
  await deps.store.cards.update('sample:fact-0001/1', { flag: 6 });
  await deps.store.notes.delete('sample:fact-0003');
  accepted(await mendCollection(deps, ['put-back']));
  expect((await deps.store.cards.get('sample:fact-0001/1'))?.flag).toBe(6);
  expect(await deps.store.notes.count()).toBe(5);
  const left = accepted(await checkCollection(deps)).differing;
  expect(left.map(({ key }) => key)).toEqual(['sample:fact-0001/1']);
  deps.close();
});

test('[LOG-27] [LOG-28] numbers that cannot be are named, and mended from the steps', async () => {
  const deps = await studied();
  const sound = await hashOf(deps.store);
  const future = deps.nowMillis + 400 * 86_400_000;
  await deps.store.cards.update('sample:fact-0001/1', { flag: Number.NaN as never });
  await deps.store.notes.update('sample:fact-0002', { addedAtMillis: future });
  await deps.store.reviews.toCollection().modify({ durationMillis: -5 });
  const check = accepted(await checkCollection(deps));
  const why = new Set(check.impossible.map((row) => `${row.table}: ${row.why}`));
  expect([...why].sort()).toEqual([
    'cards: flag is no number',
    'notes: it is dated in the future',
    'reviews: durationMillis is below 0',
  ]);
  accepted(await mendCollection(deps, check.offered));
  expect(await hashOf(deps.store)).toBe(sound);
  expect(accepted(await checkCollection(deps)).wasSound).toBe(true);
  deps.close();
});

test.each([
  ['no number', { nextCounter: Number.NaN }],
  ['set back', { nextCounter: 1 }],
])('[LOG-27] the numbering of this device, %s, is named and mended', async (_, wrong) => {
  const deps = await studied();
  await deps.store.device.update('device', wrong);
  const check = accepted(await checkCollection(deps));
  expect(check.impossible.map(({ table }) => table)).toEqual(['device']);
  expect(check.offered).toEqual(['count']);
  accepted(await mendCollection(deps, ['count']));
  await answerFirst(deps);
  expect(await deps.store.reviews.count()).toBe(5);
  expect(accepted(await checkCollection(deps)).wasSound).toBe(true);
  deps.close();
});

test('[LOG-27] kept counts are compared with a fresh count, whatever the steps say', async () => {
  const deps = await studied();
  const before = await tables(deps);
  await deps.store.days.toCollection().modify({ studyDay: 1 } as never);
  await deps.store.tallies.clear();
  const check = accepted(await checkCollection(deps));
  expect(check.counts.tallies).toBeGreaterThan(0);
  expect(check.counts.days).toBeGreaterThan(0);
  accepted(await mendCollection(deps, check.offered));
  expect(await tables(deps)).toEqual(before);
  deps.close();
});

/** As a bad block of the disk has it: the row itself, and every request for values with it, is refused. */
async function withBadRow({ store }: TestDeps, inTable: string, bad: string): Promise<void> {
  store.use({
    stack: 'dbcore',
    name: 'a bad block',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        if (name !== inTable) return table;
        const refused = () => Promise.reject(new DOMException('bad block', 'DataError'));
        return {
          ...table,
          get: (request) => (request.key === bad ? refused() : table.get(request)) as never,
          getMany: (request) =>
            (request.keys.includes(bad) ? refused() : table.getMany(request)) as never,
          // The keys beside it can be read, and no values of which it is one.
          query: async (request) => {
            const answer = await table.query(request);
            const isHit = request.values && answer.result.some(({ id }) => id === bad);
            return isHit ? refused() : answer;
          },
        };
      },
    }),
  });
  store.close({ disableAutoOpen: false });
  await store.open();
}

test('[LOG-27] a row that cannot be read neither stops the check nor hides the others', async () => {
  const deps = await studied();
  const bad = 'sample:fact-0001/1';
  await deps.store.cards.update('sample:fact-0002/1', { flag: 6 });
  await withBadRow(deps, 'cards', bad);
  const looked = await lookNow(deps.store, deps.nowMillis);
  expect(looked.unreadable.map(({ table, key }) => `${table} ${key}`)).toEqual([`cards ${bad}`]);
  const found = looked.differing.map(({ key, is }) => `${key} ${is}`);
  expect(found.sort()).toEqual([`${bad} other`, 'sample:fact-0002/1 other']);
  deps.close();
});

test('[LOG-27] a step that cannot be read is named, and those around it are worked out', async () => {
  const deps = await studied();
  const ids = (await deps.store.operations.toCollection().primaryKeys()).sort();
  const last = ids.at(-1) ?? '';
  const before = await lookNow(deps.store, deps.nowMillis);
  await withBadRow(deps, 'operations', last);
  const looked = await lookNow(deps.store, deps.nowMillis);
  expect(looked.unreadable.map(({ table, key }) => `${table} ${key}`)).toEqual([
    `operations ${last}`,
  ]);
  expect(looked.operations).toBe(before.operations - 1);
  expect(looked.damaged).toEqual([]);
  deps.close();
});
