import { afterEach, beforeEach, expect, test } from 'vitest';
import { bringInFromFolder } from '../../../src/engine/commands/copies/bring-in.ts';
import { addMedia } from '../../../src/engine/commands/media/media.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { FolderJournal } from '../../../src/engine/journal/folder/folder-journal.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { recover } from '../../../src/engine/journal/recovery/recover.ts';
import { failed, type Result } from '../../../src/kernel/problem.ts';
import type { ChosenFolder } from '../../../src/platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { receive } from '../../../src/store/log/receive.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { stampOf } from '../../../src/store/log/log-rows.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { withStick } from '../../support/chosen-folder.ts';
import { ONE_PIXEL } from '../../support/a-picture.ts';
import { accepted, answerFirst, freshName, problemOf, type TestDeps } from '../../support/deps.ts';

const stick = withStick();
const { folder } = stick;
const opened: { close(): void }[] = [];
let deps: TestDeps;
let journal: FolderJournal;

beforeEach(async () => {
  deps = stick.deps();
  accepted(await folder().choose());
  journal = keptIn(folder());
});
afterEach(() => {
  journal.end();
  for (const each of opened.splice(0)) each.close();
  localStorage.clear();
});

/** No time passes by itself: a test says when what is due is done. */
function keptIn(own: ChosenFolder, store = deps.store): FolderJournal {
  const nowMillis = () => deps.nowMillis;
  const after = () => () => {};
  return new FolderJournal({ store, folder: own, journal: undefined, nowMillis, after });
}

async function idsIn(path: string): Promise<string[]> {
  const text = new TextDecoder().decode(accepted(await folder().journal.read(path, 0)));
  return [...text.matchAll(/"id":"([^"]+:\d{10})"/g)].map(([, id = '']) => id);
}

async function paths(): Promise<string[]> {
  return accepted(await folder().journal.list('journal'))
    .map(({ path }) => path)
    .sort();
}

async function stored(db: RoundsDatabase = deps.store): Promise<string[]> {
  return (await db.operations.orderBy('id').primaryKeys()) as string[];
}

async function fresh(deviceId = `new-${freshName()}`): Promise<RoundsDatabase> {
  const name = freshName();
  const db = accepted(await openDatabase(() => deviceId, undefined, { name }));
  opened.push({
    close: () => {
      db.close();
      indexedDB.deleteDatabase(name);
    },
  });
  return db;
}

const OWN = 'journal/device-a/0000000000.jsonl';
const NO_JOURNAL: JournalFiles = {
  list: async () => ({ ok: true, value: [] }),
  read: async () => failed('none', 'none', 'none'),
  append: async () => failed('none', 'none', 'none'),
  put: async () => failed('none', 'none', 'none'),
};

test('[JOURNAL-12] every step is in the folder, with pictures, and nothing is left to be written', async () => {
  accepted(await addMedia(deps, picture()));
  await journal.catchUp();
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  accepted(await undoLast(deps));
  await journal.catchUp();
  expect(await idsIn(OWN)).toEqual(await stored());
  expect(journal.standing).toEqual({ lacks: 0, has: 0 });
  expect(accepted(await folder().journal.list('media'))).toHaveLength(1);
});

test('[JOURNAL-12] an answer does not wait for a folder that never answers, and is not refused', async () => {
  journal.end();
  const silent: ChosenFolder = {
    ...folder(),
    journal: { ...folder().journal, list: () => new Promise(() => {}) },
  };
  journal = keptIn(silent);
  void journal.catchUp();
  const before = (await stored()).length;
  await answerFirst(deps);
  expect((await stored()).length).toBe(before + 1);
  journal.end();
});

test('[JOURNAL-12] a step that is done while the folder is being written to follows by itself', async () => {
  journal.end();
  accepted(await addMedia(deps, picture()));
  let goOn = (): void => {};
  const mayGoOn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const due: (() => void)[] = [];
  let catchingUp: Promise<void> | undefined;
  await new Promise<void>((isWriting) => {
    const slow: ChosenFolder = {
      ...folder(),
      journal: {
        ...folder().journal,
        put: async (...given) => {
          isWriting();
          await mayGoOn;
          return folder().journal.put(...given);
        },
      },
    };
    const after = (work: () => void) => {
      due.push(work);
      return () => {};
    };
    const nowMillis = () => deps.nowMillis;
    const { store } = deps;
    journal = new FolderJournal({ store, folder: slow, journal: undefined, nowMillis, after });
    catchingUp = journal.catchUp();
  });
  await answerFirst(deps);
  // Two seconds later a picture is still on its way.
  for (const work of due.splice(0)) work();
  goOn();
  await catchingUp;
  await expect.poll(() => idsIn(OWN), { timeout: 5_000 }).toEqual(await stored());
  await expect.poll(() => journal.standing, { timeout: 5_000 }).toEqual({ lacks: 0, has: 0 });
});

