import { expect, test } from 'vitest';
import { checkCollection } from '../../../src/engine/commands/settings/check-collection.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { DeviceRow } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  everyRow,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const idOf = (counter: number) => `device-a:${String(counter).padStart(10, '0')}`;

async function studied(): Promise<TestDeps> {
  const deps = await withSampleDeck(5);
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  return deps;
}

/** What the tables say, without the log and what counts the looks at it. */
async function tables(deps: TestDeps) {
  const { operations: _log, kept: _kept, ...rest } = await everyRow(deps);
  return rest;
}

test.each([
  ['the step that added the notes', [0]],
  ['an answer in the middle', [2]],
  ['the last answers', [3, 4]],
  ['the whole log', [0, 1, 2, 3, 4]],
])(
  '[LOG-16] with %s missing, a check deletes nothing, and says what is missing',
  async (_, gone) => {
    const deps = await studied();
    await deps.store.operations.bulkDelete(gone.map(idOf) as never[]);
    const before = await tables(deps);
    const check = accepted(await checkCollection(deps));
    expect(check.isShort).toBe(true);
    expect(check.wasSound).toBe(false);
    const missing = check.gaps.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_each, index) => from + index),
    );
    expect(missing).toEqual(gone);
    expect(await tables(deps)).toEqual(before);
    deps.close();
  },
);

test.each([
  ['set back', { nextCounter: 1 }],
  ['no number', { nextCounter: Number.NaN }],
  ['at no time', { logicalMillis: Number.NaN }],
  ['before the last step', { logicalMillis: 1 }],
])(
  '[LOG-26] with the device’s row %s, the next start counts on after the log',
  async (_, wrong) => {
    const deps = await studied();
    await deps.store.device.update('device', wrong as Partial<DeviceRow>);
    deps.store.close();
    const store = accepted(await openDatabase(() => 'never', undefined, deps.store.place));
    const again = { ...deps, store };
    await answerFirst(again);
    await answerFirst(again);
    const log = await store.operations.orderBy('id').toArray();
    expect(log.map(({ counter }) => counter)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const times = log.map(({ logicalMillis }) => logicalMillis);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(await store.reviews.count()).toBe(6);
    store.close();
  },
);
