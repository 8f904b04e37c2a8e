import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { ALL_DECKS, emptyDay } from '../../../src/domain/collection/review.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { readToday } from '../../../src/store/reads/today.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  freshName,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const DAY = 24 * 60;
let deps: TestDeps;
let opened: RoundsDatabase | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  deps.close();
  await opened?.delete();
});

/** The same collection as version 6 kept it: totals of days on which nothing counts any more. */
async function version6Database(): Promise<string> {
  const { store } = deps;
  const name = freshName();
  const old = new Dexie(name);
  old.version(6).stores(
    Object.fromEntries(
      store.tables.map((table) => {
        const { primKey, indexes } = table.schema;
        return [table.name, [primKey.src, ...indexes.map(({ src }) => src)].join(', ')];
      }),
    ),
  );
  await old.open();
  for (const table of store.tables) await old.table(table.name).bulkAdd(await table.toArray());
  const { studyDay } = await readToday(store, deps.clock());
  for (const ago of [1, 2, 40]) await old.table('days').add(emptyDay(ALL_DECKS, studyDay - ago));
  old.close();
  return name;
}

test('[TODAY-9] totals of days that are left without an answer go, killed halfway at the next start', async () => {
  deps = await withSampleDeck(6, 1);
  await answerFirst(deps, 4);
  deps.advance(3 * DAY);
  await answerFirst(deps, 4);
  const { store } = deps;
  const [state, days] = [await hashOf(store), await store.days.toArray()];
  const name = await version6Database();
  const open = () => openDatabase(() => 'other', undefined, { name });

  let isUnderWay = false;
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore) {
    isUnderWay = true;
    this.transaction.abort();
    throw new DOMException('killed', 'AbortError');
  });
  expect((await open()).ok).toBe(false);
  expect(isUnderWay).toBe(true);
  vi.restoreAllMocks();
  const before = new Dexie(name);
  await before.open();
  expect(before.verno).toBe(6);
  expect(await before.table('days').count()).toBe(days.length + 3);
  before.close();

  opened = accepted(await open());
  expect(await opened.days.toArray()).toEqual(days);
  expect(await hashOf(opened)).toBe(state);
  expect((await readToday(opened, deps.clock())).streakDays).toBe(1);
  expect((await rebuild(opened)).differing).toEqual({});
});
