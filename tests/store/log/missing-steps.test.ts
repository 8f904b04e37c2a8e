import { expect, test } from 'vitest';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { DeviceRow } from '../../../src/store/schema.ts';
import { accepted, answerFirst, type TestDeps, withSampleDeck } from '../../support/deps.ts';

async function studied(): Promise<TestDeps> {
  const deps = await withSampleDeck(5);
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  return deps;
}

test('[LOG-16] a log that lacks a step gives back what the others explain, and nothing else goes', async () => {
  const deps = await studied();
  const whole = await deps.store.cards.orderBy('id').toArray();
  const [, , lacked] = await deps.store.operations.orderBy('id').toArray();
  if (!lacked) throw new Error('no third step');
  await deps.store.operations.delete(lacked.id);
  const [gone, ...kept] = whole.filter(({ schedule }) => schedule.state === 'new');
  if (!gone) throw new Error('no new card');
  await deps.store.cards.delete(gone.id);
  await deps.store.decks.clear();
  await deps.store.device.update('device', { mustRebuild: true });
  await rebuild(deps.store);
  expect(await deps.store.cards.get(gone.id)).toEqual(gone);
  expect(await deps.store.decks.count()).toBe(1);
  expect(kept.length).toBeGreaterThan(0);
  expect(await deps.store.cards.count()).toBe(whole.length);
  deps.close();
});

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
