import { afterEach, describe, expect, test } from 'vitest';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import { openDatabase } from '../../src/store/open.ts';
import { RoundsDatabase, SCHEMA_VERSION } from '../../src/store/schema.ts';
import { freshName, problemOf, queueOf, withSampleDeck } from '../support/deps.ts';
import { createRaw, readRaw, settled } from '../support/raw-database.ts';

const names: string[] = [];
function aName(): string {
  const name = freshName();
  names.push(name);
  return name;
}
afterEach(() => {
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

function open(name: string, onClosed?: (why: string) => void) {
  return openDatabase(() => 'device-a', onClosed, { name });
}
async function opened(name: string, onClosed?: (why: string) => void): Promise<RoundsDatabase> {
  const result = await open(name, onClosed);
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
}

describe('opening', () => {
  test('[LOG-1] a new profile is given one device, which later openings keep', async () => {
    const name = aName();
    let asked = 0;
    for (let times = 0; times < 3; times++) {
      const result = await openDatabase(() => `device-${++asked}`, undefined, { name });
      if (!result.ok) throw new Error(result.problem.what);
      expect(await result.value.device.toArray()).toEqual([
        { id: 'device', deviceId: 'device-1', nextCounter: 0, logicalMillis: 0, cardsInSight: 0 },
      ]);
      result.value.close();
    }
  });

  test('[STORE-2] a database of the next version is refused, and left exactly as it is', async () => {
    const name = aName();
    const newer = new RoundsDatabase({ name }, indexedDB);
    newer.version(SCHEMA_VERSION + 1).stores({ inventions: 'id' });
    await newer.open();
    await newer.table('inventions').add({ id: 'kept' });
    newer.close();
    const before = await readRaw(name);
    const problem = problemOf(await open(name));
    expect(problem.what).toBe('These cards were saved by a newer version of Rounds.');
    expect(await readRaw(name)).toEqual(before);
    expect(before.tables.device?.rows).toEqual([]);
  });

  test('[STORE-2] a database of this version opens again with all it holds', async () => {
    const name = aName();
    (await opened(name)).close();
    const before = await readRaw(name);
    (await opened(name)).close();
    expect(await readRaw(name)).toEqual(before);
    expect(before.version).toBe(SCHEMA_VERSION * 10);
  });

  test('[STORE-4] an older window gives way to a newer version, says so, and writes no more', async () => {
    const name = aName();
    const said: string[] = [];
    const older = await opened(name, (why) => said.push(why));
    await createRaw(name, (SCHEMA_VERSION + 1) * 10, (db) => db.createObjectStore('inventions'));
    expect(said).toEqual(['newer-version']);
    expect(older.isOpen()).toBe(false);
    await expect(older.decks.toArray()).rejects.toThrow();
    expect((await readRaw(name)).version).toBe((SCHEMA_VERSION + 1) * 10);
  });

  test('[STORE-4] a grade given after the window gave way is refused in words, and kept nowhere', async () => {
    const deps = await withSampleDeck(1);
    const card = (await queueOf(deps)).cards[0];
    if (!card) throw new Error('no card');
    deps.close();
    const problem = problemOf(await answerCard(deps, card, 3, 1));
    expect(problem.what).toBe('The card database was closed under the program.');
  });

  test('[STORE-4] where an older window does not give way, the newer says what to do', async () => {
    const name = aName();
    await createRaw(name, 5, (db) => db.createObjectStore('old'));
    const holding = await settled(indexedDB.open(name));
    const problem = problemOf(await open(name));
    expect(problem.todo).toContain('Close the other Rounds windows');
    holding.close();
  });
});

describe('storage that cannot be used', () => {
  /** Replaces the browser's storage for the time of `work`. */
  async function withStorage<Value>(value: unknown, work: () => Promise<Value>): Promise<Value> {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    if (!original) throw new Error('no indexedDB to replace');
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value });
    try {
      return await work();
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', original);
    }
  }
  /** Makes the browser refuse to open any database. */
  async function withOpenFailing<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const { open: original } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('Refused.', name);
    };
    try {
      return await work();
    } finally {
      IDBFactory.prototype.open = original;
    }
  }

  test('[STORE-3] a browser without IndexedDB is told of in full sentences', async () => {
    const problem = problemOf(await withStorage(undefined, () => open(aName())));
    expect(problem.what).toContain('IndexedDB is missing');
    expect(problem.kept).toContain('Nothing was read or written');
  });

  test('[STORE-3] blocked storage and a full disk each say what to do', async () => {
    const blocked = await withOpenFailing('SecurityError', () => open(aName()));
    expect(problemOf(blocked).todo).toContain('allow this site to store data');
    const full = await withOpenFailing('QuotaExceededError', () => open(aName()));
    expect(problemOf(full).todo).toContain('Free some space');
    const other = await withOpenFailing('UnknownError', () => open(aName()));
    expect(problemOf(other).what).toContain('UnknownError');
  });

  test('[STORE-3] a failed opening changes nothing: the next one finds every card', async () => {
    const deps = await withSampleDeck(2);
    const { name } = deps.store;
    names.push(name);
    deps.store.close();
    await withOpenFailing('QuotaExceededError', () => open(name));
    const db = await opened(name);
    expect(await db.cards.count()).toBe(4);
    db.close();
  });
});
