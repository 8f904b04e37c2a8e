import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { freshName } from '../support/deps.ts';
import { createRaw, settled } from '../support/raw-database.ts';

async function closings(then: (name: string) => Promise<unknown>): Promise<string[]> {
  const name = freshName();
  const said: string[] = [];
  const opened = await openDatabase(
    () => 'device-a',
    (why) => said.push(why),
    { name },
  );
  if (!opened.ok) throw new Error(opened.problem.what);
  await then(name);
  // A database that was taken away must not come back empty under the same window.
  await expect(opened.value.decks.toArray()).rejects.toThrow();
  indexedDB.deleteDatabase(name);
  return said;
}

// Dexie says 'close' for its own closing too, so the last message was always the wrong one.
test('[STORE-4] a window that gives way says once, and truly, why', async () => {
  const upgraded = await closings((name) => createRaw(name, (SCHEMA_VERSION + 1) * 10, () => {}));
  expect(upgraded).toEqual(['newer-version']);
  const deleted = await closings((name) => settled(indexedDB.deleteDatabase(name)));
  expect(deleted).toEqual(['closed-by-browser']);
});

test('[STORE-3] an opening that is refused says so once, and not that the browser closed it', async () => {
  const name = freshName();
  const said: string[] = [];
  await createRaw(name, 5, (db) => db.createObjectStore('old'));
  const holding = await settled(indexedDB.open(name));
  const opened = await openDatabase(
    () => 'device-a',
    (why) => said.push(why),
    { name },
  );
  expect(opened.ok).toBe(false);
  await Promise.resolve();
  expect(said).toEqual([]);
  holding.close();
  indexedDB.deleteDatabase(name);
});
