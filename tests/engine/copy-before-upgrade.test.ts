import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { blobBytes } from '../../src/engine/copies/blob-bytes.ts';
import { copyBeforeUpgrade } from '../../src/engine/copies/before-upgrade.ts';
import { checkCollectionFile } from '../../src/exchange/collection-file/check-file.ts';
import { parseCopyName } from '../../src/exchange/copies/copy-name.ts';
import { createWebCopies } from '../../src/platform/copies/web-copies.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { hashOf } from '../../src/store/log/rebuild.ts';
import { openDatabase } from '../../src/store/open.ts';
import {
  accepted,
  answerFirst,
  freshName,
  sampleDeck,
  type TestDeps,
  testDeps,
} from '../support/deps.ts';

const place = createWebCopies(
  () =>
    new Worker(new URL('../../src/platform/copies/copies-worker.ts', import.meta.url), {
      type: 'module',
    }),
);
let deps: TestDeps;
const names: string[] = [];

beforeEach(async () => {
  for (const name of accepted(await place.list())) accepted(await place.remove(name));
  deps = await testDeps(undefined, crypto.randomUUID());
  Object.assign(deps, { platform: createWebPlatform(undefined, place) });
  accepted(await loadDeck(deps, sampleDeck(600), NO_CHOICE, 'program'));
  for (let given = 0; given < 3; given++) await answerFirst(deps);
});
afterEach(() => {
  deps.close();
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

/** The same collection, as version 5 of the database kept it. */
async function ofVersion5(): Promise<string> {
  const name = freshName();
  names.push(name);
  const before = new Dexie(name);
  before
    .version(5)
    .stores(
      Object.fromEntries(
        deps.store.tables.map(({ name: table, schema }) => [
          table,
          [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
        ]),
      ),
    );
  await before.open();
  for (const table of deps.store.tables) {
    await before.table(table.name).bulkAdd(await table.toArray());
  }
  before.close();
  return name;
}

test('[COPY-15] a copy is made before an older database is touched, and its steps come to the same', async () => {
  const name = await ofVersion5();
  const versions: (number | undefined)[] = [];
  const opened = accepted(
    await openDatabase(
      () => 'other',
      undefined,
      { name },
      undefined,
      async (older) => {
        accepted(await copyBeforeUpgrade(older, place, deps.clock()));
        versions.push((await indexedDB.databases()).find((each) => each.name === name)?.version);
      },
    ),
  );
  expect(versions).toEqual([50]);
  const [copy = ''] = accepted(await place.list());
  expect(parseCopyName(copy)?.why).toBe('before');
  const check = await checkCollectionFile(blobBytes(accepted(await place.open(copy))));
  expect(check).toMatchObject({ isSame: true, stateHash: await hashOf(deps.store) });
  expect(check.counts).toMatchObject({ operations: 4, reviews: 3 });
  expect(await hashOf(opened)).toBe(await hashOf(deps.store));
  opened.close();
});

test('[COPY-15] a database of this version and a new one are opened without', async () => {
  const name = freshName();
  names.push(name);
  for (let turn = 0; turn < 2; turn++) {
    const opened = accepted(
      await openDatabase(
        () => 'other',
        undefined,
        { name },
        undefined,
        async () => {
          throw new Error('nothing is older');
        },
      ),
    );
    opened.close();
  }
});

test('[COPY-6] a copy is made before a person loads a deck file, and none for the program’s own', async () => {
  accepted(await loadDeck(deps, sampleDeck(4, 1, 'own'), NO_CHOICE, 'program'));
  expect(accepted(await place.list())).toEqual([]);
  const before = await hashOf(deps.store);
  accepted(await loadDeck(deps, sampleDeck(5, 1, 'other')));
  const [copy = ''] = accepted(await place.list());
  const check = await checkCollectionFile(blobBytes(accepted(await place.open(copy))));
  expect(check).toMatchObject({ isSame: true, stateHash: before });
});
