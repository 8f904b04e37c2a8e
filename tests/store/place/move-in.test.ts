import { afterEach, expect, test } from 'vitest';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { openBucket, SIGNPOST_VERSION } from '../../../src/store/place/place.ts';
import { RoundsDatabase } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  freshName,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const BUCKET = 'test-cards';
const names: string[] = [];

afterEach(async () => {
  const bucket = await openBucket(BUCKET);
  for (const name of names.splice(0)) {
    indexedDB.deleteDatabase(name);
    bucket?.indexedDB.deleteDatabase(name);
  }
});

/** A studied collection in the common place, with a picture; closed. */
async function studied(): Promise<{ deps: TestDeps; state: string; history: string }> {
  const deps = await withSampleDeck(6);
  names.push(deps.store.name);
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  await deps.store.blobs.put({ sha256: 'a'.repeat(64), blob: new Blob(['a picture']) });
  const [state, history] = [await hashOf(deps.store), await historyHashOf(deps.store)];
  deps.store.close();
  return { deps, state, history };
}

function openIn(name: string, deviceId = 'another') {
  return openDatabase(() => deviceId, undefined, { name, bucket: BUCKET });
}

async function commonVersion(name: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find((each) => each.name === name)?.version;
}

test('[STORE-10] [STORE-12] a new collection lies in its bucket, and the common place says so', async () => {
  const name = freshName();
  names.push(name);
  const db = accepted(await openIn(name));
  const bucket = await openBucket(BUCKET);
  expect((await bucket?.indexedDB.databases())?.map((each) => each.name)).toContain(name);
  expect(await commonVersion(name)).toBe(SIGNPOST_VERSION);
  db.close();
  // A program that looks in the common place, as all did before, refuses and writes nothing.
  const older = await openDatabase(() => 'older', undefined, { name });
  expect(older).toMatchObject({
    ok: false,
    problem: { what: 'These cards were saved by a newer version of Rounds.' },
  });
});

test('[STORE-19] a window of an older Rounds that does not let go is said, and not waited for', async () => {
  const { deps } = await studied();
  const { name } = deps.store;
  // As an older program's window that is frozen: it does not hear that it is asked to close.
  const held = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  expect(problemOf(await openIn(name)).what).toBe(
    'Another window still uses an older version of the cards.',
  );
  held.close();
  await expect.poll(async () => (await openIn(name)).ok).toBe(true);
});

test('[STORE-11] a collection is carried over whole, to its pictures and its numbering', async () => {
  const { deps, state, history } = await studied();
  const { name } = deps.store;
  const told: [number, number][] = [];
  const db = accepted(
    await openDatabase(
      () => 'another',
      undefined,
      { name, bucket: BUCKET },
      (_doing, done, total) => {
        told.push([done, total]);
        return true;
      },
    ),
  );
  expect(await hashOf(db)).toBe(state);
  expect(await historyHashOf(db)).toBe(history);
  expect(await (await db.blobs.get('a'.repeat(64)))?.blob.text()).toBe('a picture');
  expect((await db.device.get('device'))?.deviceId).toBe('device-a');
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  expect(await commonVersion(name)).toBe(SIGNPOST_VERSION);
  const moved = { ...deps, store: db };
  accepted(await answerCard(moved, await cardOf(moved, 'sample:fact-0005/2'), 3, 5));
  db.close();
});

test('[STORE-11] killed anywhere on the way, the next start ends with the same collection', async () => {
  for (const rowsCopied of [1, 10, 20]) {
    const { deps, state, history } = await studied();
    const { name } = deps.store;
    const killed = await openDatabase(
      () => 'another',
      undefined,
      { name, bucket: BUCKET },
      (_doing, done) => {
        if (done >= rowsCopied) throw new Error('killed');
        return true;
      },
    );
    expect(killed.ok).toBe(false);
    const db = accepted(await openIn(name));
    expect(await hashOf(db)).toBe(state);
    expect(await historyHashOf(db)).toBe(history);
    db.close();
  }
});

test('[STORE-11] killed when all was copied and nothing deleted, nothing is there twice', async () => {
  const { deps, state } = await studied();
  const { name } = deps.store;
  const place = { name, bucket: BUCKET };
  accepted(await openIn(name)).close();
  // As it was before the old one was deleted: the same collection in both places.
  await deleted(name);
  const bucket = await openBucket(BUCKET);
  if (!bucket) throw new Error('no buckets here');
  const [from, to] = [
    new RoundsDatabase(place, bucket.indexedDB),
    new RoundsDatabase({ name }, indexedDB),
  ];
  await Promise.all([from.open(), to.open()]);
  for (const table of from.tables) await to.table(table.name).bulkPut(await table.toArray());
  from.close();
  to.close();
  const db = accepted(await openIn(name));
  expect(await hashOf(db)).toBe(state);
  expect(await commonVersion(name)).toBe(SIGNPOST_VERSION);
  db.close();
});

test('[STORE-11] where both places hold a collection, the bucket ends with the steps of both', async () => {
  const { deps } = await studied();
  const { name } = deps.store;
  accepted(await openIn(name)).close();
  // The common place was cleared, signpost and all, and an older program began anew there.
  await deleted(name);
  const older = accepted(await openDatabase(() => 'device-b', undefined, { name }));
  const again = { ...deps, store: older };
  const made = accepted(
    await (await import('../../../src/engine/commands/decks/decks.ts')).createDeck(
      again,
      'Cardiology',
      '',
    ),
  );
  older.close();
  const db = accepted(await openIn(name));
  const decks = (await db.decks.toArray()).map((deck) => deck.name).sort();
  expect(decks).toEqual(['Cardiology', 'Sample']);
  expect(await db.reviews.count()).toBe(4);
  expect(made).toBeDefined();
  db.close();
});

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
