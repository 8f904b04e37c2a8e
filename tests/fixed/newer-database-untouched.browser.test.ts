import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { freshName } from '../support/deps.ts';
import { createRaw, readRaw } from '../support/raw-database.ts';

/** Dexie's next version: it counts in tens. */
const NEWER = (SCHEMA_VERSION + 1) * 10;

// Dexie adds tables and indexes that a newer version dropped, and raises the version, before the
// program can look at it.
test('[STORE-2] a newer database that lacks a table or an index is left exactly as it is', async () => {
  const name = freshName();
  await createRaw(name, NEWER, (db) => {
    const cards = db.createObjectStore('cards', { keyPath: 'id' });
    cards.put({ id: 'a:b/1', kept: 'as it is' });
  });
  const before = await readRaw(name);
  const opened = await openDatabase(() => 'device-a', undefined, { name });
  expect(opened.ok).toBe(false);
  expect(await readRaw(name)).toEqual(before);
  expect(before.version).toBe(NEWER);
  indexedDB.deleteDatabase(name);
});
