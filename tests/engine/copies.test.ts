import { afterEach, beforeEach, expect, test } from 'vitest';
import { Damage } from '../../src/engine/damage.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import {
  makeCopy,
  makeDailyCopy,
  saveCollection,
} from '../../src/engine/commands/copies/copies.ts';
import { mergeFile, replaceByFile, restoreCopy } from '../../src/engine/commands/copies/restore.ts';
import type { Port } from '../../src/engine/rpc.ts';
import { connectWriter } from '../../src/engine/workers/connect.ts';
import type { Sealed } from '../../src/log/envelope.ts';
import { stampOf } from '../../src/store/log/log-rows.ts';
import { keep } from '../../src/store/log/rebuild/keep.ts';
import { addMedia } from '../../src/engine/commands/media/media.ts';
import { deleteNotes } from '../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { beginReplacing, finishReplacing } from '../../src/engine/copies/replace.ts';
import { JournalKeeper } from '../../src/engine/journal/keeping/keeper.ts';
import { missingIn } from '../../src/engine/journal/recovery/missing-in.ts';
import { recover } from '../../src/engine/journal/recovery/recover.ts';
import { collectionFile, copies } from '../../src/engine/queries/once/copies.ts';
import type { NoteId } from '../../src/kernel/ids.ts';
import type { CopiesPlace } from '../../src/platform/copies/copies-place.ts';
import { createWebCopies } from '../../src/platform/copies/web-copies.ts';
import { replacedWords } from '../../src/renderer/settings/copies/restored.ts';
import type { JournalFiles } from '../../src/platform/journal/journal-files.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { hashOf, historyHashOf } from '../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../src/store/open.ts';
import { LEAST_FREE_BYTES, roomOf } from '../../src/store/place/room.ts';
import { keepSecondCopy } from '../../src/store/place/second-copy.ts';
import type { RoundsDatabase } from '../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  freshName,
  problemOf,
  sampleDeck,
  type TestDeps,
  testDeps,
} from '../support/deps.ts';
import { unreadable } from '../support/unreadable.ts';
import { onlyOf, realJournal } from '../support/journal.ts';

const real = realJournal();
const place = createWebCopies(
  () =>
    new Worker(new URL('../../src/platform/copies/copies-worker.ts', import.meta.url), {
      type: 'module',
    }),
);
const opened: TestDeps[] = [];
let deps: TestDeps;
let saved: Blob[] = [];

beforeEach(async () => {
  for (const name of accepted(await place.list())) accepted(await place.remove(name));
  deps = await another();
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
  saved = [];
});

/** One more computer: a database, a journal and a name of its own. */
async function another(): Promise<TestDeps> {
  const device = crypto.randomUUID();
  const devices = [device, '_in-force'];
  const made = await testDeps(undefined, device);
  const journal = onlyOf(real, devices);
  const own: CopiesPlace = {
    ...place,
    save: async (_name, content) => {
      saved.push(content);
      return { ok: true, value: true };
    },
  };
  Object.assign(made, {
    platform: createWebPlatform(journal, own),
    newId: () => {
      devices.push(crypto.randomUUID());
      return devices.at(-1);
    },
    devices,
  });
  keepSecondCopy(made.store, new JournalKeeper(made.store, journal));
  opened.push(made);
  return made;
}

async function load(on: TestDeps, notes: number, id = 'sample'): Promise<void> {
  accepted(await loadDeck(on, sampleDeck(notes, 2, id), NO_CHOICE, 'program'));
}

const meaning = async ({ store }: { store: RoundsDatabase }) => [
  await hashOf(store),
  await historyHashOf(store),
];

async function fileOf(on: TestDeps): Promise<Blob> {
  accepted(await saveCollection(on));
  return saved.at(-1) as Blob;
}

const journalOf = (on: TestDeps) => on.platform.journal as JournalFiles;

/** What the journal makes of a database without anything. */
async function fromJournal(on: TestDeps): Promise<{ store: RoundsDatabase }> {
  const store = accepted(await openDatabase(() => 'new', undefined, { name: freshName() }));
  const missing = accepted(await missingIn(store, journalOf(on)));
  if (missing) accepted(await recover(store, journalOf(on), missing));
  return { store };
}

