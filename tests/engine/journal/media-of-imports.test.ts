import { beforeEach, expect, test } from 'vitest';
import { intentOf } from '../../../src/engine/deps.ts';
import { compareJournal } from '../../../src/engine/journal/compare.ts';
import { mediaLacking } from '../../../src/engine/journal/media-beside.ts';
import { failed } from '../../../src/kernel/problem.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { apply } from '../../../src/store/apply.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { putBlob } from '../../../src/store/media/blobs.ts';
import { accepted, type TestDeps } from '../../support/deps.ts';
import { anImport, incomingNote } from '../../support/incoming.ts';
import { keepJournal, putBack, withJournal } from '../../support/kept-journal.ts';

const own = withJournal();
let files: JournalFiles;
let deps: TestDeps;

beforeEach(async () => {
  ({ deps, files } = await own.device());
});

/** Waits for nothing before each file, and for all files in the end. */
const atOnce = async (): Promise<void> => {};

/** An import of notes and `count` files, so large that its body stands beside the log. */
async function importFiles(count: number): Promise<string[]> {
  const contents = Array.from({ length: count }, () => crypto.getRandomValues(new Uint8Array(64)));
  const hashes: string[] = [];
  for (const bytes of contents)
    hashes.push(accepted(await putBlob(deps.store, bytes.slice().buffer)));
  const media = hashes.map((sha256, index) => ({
    id: `${sha256.slice(0, 8)}-${index}.png`,
    sha256,
    bytes: 64,
    type: 'image/png',
    addedAtMillis: deps.nowMillis,
  })) as never;
  const notes = Array.from({ length: 300 }, (_, index) => incomingNote(`n${index}-${hashes[0]}`));
  accepted(await apply(deps.store, intentOf(deps, anImport({ notes, media }))));
  return hashes;
}

async function held(hashes: readonly string[]): Promise<boolean[]> {
  const listed = new Set(accepted(await files.list('media')).map(({ path }) => path));
  return hashes.map((sha256) => listed.has(`media/${sha256}`));
}

test('[JOURNAL-17] what an import brought is in the journal too, and comes back from it', async () => {
  const keeper = keepJournal(deps, files);
  const hashes = await importFiles(3);
  expect(await deps.store.payloads.count()).toBeGreaterThan(0);
  accepted(await keeper.catchUp(atOnce));
  expect(await held(hashes)).toEqual([true, true, true]);
  expect(accepted(await mediaLacking(deps.store, files))).toEqual([]);

  const fresh = await own.emptyDatabase();
  expect((await putBack(fresh, files)).report).toMatchObject({ media: 3, lost: [] });
  expect(await hashOf(fresh)).toBe(await hashOf(deps.store));
});

test('[JOURNAL-17] killed or failed on the way, the next start goes on with what is missing', async () => {
  const hashes = await importFiles(3);
  let left = 1;
  const failing = keepJournal(deps, {
    ...files,
    put: async (path, bytes) =>
      path.startsWith('media/') && left-- <= 0
        ? failed('The disk is full.', 'Nothing.', 'Make room.')
        : files.put(path, bytes),
  });
  expect((await failing.catchUp(atOnce)).ok).toBe(false);
  expect((await held(hashes)).filter((is) => is)).toHaveLength(1);
  accepted(await keepJournal(deps, files).catchUp(atOnce));
  expect(await held(hashes)).toEqual([true, true, true]);
});

test('[JOURNAL-17] a content of which a kill has left a part is missing, and is written whole', async () => {
  const [first = ''] = await importFiles(2);
  const whole = await (await deps.store.blobs.get(first))?.blob.arrayBuffer();
  const bytes = new Uint8Array(whole ?? new ArrayBuffer());
  accepted(await files.put(`media/${first}`, bytes.slice(0, 20)));
  expect(accepted(await mediaLacking(deps.store, files))).toHaveLength(2);
  accepted(await keepJournal(deps, files).catchUp(atOnce));
  expect(accepted(await files.read(`media/${first}`, 0))).toEqual(bytes);
  expect(accepted(await mediaLacking(deps.store, files))).toEqual([]);
});

test('[JOURNAL-17] a content that is damaged in the journal is found by the check, and put right', async () => {
  const keeper = keepJournal(deps, files);
  const [first = ''] = await importFiles(2);
  accepted(await keeper.catchUp(atOnce));
  const damaged: JournalFiles = {
    ...files,
    read: async (path, from) => {
      const read = await files.read(path, from);
      if (!path.endsWith(first) || !read.ok || isMended) return read;
      return { ok: true, value: read.value.map((byte) => byte ^ 1) };
    },
    put: async (path, bytes) => {
      if (path.endsWith(first)) isMended = true;
      return files.put(path, bytes);
    },
  };
  let isMended = false;
  const compared = accepted(await compareJournal(deps.store, damaged));
  expect(compared?.damaged).toHaveLength(1);
  accepted(await keepJournal(deps, damaged).writeAgain(compared?.damaged ?? []));
  expect(isMended).toBe(true);
  expect(accepted(await compareJournal(deps.store, damaged))?.damaged).toEqual([]);
});