test('[JOURNAL-13] what fails in a way that nobody foresaw is tried again by itself, and anew', async () => {
  journal.end();
  const due: number[] = [];
  let fails = true;
  const breaking: ChosenFolder = {
    ...folder(),
    journal: {
      ...folder().journal,
      append: (...given) =>
        fails ? Promise.reject(new Error('strange')) : folder().journal.append(...given),
    },
  };
  const after = (_work: () => void, millis: number) => {
    due.push(millis);
    return () => {};
  };
  const nowMillis = () => deps.nowMillis;
  const { store } = deps;
  journal = new FolderJournal({ store, folder: breaking, journal: undefined, nowMillis, after });
  await journal.catchUp();
  expect(journal.standing?.problem?.todo).toBe('It is tried again by itself.');
  expect(due).toEqual([60_000]);
  fails = false;
  await journal.catchUp();
  expect(journal.standing).toEqual({ lacks: 0, has: 0 });
});

test('[JOURNAL-12] where the page’s own storage is full, what is written is no failure', async () => {
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  try {
    await journal.catchUp();
  } finally {
    Storage.prototype.setItem = setItem;
  }
  expect(journal.standing).toEqual({ lacks: 0, has: 0 });
  expect(await idsIn(OWN)).toEqual(await stored());
});

test('[JOURNAL-14] database and journal gone: the collection comes back from the folder alone', async () => {
  accepted(await addMedia(deps, picture()));
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  await journal.catchUp();
  const db = await fresh();
  const missing = accepted(await missingIn(db, NO_JOURNAL, undefined, folder()));
  expect(missing).toMatchObject({ isFromFolder: true, isAll: true });
  if (!missing) return;
  const report = accepted(await recover(db, NO_JOURNAL, missing, undefined, { folder: folder() }));
  expect(await hashOf(db)).toBe(await hashOf(deps.store));
  expect(await historyHashOf(db)).toBe(await historyHashOf(deps.store));
  expect(report).toMatchObject({ media: 1, lost: [], fromFolder: (await stored()).length });
});

test('[JOURNAL-14] a hole in the journal beside the database is filled from the folder', async () => {
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  await journal.catchUp();
  const own = folder().journal;
  const holed: JournalFiles = {
    ...own,
    async read(path, from) {
      const read = await own.read(path, from);
      if (!read.ok || path !== OWN || from > 0) return read;
      const lines = new TextDecoder().decode(read.value).split('\n');
      return { ok: true, value: new TextEncoder().encode(lines.toSpliced(3, 1).join('\n')) };
    },
  };
  const db = await fresh();
  const missing = accepted(await missingIn(db, holed));
  if (!missing) throw new Error('nothing is missing');
  const report = accepted(await recover(db, holed, missing, undefined, { folder: folder() }));
  expect(report).toMatchObject({ fromFolder: 1, lost: [], copies: [] });
  expect(await hashOf(db)).toBe(await hashOf(deps.store));
});

test('[JOURNAL-13] a folder that was away gets what it lacks, after a torn line too', async () => {
  await journal.catchUp();
  const sinceMillis = deps.nowMillis;
  let isAway = true;
  const away = (result: Result<never>) => async () => result;
  const gone: JournalFiles = { ...folder().journal };
  const leaving: ChosenFolder = {
    ...folder(),
    get journal() {
      return isAway ? { ...gone, list: away(PULLED_OUT), append: away(PULLED_OUT) } : gone;
    },
  };
  journal.end();
  journal = keptIn(leaving);
  for (let answers = 0; answers < 3; answers++) {
    await answerFirst(deps);
    deps.advance(1);
  }
  await journal.catchUp();
  expect(journal.standing).toMatchObject({ lacks: 3, sinceMillis, problem: PULLED_OUT_SAID });
  // It was pulled out in the middle of a line.
  const size = accepted(await gone.list('journal')).find(({ path }) => path === OWN)?.bytes ?? 0;
  accepted(await gone.append(OWN, size, new TextEncoder().encode('0123456789abcdef {"atMi')));
  isAway = false;
  await journal.catchUp();
  expect(journal.standing).toEqual({ lacks: 0, has: 0 });
  expect(await idsIn(OWN)).toEqual(await stored());
  const db = await fresh();
  const missing = accepted(await missingIn(db, NO_JOURNAL, undefined, folder()));
  if (!missing) throw new Error('nothing is missing');
  accepted(await recover(db, NO_JOURNAL, missing, undefined, { folder: folder() }));
  expect(await hashOf(db)).toBe(await hashOf(deps.store));
});

