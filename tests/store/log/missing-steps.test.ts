import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/open.ts';
import type { DeviceRow } from '../../../src/store/schema.ts';
import { accepted, answerFirst, type TestDeps, withSampleDeck } from '../../support/deps.ts';

async function studied(): Promise<TestDeps> {
  const deps = await withSampleDeck(5);
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  return deps;
}

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
