import { afterEach, expect, test } from 'vitest';
import { JournalKeeper } from '../../../src/engine/journal/keeper.ts';
import { keptJournal } from '../../../src/engine/journal/kept-journal.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import { isPutAside, putAside } from '../../../src/renderer/start/putting-aside.ts';
import { readDraft } from '../../../src/store/device/drafts.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { ownPlace } from '../../../src/store/place/place.ts';
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
  const copy = keptJournal(deps.store, journal);
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
  const copy = keptJournal(damaged, { ...real, list: () => Promise.reject(new Error('gone')) });
  accepted(await putAside(() => 'device-new', { store: damaged, copy }));
  expect(await isPutAside(damaged)).toBe(true);
});
