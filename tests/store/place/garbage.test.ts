import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { journalFolder } from '../../../src/platform/files/journal-folder.ts';
import { databasesAt } from '../../../src/store/place/place.ts';

/** What a session of Chromium's own protocol can do, of what is used here. */
interface Session {
  send(method: string): Promise<unknown>;
}

const collectGarbage = () => (cdp() as unknown as Session).send('HeapProfiler.collectGarbage');
const BUCKET = 'garbage-test';
/** What is not answered within it never is. */
const NEVER_MILLIS = 60_000;

const answered = <Value>(work: Promise<Value>): Promise<Value | 'never'> =>
  Promise.race([
    work,
    new Promise<'never'>((resolve) => setTimeout(() => resolve('never'), NEVER_MILLIS)),
  ]);

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A database of which nothing but the connection is held here. */
async function opened(): Promise<IDBDatabase> {
  const factory = await databasesAt({ name: 'rounds', bucket: BUCKET });
  const opening = factory.open('garbage', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
  return settled(opening);
}

let db: IDBDatabase | undefined;
afterEach(async () => {
  db?.close();
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { delete(name: string): Promise<void> };
  };
  await storageBuckets.delete(BUCKET);
});

test('[STORE-22] a database answers also after what opened it was left for the garbage', async () => {
  db = await opened();
  for (let round = 0; round < 3; round++) {
    const transaction = db.transaction('rows', 'readwrite');
    const put = settled(transaction.objectStore('rows').put({ id: round, text: 'x'.repeat(2000) }));
    await collectGarbage();
    expect(await answered(put)).toBe(round);
    await collectGarbage();
    const all = settled(db.transaction('rows').objectStore('rows').getAll());
    expect(await answered(all)).toHaveLength(round + 1);
  }
});

test('[STORE-22] the folder of the journal is found while garbage is collected', async () => {
  let isOver = false;
  const collecting = (async () => {
    while (!isOver) await collectGarbage();
  })();
  const found: (FileSystemDirectoryHandle | 'never' | undefined)[] = [];
  for (let round = 0; round < 40 && !found.includes('never'); round++) {
    const all = Array.from({ length: 10 }, () => answered(journalFolder()));
    found.push(...(await Promise.all(all)));
  }
  isOver = true;
  await collecting;
  expect(found.filter((each) => each === 'never')).toEqual([]);
});
