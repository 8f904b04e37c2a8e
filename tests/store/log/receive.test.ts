import { afterEach, beforeEach, expect, test } from 'vitest';
import { logPages } from '../../../src/store/log/log-rows.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { receive } from '../../../src/store/log/receive.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import { admitOperation } from '../../../src/log/door.ts';
import type { Operation } from '../../../src/log/operation.ts';
import { rebuildNow } from '../../../src/store/log/rebuild/rebuild.ts';
import { stamped } from '../../log/contract/any-log.ts';
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

test('[LOG-3] after a step of the last instant there is, steps go on and stay sound', async () => {
  await receive(here.store, steps);
  const newest = steps.at(-1) as Operation;
  const body = { kind: 'save-search', search: { id: 's', name: 'Due', text: 'is:due' } } as const;
  const last = stamped(body, 'phone' as DeviceId, 0, newest.atMillis);
  expect(await receive(here.store, [{ ...last, logicalMillis: 8.64e15 }])).toMatchObject({
    taken: 1,
    refused: [],
    rejected: [],
  });
  for (let count = 0; count < 2; count++) await answerFirst(here);
  const own = await here.store.operations.where('id').startsWith('device-b').toArray();
  expect(own.map((row) => admitOperation(row).is)).toEqual(own.map(() => 'known'));
  const before = await hashOf(here.store);
  await rebuildNow(here.store);
  expect(await hashOf(here.store)).toBe(before);
});