const PICTURE = () =>
  new File([Uint8Array.from(atob(PNG), (c) => c.charCodeAt(0))], 'a.png', { type: 'image/png' });
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('[COPY-1] a saved file holds all of it: large bodies, pictures, what was taken back', async () => {
  await load(deps, 700);
  const { sha256 } = accepted(await addMedia(deps, PICTURE()));
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  accepted(await undoLast(deps));
  const file = await fileOf(deps);
  const looked = accepted(await collectionFile(deps, { content: file }));
  expect(looked).toMatchObject({
    isSame: true,
    stateHash: await hashOf(deps.store),
    counts: { cards: 1400, notes: 700, reviews: 3, media: 1 },
    refused: [],
  });
  expect(looked.manifest.files.map(({ path }) => path)).toContain(`media/${sha256}`);
  expect(await (await fileOf(deps)).arrayBuffer()).toEqual(await file.arrayBuffer());
  const fresh = await another();
  accepted(await replaceByFile(fresh, file));
  expect(await meaning(fresh)).toEqual(await meaning(deps));
  expect((await fresh.store.blobs.get(sha256))?.blob.size).toBe(PICTURE().size);
});

test('[COPY-1] a copy is of one moment, however much is answered while it is made', async () => {
  await load(deps, 40);
  const before = await hashOf(deps.store);
  let answers = 0;
  const made = await makeCopy(deps, 'asked', async () => {
    await answerFirst(deps);
    answers++;
    return true;
  });
  expect(answers).toBeGreaterThan(0);
  const { name, manifest } = accepted(made);
  expect(manifest.stateHash).toBe(before);
  const content = accepted(await place.open(name));
  expect(accepted(await collectionFile(deps, { content })).isSame).toBe(true);
});

test('[COPY-5] a copy that is not what was written, and one that is stopped, are no copies', async () => {
  await load(deps, 4);
  accepted(await makeCopy(deps, 'asked'));
  const before = accepted(await place.list());
  const torn: CopiesPlace = {
    ...place,
    put: (name, content, isWhole) => place.put(name, content.slice(0, content.size - 40), isWhole),
  };
  const broken = { ...deps, platform: { ...deps.platform, copies: torn } };
  deps.advance(60);
  expect(problemOf(await makeCopy(broken, 'asked')).what).toContain('The end of the file');
  expect(problemOf(await makeCopy(deps, 'asked', () => false)).what).toContain('Stopped');
  expect(accepted(await place.list())).toEqual(before);
});

test('[COPY-5] what a kill has left of a copy goes with the next one, and of none that is being written', async () => {
  await load(deps, 4);
  const bucket = await (navigator as unknown as WithBuckets).storageBuckets.open('rounds-journal');
  const folder = await (await bucket.getDirectory()).getDirectoryHandle('copies');
  await folder.getFileHandle('5-5-day.rounds.part', { create: true });
  const both = [makeCopy(deps, 'asked'), makeCopy({ ...deps, clock: later }, 'asked')];
  for (const made of both) accepted(await made);
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(names).toHaveLength(2);
});

const later = () => ({ atMillis: deps.nowMillis + 1000, utcOffsetMinutes: 0 });

interface WithBuckets {
  readonly storageBuckets: {
    open(name: string): Promise<{ getDirectory(): Promise<FileSystemDirectoryHandle> }>;
  };
}

test('[COPY-6] a day gets one copy by itself, and the next day another', async () => {
  await load(deps, 4);
  expect(accepted(await makeDailyCopy(deps))).toBe(true);
  expect(accepted(await makeDailyCopy(deps))).toBe(false);
  deps.advance(24 * 60);
  expect(accepted(await makeDailyCopy(deps))).toBe(true);
  const listed = accepted(await copies(deps));
  expect(listed.map(({ why }) => why)).toEqual(['day', 'day']);
  expect(listed[0]?.contents).toMatchObject({ ok: true, value: { counts: { cards: 8 } } });
});

