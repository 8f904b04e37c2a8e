import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { putBlob, putBlobs, soundBlob } from '../../../src/store/media/blobs.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { accepted, freshName, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import { encoded } from '../../support/media-files.ts';

let deps: TestDeps;
let opened: RoundsDatabase | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  deps.close();
  await opened?.delete();
});

/** The same collection as version 8 kept it: each content a blob of its own, and nothing else. */
async function version8Database(): Promise<string> {
  const tables = deps.store.tables.filter(({ name }) => name !== 'bundles');
  const name = freshName();
  const old = new Dexie(name);
  old
    .version(8)
    .stores(
      Object.fromEntries(
        tables.map(({ name: table, schema: { primKey, indexes } }) => [
          table,
          [primKey.src, ...indexes.map(({ src }) => src)].join(', '),
        ]),
      ),
    );
  await old.open();
  for (const table of tables) await old.table(table.name).bulkAdd(await table.toArray());
  old.close();
  return name;
}

test('[MEDIA-19] the pictures of an older collection stay as they lie, killed while it is opened or not', async () => {
  deps = await withSampleDeck(3);
  const sha256 = accepted(await putBlob(deps.store, encoded('a picture').buffer));
  const state = await hashOf(deps.store);
  const name = await version8Database();
  const open = () => openDatabase(() => 'other', undefined, { name });

  const create = IDBDatabase.prototype.createObjectStore;
  vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(function (
    this: IDBDatabase,
    ...asked
  ) {
    const made = create.apply(this, asked);
    made.transaction.abort();
    return made;
  });
  expect((await open()).ok).toBe(false);
  expect(IDBDatabase.prototype.createObjectStore).toHaveBeenCalled();
  vi.restoreAllMocks();
  const before = new Dexie(name);
  await before.open();
  expect(before.verno).toBe(8);
  before.close();

  opened = accepted(await open());
  expect(await hashOf(opened)).toBe(state);
  expect(await soundBlob(opened, sha256)).toEqual(encoded('a picture'));
  const more = ['b', 'c'].map((text) => ({ sha256: text.repeat(64), bytes: encoded(text) }));
  accepted(await putBlobs(opened, more));
  expect(await opened.bundles.count()).toBe(1);
});
