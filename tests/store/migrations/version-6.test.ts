import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { change } from '../../../src/engine/commands/change.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { readHistory } from '../../../src/store/reads/answers/history.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import {
  anImport,
  incomingCard,
  incomingNote,
  pastEntry,
  pastLog,
} from '../../support/incoming.ts';
import { accepted, cardOf, freshName, withSampleDeck } from '../../support/deps.ts';

/** The same collection as version 6 held it: without a place for what was answered elsewhere. */
async function version6Database(store: RoundsDatabase): Promise<string> {
  const name = freshName();
  const old = new Dexie(name);
  const tables = store.tables.filter((table) => table.name !== 'pastLogs');
  old
    .version(6)
    .stores(
      Object.fromEntries(
        tables.map(({ name: table, schema }) => [
          table,
          [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
        ]),
      ),
    );
  await old.open();
  for (const table of tables) await old.table(table.name).bulkAdd(await table.toArray());
  old.close();
  return name;
}

/** An upgrade of `name` that ends in its middle, as a kill ends it. */
function upgradeKilled(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 70);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('pastLogs', { keyPath: 'id' });
      request.transaction?.abort();
    };
    request.onerror = () => resolve();
  });
}

test('[LOG-25] a collection of version 6 gets a place for past logs, and nothing else changes', async () => {
  const deps = await withSampleDeck(3, 1);
  const id = 'sample:fact-0001/1' as CardId;
  accepted(await answerCard(deps, await cardOf(deps, id), 3, 4000));
  const state = await hashOf(deps.store);
  const days = await deps.store.days.toArray();
  const name = await version6Database(deps.store);
  await upgradeKilled(name);
  const opened = accepted(await openDatabase(() => 'other', undefined, { name }));
  expect(await hashOf(opened)).toBe(state);
  expect(await opened.days.toArray()).toEqual(days);
  expect(await opened.pastLogs.count()).toBe(0);
  expect((await rebuild(opened)).differing).toEqual({});
  const body = anImport({
    notes: [incomingNote('n')],
    cards: [incomingCard('n/1')],
    pastLogs: [pastLog('n/1', [pastEntry(3)])],
  });
  accepted(await change({ ...deps, store: opened }, body));
  expect(await readHistory(opened, 'n/1' as CardId)).toHaveLength(1);
  expect((await rebuild(opened)).differing).toEqual({});
  opened.close();
  indexedDB.deleteDatabase(name);
  deps.close();
});