test('[COPY-6] before much is deleted there is a copy; stopped then, nothing is deleted', async () => {
  await load(deps, 300);
  const ids = (await deps.store.notes.toCollection().primaryKeys()) as NoteId[];
  expect(problemOf(await deleteNotes(deps, ids, () => false)).kept).toBe('Nothing was changed.');
  expect(await deps.store.notes.count()).toBe(300);
  accepted(await deleteNotes(deps, ids));
  expect(await deps.store.notes.count()).toBe(0);
  const [copy, ...others] = accepted(await copies(deps));
  expect(copy).toMatchObject({ why: 'before', contents: { value: { counts: { notes: 300 } } } });
  expect(others).toEqual([]);
});

test('[COPY-7] copies are thinned when one is made', async () => {
  await load(deps, 2);
  for (let day = 0; day < 5; day++) {
    for (let hour = 0; hour < 2; hour++) {
      accepted(await makeCopy(deps, 'day'));
      deps.advance(60);
    }
    deps.advance(22 * 60);
  }
  const days = accepted(await copies(deps)).map(({ studyDay }) => studyDay);
  const [newest = 0] = days;
  expect(days).toEqual([0, 0, 1, 1, 2, 3, 4].map((age) => newest - age));
});

test('[COPY-8] a copy names the media that the journal has, and restoring finds them there', async () => {
  await load(deps, 2);
  const { sha256 } = accepted(await addMedia(deps, PICTURE()));
  const { name, manifest } = accepted(await makeCopy(deps, 'asked'));
  expect(manifest.files.map(({ path }) => path)).not.toContain(`media/${sha256}`);
  expect(manifest.beside).toMatchObject([{ path: `media/${sha256}` }]);
  await deps.store.blobs.clear();
  accepted(await restoreCopy(deps, name));
  expect((await deps.store.blobs.get(sha256))?.blob.size).toBe(PICTURE().size);
});

test('[COPY-8] a picture that neither the copy nor the journal has any more is counted', async () => {
  await load(deps, 2);
  const { sha256 } = accepted(await addMedia(deps, PICTURE()));
  const { name } = accepted(await makeCopy(deps, 'asked'));
  expect(accepted(await restoreCopy(deps, name))).toEqual({ is: 'replaced', mediaLost: 0 });
  await deps.store.blobs.clear();
  const journal: JournalFiles = {
    ...journalOf(deps),
    read: async (path, from) =>
      path.includes(sha256)
        ? { ok: false, problem: { what: 'Gone.', kept: 'Kept.', todo: 'Go on.' } }
        : journalOf(deps).read(path, from),
  };
  const without = { ...deps, platform: { ...deps.platform, journal } };
  expect(accepted(await restoreCopy(without, name))).toEqual({ is: 'replaced', mediaLost: 1 });
});

test('[COPY-8] a picture that is damaged in the journal is counted as lost, too', async () => {
  await load(deps, 2);
  const { sha256 } = accepted(await addMedia(deps, PICTURE()));
  const { name } = accepted(await makeCopy(deps, 'asked'));
  await deps.store.blobs.clear();
  const journal: JournalFiles = {
    ...journalOf(deps),
    async read(path, from) {
      const read = await journalOf(deps).read(path, from);
      const isPicture = read.ok && path.includes(sha256);
      return isPicture ? { ok: true, value: read.value.slice(0, 20) } : read;
    },
  };
  const damaged = { ...deps, platform: { ...deps.platform, journal } };
  expect(accepted(await restoreCopy(damaged, name))).toEqual({ is: 'replaced', mediaLost: 1 });
  expect(await deps.store.blobs.count()).toBe(0);
});

test('[COPY-9] restoring replaces all, keeps the present as a copy, and restoring that takes it back', async () => {
  await load(deps, 6);
  await answerFirst(deps);
  const early = await meaning(deps);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  const late = await meaning(deps);
  accepted(await restoreCopy(deps, name));
  expect(await meaning(deps)).toEqual(early);
  expect(accepted(await missingIn(deps.store, journalOf(deps)))).toBeUndefined();
  await answerFirst(deps);
  const [present] = accepted(await copies(deps));
  expect(present?.why).toBe('before');
  // The clock has stood still since: one copy must not take the place of another.
  accepted(await restoreCopy(deps, present?.name ?? ''));
  expect(await meaning(deps)).toEqual(late);
  expect(accepted(await missingIn(deps.store, journalOf(deps)))).toBeUndefined();
});

