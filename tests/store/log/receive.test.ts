import { afterEach, beforeEach, expect, test } from 'vitest';
import { logPages } from '../../../src/store/log/log-rows.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { receive } from '../../../src/store/log/receive.ts';
import { LEAST_FREE_BYTES, roomOf } from '../../../src/store/place/room.ts';
import { answerFirst, type TestDeps, testDeps, withSampleDeck } from '../../support/deps.ts';

let here: TestDeps;
let there: TestDeps;
let steps: unknown[];
beforeEach(async () => {
  there = await withSampleDeck(4);
  await answerFirst(there);
  here = await testDeps(undefined, 'device-b');
  steps = [];
  for await (const page of logPages(there.store)) steps.push(...page.map((each) => each.operation));
});
afterEach(() => {
  here.close();
  there.close();
});

test('[STORE-23] steps from elsewhere have their effect also where little space is left', async () => {
  const room = roomOf(here.store);
  room.askThrough(async () => LEAST_FREE_BYTES - 1);
  await room.look();
  expect(await receive(here.store, steps)).toMatchObject({ taken: steps.length, refused: [] });
  expect(await hashOf(here.store)).toBe(await hashOf(there.store));
});

test('[STORE-23] where the storage fails, no step is kept as one that does not apply', async () => {
  const { add } = IDBObjectStore.prototype;
  let fails = true;
  IDBObjectStore.prototype.add = function (...given) {
    if (!fails) return add.apply(this, given);
    fails = false;
    throw new DOMException('no space', 'QuotaExceededError');
  };
  try {
    await expect(receive(here.store, steps)).rejects.toThrow('no space');
  } finally {
    IDBObjectStore.prototype.add = add;
  }
  expect(await here.store.operations.count()).toBe(0);
  expect(await receive(here.store, steps)).toMatchObject({ taken: steps.length, refused: [] });
  expect(await hashOf(here.store)).toBe(await hashOf(there.store));
});
