import { afterEach, expect, test } from 'vitest';
import { JournalKeeper } from '../../../src/engine/journal/keeping/keeper.ts';
import { JournalStanding } from '../../../src/engine/journal/journal-standing.ts';
import { keptJournal } from '../../../src/engine/journal/kept-journal.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import { isPutAside, putAside } from '../../../src/renderer/start/put-back/putting-aside.ts';
import { readDraft } from '../../../src/store/device/drafts.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { ownPlace } from '../../../src/store/place/place.ts';
import { readNotSaved, rememberOutside } from '../../../src/store/copies/days-not-saved.ts';
import { deletePutAside } from '../../../src/engine/commands/settings/put-aside.ts';
import type { Deps } from '../../../src/engine/deps.ts';
import { databasesAside as listed } from '../../../src/engine/queries/once/copies.ts';
import { keepSecondCopy } from '../../../src/store/place/second-copy.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { accepted, answerFirst, sampleDeck, testDeps } from '../../support/deps.ts';
import { onlyOf, realJournal } from '../../support/journal.ts';

const real = realJournal();
const opened: RoundsDatabase[] = [];

interface Buckets {
  readonly storageBuckets: {
    keys(): Promise<string[]>;
    delete(name: string): Promise<void>;
  };
}

afterEach(async () => {
  for (const db of opened.splice(0)) db.close();
  localStorage.clear();
  const { storageBuckets } = navigator as unknown as Buckets;
  for (const name of await storageBuckets.keys())
    if (name.startsWith('rounds-cards')) await storageBuckets.delete(name);
});

async function open(id: string): Promise<RoundsDatabase> {
  const db = accepted(await openDatabase(() => id, undefined, await ownPlace()));
  opened.push(db);
  return db;
}

test('[STORE-17] the damaged database stays as it is, and the next start opens an empty one beside it', async () => {
  const damaged = await open('device-damaged');
  await damaged.drafts.put({ id: 'note', atMillis: 5, value: 'half written' });
  const device = `device-${crypto.randomUUID()}` as DeviceId;
  const journal = onlyOf(real, [device]);
  const deps = await testDeps(undefined, device);
  accepted(await loadDeck(deps, sampleDeck(3), NO_CHOICE, 'program'));
  await answerFirst(deps);
  expect(await isPutAside(damaged)).toBe(false);
  // What was nowhere but in the database is in the journal afterwards.
  const copy = keptJournal(deps.store, journal, new JournalStanding(), Date.now);
  accepted(await putAside(() => 'device-new', { store: damaged, copy }));
  expect(await isPutAside(damaged)).toBe(true);
  const next = await open('never asked');
  expect(next.place).not.toEqual(damaged.place);
  expect((await readDraft(next, 'note'))?.value).toBe('half written');
  expect(accepted(await missingIn(next, journal))).toMatchObject({ operations: 2, isAll: true });
  expect(await damaged.drafts.count()).toBe(1);
  deps.close();
});

test('[STORE-17] what of it cannot be read keeps nobody from putting the rest back', async () => {
  const damaged = await open('device-damaged');
  keepSecondCopy(damaged, new JournalKeeper(damaged, real));
  damaged.close();
  const copy = keptJournal(
    damaged,
    { ...real, list: () => Promise.reject(new Error('gone')) },
    new JournalStanding(),
    Date.now,
  );
  accepted(await putAside(() => 'device-new', { store: damaged, copy }));
  expect(await isPutAside(damaged)).toBe(true);
});

test('[STORE-18] what stands aside is named with its size and day, and the person alone deletes it', async () => {
  const damaged = await open('device-damaged');
  const before = Date.now();
  accepted(await putAside(() => 'device-new'));
  const next = await open('never asked');
  const deps = { store: next } as Deps;
  const [aside, ...more] = accepted(await listed({ store: next }));
  expect(more).toEqual([]);
  expect(aside?.place).toEqual(damaged.place);
  expect(aside?.bytes).toBeGreaterThan(0);
  expect(aside?.atMillis).toBeGreaterThanOrEqual(before);
  expect((await deletePutAside(deps, next.place)).ok).toBe(false);
  damaged.close();
  accepted(await deletePutAside(deps, damaged.place));
  expect(accepted(await listed({ store: next }))).toEqual([]);
  expect(await next.device.count()).toBe(1);
  expect((await deletePutAside(deps, damaged.place)).ok).toBe(false);
});

test('[COPY-14] the day of the last copy outside is known to the database that comes after one, too', async () => {
  const damaged = await open('device-damaged');
  await rememberOutside(damaged, 20_510);
  accepted(await putAside(() => 'device-new'));
  const next = await open('never asked');
  expect(await readNotSaved(next, 20_514)).toEqual({ days: 0, savedDay: 20_510 });
});