test('[COPY-9] killed at any place, a restoring that was begun is done at the next start', async () => {
  await load(deps, 6);
  const early = await meaning(deps);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  await answerFirst(deps);
  deps.advance(1);
  const { name: present } = accepted(await makeCopy(deps, 'before'));
  const { store, newId, platform } = deps;
  const parts = { store, newId, copies: place, journal: platform.journal, keeper: undefined };
  for (const killedAt of ['append', 'list', 'open'] as const) {
    await beginReplacing(deps, name, present);
    const dies = () => Promise.reject(new Error('killed'));
    const dying = {
      ...parts,
      copies: killedAt === 'open' ? { ...place, open: dies } : place,
      journal: { ...journalOf(deps), ...(killedAt === 'open' ? {} : { [killedAt]: dies }) },
    };
    const died = await finishReplacing(dying).catch(() => 'died');
    expect(died, killedAt).toBe('died');
    expect(accepted((await finishReplacing(parts)) as never)).toMatchObject({ is: 'replaced' });
    expect(await finishReplacing(parts)).toBeUndefined();
    expect(await meaning(deps)).toEqual(early);
  }
});

test('[COPY-9] a copy that cannot be read changes nothing', async () => {
  await load(deps, 6);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  await answerFirst(deps);
  const before = await meaning(deps);
  const content = accepted(await place.open(name));
  const cut = content.slice(0, 200);
  expect(problemOf(await replaceByFile(deps, cut)).what).toContain('end of the file is missing');
  expect(problemOf(await restoreCopy(deps, '1-1-day.rounds')).what).toContain('could not be read');
  expect(problemOf(await mergeFile(deps, cut)).what).toContain('end of the file is missing');
  expect(await meaning(deps)).toEqual(before);
});

test('[COPY-7] [COPY-9] a copy that would be thinned out by now is restored, and stays', async () => {
  await load(deps, 6);
  const early = await meaning(deps);
  const { name } = accepted(await makeCopy(deps, 'before'));
  deps.advance(60);
  await answerFirst(deps);
  accepted(await makeCopy(deps, 'before'));
  deps.advance(3 * 24 * 60);
  expect(accepted(await restoreCopy(deps, name))).toEqual({ is: 'replaced', mediaLost: 0 });
  expect(await meaning(deps)).toEqual(early);
  expect(accepted(await place.list())).toContain(name);
});

test('[COPY-9] [COPY-13] where the present was put back, it is known why', async () => {
  await load(deps, 6);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  await answerFirst(deps);
  deps.advance(1);
  const before = await meaning(deps);
  let fails = true;
  const journal: JournalFiles = {
    ...journalOf(deps),
    async append(path, at, bytes) {
      const isRefused = fails && path.includes('_in-force');
      if (isRefused) fails = false;
      return isRefused ? FULL : journalOf(deps).append(path, at, bytes);
    },
  };
  const full = { ...deps, platform: { ...deps.platform, journal } };
  const because = FULL.problem;
  const done = accepted(await restoreCopy(full, name));
  expect(done).toEqual({ is: 'put back', mediaLost: 0, because });
  expect(replacedWords(done)).toContain('The disk is full.');
  expect(replacedWords(done)).not.toContain('could not be read');
  expect(await meaning(deps)).toEqual(before);
});

const FULL = {
  ok: false as const,
  problem: { what: 'The disk is full.', kept: 'All is kept.', todo: 'Free some space.' },
};

test('[COPY-13] a copy that the disk gives back no more is named as that, and is no damage to the cards', async () => {
  await load(deps, 2);
  accepted(await makeCopy(deps, 'asked'));
  deps.advance(1);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  const { copies: own } = deps.platform as { readonly copies: CopiesPlace };
  const withBadDisk: CopiesPlace = {
    ...own,
    async open(each) {
      const content = await own.open(each);
      return content.ok && each === name ? { ok: true, value: unreadable(content.value) } : content;
    },
  };
  const damage = new Damage();
  const platform = { ...deps.platform, copies: withBadDisk };
  const listed = accepted(await createEngine({ ...deps, platform, damage }).ask('copies'));
  expect(listed.map(({ contents }) => contents.ok)).toEqual([false, true]);
  expect(problemOf(listed[0]?.contents as never).what).toContain('This copy cannot be read.');
  expect(damage.isFound).toBe(false);
});