test('[JOURNAL-13] another device’s files are its own: what they lack stands beside them', async () => {
  const other = await fresh('device-b');
  const steps = async () =>
    (await deps.store.operations.toArray()).map((row) => ({ ...stampOf(row), body: row.body }));
  await receive(other, await steps());
  await journal.catchUp();
  const [before] = await Promise.all([folder().journal.read(OWN, 0)]);
  await answerFirst(deps);
  await receive(other, await steps());
  const theirs = keptIn(folder(), other);
  await theirs.catchUp();
  theirs.end();
  expect(await folder().journal.read(OWN, 0)).toEqual(before);
  const [carried = '', ...rest] = (await paths()).filter((path) => path !== OWN);
  expect(rest).toEqual([]);
  expect(carried).toMatch(/^journal\/device-a_by_[0-9a-f]{8}\/0000000001\.jsonl$/);
  expect(await idsIn(carried)).toEqual((await stored()).slice(-1));
  // Once its own device has written it, nothing is written twice.
  await journal.lookAnew();
  expect(await idsIn(OWN)).toEqual((await stored()).slice(0, 1));
  expect(journal.standing).toEqual({ lacks: 0, has: 0 });
});

test('[JOURNAL-15] what the folder has and is not here is counted, and comes in when it is asked for', async () => {
  await answerFirst(deps);
  await journal.catchUp();
  const there = await hashOf(deps.store);
  const ids = await stored();
  const empty = await fresh('device-a');
  const theirs = keptIn(folder(), empty);
  await theirs.catchUp();
  expect(theirs.standing).toMatchObject({ has: ids.length, lacks: 0 });
  // Its own numbers are elsewhere: the next step is given none of them.
  expect((await empty.device.get('device'))?.nextCounter).toBe(ids.length);
  const here: TestDeps = Object.assign(Object.create(deps) as TestDeps, { store: empty });
  const report = accepted(await bringInFromFolder(here));
  expect(report?.operations).toBe(ids.length);
  expect(await hashOf(empty)).toBe(there);
  await theirs.catchUp();
  expect(theirs.standing).toEqual({ lacks: 0, has: 0 });
  theirs.end();
  expect(accepted(await bringInFromFolder(here))).toBeUndefined();
});

test('[JOURNAL-12] steps left behind by a restoring are not counted, and do not come back', async () => {
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  await journal.catchUp();
  const ids = await stored();
  const inForce = { [String('device-a')]: ids.length - 1 };
  const restored: JournalFiles = {
    ...NO_JOURNAL,
    list: async () => ({
      ok: true,
      value: [{ path: 'journal/_in-force/0000000000.jsonl', bytes: 1 }],
    }),
    read: async () => ({ ok: true, value: await inForceText(inForce) }),
  };
  const now = await fresh('device-c');
  const steps = (await deps.store.operations.toArray()).slice(0, -1);
  await receive(
    now,
    steps.map((row) => ({ ...stampOf(row), body: row.body })),
  );
  const nowMillis = () => deps.nowMillis;
  const own = { store: now, folder: folder(), journal: restored, nowMillis, after: () => () => {} };
  const kept = new FolderJournal(own);
  await kept.catchUp();
  kept.end();
  expect(kept.standing).toEqual({ lacks: 0, has: 0 });
  // Two devices do not answer each other for ever.
  const before = accepted(await folder().journal.list('journal'));
  await journal.catchUp();
  await new FolderJournal(own).catchUp();
  expect(accepted(await folder().journal.list('journal'))).toEqual(before);
  const db = await fresh();
  const missing = accepted(await missingIn(db, NO_JOURNAL, undefined, folder()));
  expect(missing?.operations).toBe(ids.length - 1);
});

test('[JOURNAL-13] where the browser asks again first, that is said', async () => {
  journal.end();
  const asking: ChosenFolder = {
    ...folder(),
    known: async () => ({ ok: true, value: { name: 'stick', mayUse: false } }),
  };
  journal = keptIn(asking);
  await journal.catchUp();
  expect(problemOf({ ok: false, problem: journal.standing?.problem } as never).todo).toContain(
    'Allow again',
  );
});

const PULLED_OUT_SAID = { what: 'The disk went away.', kept: 'All is saved.', todo: 'Plug it in.' };
const PULLED_OUT: Result<never> = { ok: false, problem: PULLED_OUT_SAID };

async function inForceText(inForce: Record<string, number>): Promise<Uint8Array> {
  const { encodeLog } = await import('../../../src/log/text/codec.ts');
  return new TextEncoder().encode(encodeLog([{ inForce }]).text);
}

function picture(): File {
  return new File([ONE_PIXEL], 'a.png', { type: 'image/png' });
}