test('[COPY-9] [STORE-23] a copy is restored with its cards also where little space is left', async () => {
  await load(deps, 6);
  const early = await meaning(deps);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  await answerFirst(deps);
  deps.advance(1);
  const room = roomOf(deps.store);
  room.askThrough(async () => LEAST_FREE_BYTES - 1);
  await room.look();
  expect(accepted(await restoreCopy(deps, name)).is).toBe('replaced');
  expect(await meaning(deps)).toEqual(early);
});

test('[COPY-10] what was left behind does not come back from the journal', async () => {
  await load(deps, 6);
  const { name } = accepted(await makeCopy(deps, 'asked'));
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  deps.advance(1);
  accepted(await restoreCopy(deps, name));
  await answerFirst(deps);
  const after = await meaning(deps);
  expect(await meaning(await fromJournal(deps))).toEqual(after);
});

test('[COPY-11] three devices that study apart come to the same, whichever file is merged first', async () => {
  await load(deps, 12);
  const base = await fileOf(deps);
  const [phone, clinic] = [await another(), await another()];
  for (const each of [phone, clinic]) accepted(await replaceByFile(each, base));
  const all = [deps, phone, clinic];
  for (const [index, each] of all.entries()) {
    each.advance(index * 3);
    for (let answers = 0; answers <= index; answers++) await answerFirst(each, 3);
    if (index === 1) accepted(await undoLast(each));
    if (index === 2) await load(each, 2, 'own');
  }
  const files = [];
  for (const each of all) files.push(await fileOf(each));
  for (const [each, order] of [
    [deps, [1, 2]],
    [phone, [2, 0, 2]],
    [clinic, [1, 0]],
  ] as const) {
    for (const index of order) {
      each.advance(1);
      accepted(await mergeFile(each, files[index] as Blob));
    }
  }
  const [one, two, three] = [await meaning(deps), await meaning(phone), await meaning(clinic)];
  expect(two).toEqual(one);
  expect(three).toEqual(one);
  for (const each of all) {
    const devices = (each as unknown as { devices: string[] }).devices;
    const ids = await each.store.operations.toCollection().primaryKeys();
    for (const id of ids) if (!devices.includes(id.slice(0, -11))) devices.push(id.slice(0, -11));
    expect(await meaning(await fromJournal(each))).toEqual(one);
  }
});

test('[COPY-11] a merge that stops once steps of the file are written does not say that nothing was changed', async () => {
  await load(deps, 6);
  const file = await fileOf(deps);
  const fresh = await another();
  const { store } = fresh;
  await load(fresh, 2, 'own');
  const rows = await deps.store.operations.toArray();
  const steps = rows.map((row) => ({ operation: { ...stampOf(row), body: row.body } as Sealed }));
  const dying = connectWriter({ store, start: () => dyingAfter(() => keep(store, steps)) });
  const writer = { ...fresh.writer, merge: dying.merge };
  const problem = problemOf(await mergeFile({ ...fresh, writer }, file));
  expect(problem.what).toBe('The merge stopped when steps of the file were written already.');
  expect(problem.kept).toBe('All that was here is here.');
  // Before, nothing of it was.
  const earlier = connectWriter({ store, start: () => dyingAfter(async () => undefined) });
  const before = { ...fresh.writer, merge: earlier.merge };
  const untouched = problemOf(await mergeFile({ ...fresh, writer: before }, file));
  expect(untouched.kept).toBe('Nothing was changed.');
});

/** A worker that dies when it has done something, and before it can say so. */
function dyingAfter(work: () => Promise<unknown>): Port {
  const listeners = new Map<string, (event: Event) => void>();
  return {
    addEventListener: (type, listener) => listeners.set(type, listener),
    async postMessage(message) {
      if ((message as { readonly kind: string }).kind !== 'call') return;
      await work();
      listeners.get('error')?.(new Event('error'));
    },
  };
}
