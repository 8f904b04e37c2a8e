import { beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { addMedia } from '../../../src/engine/commands/media/media.ts';
import {
  checkCollection,
  mendCollection,
} from '../../../src/engine/commands/settings/check-collection.ts';
import { flagCards } from '../../../src/engine/commands/study/cards.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { readEnds } from '../../../src/engine/journal/ends.ts';
import { JournalKeeper } from '../../../src/engine/journal/keeping/keeper.ts';
import { giveNoNumberBefore, letBeLost } from '../../../src/engine/journal/recovery/missing.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { type Recovered, recover } from '../../../src/engine/journal/recovery/recover.ts';
import { type DeckId, type DeviceId, operationIdOf } from '../../../src/kernel/ids.ts';
import { failed } from '../../../src/kernel/problem.ts';
import { encodeLog } from '../../../src/log/text/codec.ts';
import { decodeLog } from '../../../src/log/text/decode-log.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { DEFAULT_CHOICES } from '../../../src/engine/import/import-look.ts';
import { ONE_PIXEL } from '../../support/a-picture.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  engineOf,
  problemOf,
  queueOf,
  sampleDeck,
  type TestDeps,
} from '../../support/deps.ts';
import { leaveSpace, nearlyFullDisk, usualDisk } from '../../support/full-disk.ts';
import { expectSame, keepJournal, putBack, withJournal } from '../../support/kept-journal.ts';
import { waitFor } from '../../support/wait-for.ts';
import expected from '../../exchange/anki/fixtures/expected.json';
import whole from '../../exchange/anki/fixtures/whole.colpkg?url';

const own = withJournal();
let device: DeviceId;
let files: JournalFiles;
let deps: TestDeps;

beforeEach(async () => {
  ({ device, deps, files } = await own.device());
});

function keep(into: JournalFiles = files): JournalKeeper {
  return keepJournal(deps, into);
}

async function load(notes: number): Promise<void> {
  accepted(await loadDeck(deps, sampleDeck(notes), NO_CHOICE, 'program'));
}

/** All lines of the device's journal, and what is wrong with them. */
async function journal() {
  const paths = accepted(await files.list('journal')).flatMap(({ path }) =>
    path.startsWith('journal/') ? [path] : [],
  );
  const logs = await Promise.all(
    paths.sort().map(async (path) => {
      const text = new TextDecoder().decode(accepted(await files.read(path, 0)));
      return decodeLog(text);
    }),
  );
  return {
    paths,
    lines: logs.flatMap((log) => log.operations) as { id?: string; void?: string }[],
    problems: logs.flatMap((log) => log.problems),
  };
}

async function stored(): Promise<string[]> {
  return (await deps.store.operations.orderBy('id').primaryKeys()) as string[];
}

/** A database without anything, as after the browser has deleted it, and what the journal makes of it. */
async function putBackAlone(): Promise<{ db: RoundsDatabase; report: Recovered }> {
  const db = await own.emptyDatabase();
  const { report } = await putBack(db, files);
  expect(accepted(await missingIn(db, files))).toBeUndefined();
  return { db, report };
}

test('[JOURNAL-1] every operation is a line of the journal when it is accepted', async () => {
  keep();
  await load(6);
  for (let answers = 0; answers < 3; answers++) {
    await answerFirst(deps);
    expect((await journal()).lines.map((line) => line.id)).toEqual(await stored());
  }
  accepted(await undoLast(deps));
  expect((await journal()).lines.map((line) => line.id)).toEqual(await stored());
  expect((await journal()).problems).toEqual([]);
});

test('[JOURNAL-5] a database that is gone comes back from the journal, picture and large body too', async () => {
  keep();
  await load(700);
  const picture = new File([ONE_PIXEL], 'aorta.png', { type: 'image/png' });
  const added = accepted(await addMedia(deps, picture));
  for (let answers = 0; answers < 5; answers++) await answerFirst(deps);
  accepted(await undoLast(deps));
  expect(await deps.store.payloads.count()).toBeGreaterThan(0);
  const { db, report } = await putBackAlone();
  await expectSame(db, deps.store);
  expect(report).toMatchObject({ operations: (await stored()).length, media: 1, lost: [] });
  expect((await db.blobs.get(added.sha256))?.blob.size).toBe(ONE_PIXEL.length);
});

test('[JOURNAL-5] what an import brought comes back from the journal, its files too', async () => {
  const keeper = keep();
  deps.nowMillis = expected.madeAtMillis;
  const engine = engineOf(deps);
  const file = { name: 'whole.colpkg', content: await (await fetch(whole)).blob() };
  accepted(await engine.run('readImport', file));
  const { media } = accepted(await engine.run('runImport', DEFAULT_CHOICES));
  expect(media).toBeGreaterThan(0);
  const hashes = (await deps.store.media.toArray()).map(({ sha256 }) => `media/${sha256}`);
  await waitFor(async () => {
    const listed = accepted(await files.list('media')).map(({ path }) => path);
    expect(listed).toEqual(expect.arrayContaining(hashes));
  });
  expect(keeper.problem).toBeUndefined();
  const { db, report } = await putBackAlone();
  await expectSame(db, deps.store);
  expect(report).toMatchObject({ media: new Set(hashes).size, lost: [] });
});

test('[JOURNAL-5] many steps are worked out together, and come to the same', async () => {
  keep();
  await load(200);
  for (let answers = 0; answers < 320; answers++) {
    const card = (await queueOf(deps, {}, 8)).cards[0];
    if (card) accepted(await answerCard(deps, card, 3, 5));
    else deps.advance(24 * 60);
  }
  const { db } = await putBackAlone();
  await expectSame(db, deps.store);
});

test('[JOURNAL-20] what is put back says how far it is to its end, and killed between two parts it goes on', async () => {
  keep();
  await load(200);
  for (let answers = 0; answers < 310; answers++) {
    const card = (await queueOf(deps, {}, 8)).cards[0];
    if (card) accepted(await answerCard(deps, card, 3, 5));
    else deps.advance(24 * 60);
  }
  const first = await own.emptyDatabase();
  const missing = accepted(await missingIn(first, files));
  if (!missing) throw new Error('nothing is missing');
  const killed = recover(
    first,
    files,
    missing,
    (done, total) => {
      if (done > total * 0.11) throw new Error('killed');
      return true;
    },
    { partSize: 20 },
  );
  await expect(killed).rejects.toThrow('killed');
  const begun = await first.operations.count();
  expect(begun).toBeGreaterThan(0);
  expect(begun).toBeLessThan(missing.operations);
  first.close();

  const second = await own.emptyDatabase(undefined, first.name);
  const rest = accepted(await missingIn(second, files));
  expect(rest?.operations).toBe(missing.operations - begun);
  if (!rest) throw new Error('nothing is missing');
  const heard: number[] = [];
  const watch = (done: number, total: number) => {
    expect(total).toBe(rest.operations);
    heard.push(done);
    return true;
  };
  accepted(await recover(second, files, rest, watch, { partSize: 50 }));
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
  expect(new Set(heard).size).toBeGreaterThan(4);
  expect(heard.at(-1)).toBe(rest.operations);
  await expectSame(second, deps.store);
});

test('[JOURNAL-5] a database that is behind is given what it lacks, and goes on counting from there', async () => {
  keep();
  await load(6);
  await answerFirst(deps);
  const all = await deps.store.operations.toArray();
  const behind = await own.emptyDatabase(device);
  const keeper = new JournalKeeper(deps.store, files);
  accepted(await keeper.catchUp());
  const missing = accepted(await missingIn(behind, files));
  expect(missing).toMatchObject({ operations: all.length, isAll: true });
  if (missing) accepted(await recover(behind, files, missing));
  await answerFirst(deps);
  const next = accepted(await missingIn(behind, files));
  expect(next).toMatchObject({ operations: 1, isAll: false });
  if (next) accepted(await recover(behind, files, next));
  await expectSame(behind, deps.store);
  expect((await behind.device.get('device'))?.nextCounter).toBe(all.length + 1);
});

test('[JOURNAL-4] what was done before there was a journal, or while it failed, is copied later', async () => {
  await load(6);
  await answerFirst(deps);
  let isFull = true;
  const keeper = keep({
    ...files,
    append: async (...given) =>
      isFull ? failed('The disk is full.', 'All is kept.', 'Free space.') : files.append(...given),
  });
  await answerFirst(deps);
  expect(keeper.problem?.what).toBe('The disk is full.');
  expect((await journal()).lines).toEqual([]);
  isFull = false;
  await answerFirst(deps);
  expect(keeper.problem).toBeUndefined();
  expect((await journal()).lines.map((line) => line.id)).toEqual(await stored());
  const { db } = await putBackAlone();
  await expectSame(db, deps.store);
});

test('[JOURNAL-3] a torn line stays, is hidden by none, and the next start goes on after it', async () => {
  keep();
  await load(6);
  await answerFirst(deps);
  const { paths } = await journal();
  const path = paths[0] ?? '';
  const { bytes } = accepted(await files.list('journal')).find((file) => file.path === path) ?? {
    bytes: 0,
  };
  accepted(await files.append(path, bytes, new TextEncoder().encode('0123456789abcdef {"id":"to')));
  // Another start: a keeper that knows nothing yet.
  keep();
  await answerFirst(deps);
  await answerFirst(deps);
  expect((await journal()).lines.map((line) => line.id)).toEqual(await stored());
  const { db, report } = await putBackAlone();
  await expectSame(db, deps.store);
  // Nothing was lost with it: its number was given again.
  expect(report.lost).toEqual([]);
});

test('[JOURNAL-6] damage in the middle is named, and the rest comes back', async () => {
  keep();
  await load(6);
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  const { paths } = await journal();
  const text = new TextDecoder().decode(accepted(await files.read(paths[0] ?? '', 0)));
  const damaged = text
    .split('\n')
    .map((line, index) => (index === 3 ? `${line.slice(0, 60)}##${line.slice(62)}` : line))
    .join('\n');
  const broken: JournalFiles = {
    ...files,
    read: async (path, from) =>
      path === paths[0]
        ? { ok: true, value: new TextEncoder().encode(damaged).slice(from) }
        : files.read(path, from),
  };
  const db = await own.emptyDatabase();
  const missing = accepted(await missingIn(db, broken));
  const report = missing && accepted(await recover(db, broken, missing));
  expect(report?.lost.length).toBeGreaterThan(0);
  expect(report?.lost[0]?.name).toContain('line 4');
  expect(await db.reviews.count()).toBeGreaterThanOrEqual(3);
});

test('[JOURNAL-6] a changed line hides none after it from a database that is behind', async () => {
  keep();
  await load(6);
  for (let answers = 0; answers < 5; answers++) await answerFirst(deps);
  const { paths, lines } = await journal();
  const text = new TextDecoder().decode(accepted(await files.read(paths[0] ?? '', 0)));
  const changed = text
    .split('\n')
    .map((line, index) => (index === 3 ? line.replace('"person"', '"program"') : line))
    .join('\n');
  const broken: JournalFiles = {
    ...files,
    read: async (path, from) =>
      path === paths[0]
        ? { ok: true, value: new TextEncoder().encode(changed).slice(from) }
        : files.read(path, from),
  };
  const behind = await own.emptyDatabase(device);
  await behind.operations.bulkAdd((await deps.store.operations.toArray()).slice(0, -2));
  expect(accepted(await missingIn(behind, broken))).toMatchObject({ operations: 2 });
  expect(lines).toHaveLength((await stored()).length);
});

test('[JOURNAL-6] a file that cannot be read is named, and everything else is put back', async () => {
  keep();
  await load(6);
  await answerFirst(deps);
  const { paths } = await journal();
  const other = `journal/elsewhere-${device}/0000000000.jsonl`;
  const broken: JournalFiles = {
    ...files,
    list: async () => {
      const listed = accepted(await files.list('journal'));
      return { ok: true, value: [...listed, { path: other, bytes: 100 }] };
    },
    read: async (path, from) =>
      path === other ? failed('The file is damaged.', '', '') : files.read(path, from),
  };
  const db = await own.emptyDatabase();
  const missing = {
    operations: 3,
    isAll: true,
    from: new Map([
      [`elsewhere-${device}` as DeviceId, 0],
      [device, 0],
    ]),
    to: new Map([[device, (await stored()).length]]),
  };
  const report = accepted(await recover(db, broken, missing));
  expect(report.lost).toEqual([{ name: other, why: 'The file is damaged.' }]);
  expect(report.operations).toBe((await stored()).length);
  expect(paths).toHaveLength(1);
});

test('[JOURNAL-6] a step that stays lost is missed no more once that is said, and keeps its number', async () => {
  keep();
  await load(6);
  await answerFirst(deps);
  const before = await stored();
  accepted(await loadDeck(deps, sampleDeck(700, 1, 'large' as DeckId), NO_CHOICE, 'program'));
  const withoutPayload: JournalFiles = {
    ...files,
    read: async (path, from) =>
      path.startsWith('payloads/') ? failed('It is gone.', '', '') : files.read(path, from),
  };
  const behind = await own.emptyDatabase(device);
  const missing = accepted(await missingIn(behind, withoutPayload));
  if (!missing) throw new Error('nothing is missing');
  const report = accepted(await recover(behind, withoutPayload, missing));
  const lost = (await stored()).filter((id) => !before.includes(id));
  expect(report.lost.map(({ name }) => name)).toEqual(lost.map((id) => `step ${id}`));
  expect(accepted(await missingIn(behind, withoutPayload))).toMatchObject({ operations: 1 });
  await letBeLost(behind, missing);
  expect(accepted(await missingIn(behind, withoutPayload))).toBeUndefined();
  const next = (await behind.device.get('device'))?.nextCounter;
  expect(next).toBe((await deps.store.device.get('device'))?.nextCounter);
});

test('[JOURNAL-2] what the database refuses is taken back, and its number is given again', async () => {
  keep();
  await load(6);
  const card = await cardOf(deps, 'sample:fact-0000/1');
  const { nextCounter } = (await deps.store.device.get('device')) ?? { nextCounter: 0 };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('no space', 'QuotaExceededError');
  };
  try {
    expect(problemOf(await answerCard(deps, card, 3, 5)).what).toContain('The disk is full');
  } finally {
    IDBObjectStore.prototype.add = add;
  }
  expect(accepted(await missingIn(deps.store, files))).toBeUndefined();
  accepted(await answerCard(deps, await cardOf(deps, 'sample:fact-0001/1'), 4, 5));
  expect((await deps.store.device.get('device'))?.nextCounter).toBe(nextCounter + 1);
  const { db } = await putBackAlone();
  await expectSame(db, deps.store);
});

test('[JOURNAL-16] an answer waits for no part of what a journal that is far behind lacks', async () => {
  await load(4);
  const { id } = await cardOf(deps, 'sample:fact-0001/1');
  for (let step = 0; step < 300; step++) {
    accepted(await flagCards(deps, [id], step % 2 === 0 ? 1 : 0));
  }
  let goOn = (): void => {};
  const mayGoOn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let caughtUp: ReturnType<JournalKeeper['catchUp']> | undefined;
  await new Promise<void>((isWriting) => {
    const keeper = keep({
      ...files,
      append: async (...given) => {
        isWriting();
        await mayGoOn;
        return files.append(...given);
      },
    });
    caughtUp = keeper.catchUp(async () => undefined);
  });
  await answerFirst(deps);
  expect((await journal()).lines).toEqual([]);
  goOn();
  await caughtUp;
  expect((await journal()).lines).toHaveLength(await deps.store.operations.count());
  expect(accepted(await missingIn(deps.store, files))).toBeUndefined();
});

test('[STORE-16] [JOURNAL-16] a journal that is being completed is none that has all', async () => {
  await load(4);
  const { id } = await cardOf(deps, 'sample:fact-0001/1');
  for (let step = 0; step < 300; step++) {
    accepted(await flagCards(deps, [id], step % 2 === 0 ? 1 : 0));
  }
  let goOn = (): void => {};
  const mayGoOn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isWriting = (): void => {};
  const hasBegun = new Promise<void>((resolve) => {
    isWriting = resolve;
  });
  const keeper = keep({
    ...files,
    append: async (...given) => {
      isWriting();
      await mayGoOn;
      return files.append(...given);
    },
  });
  const caughtUp = keeper.catchUp(async () => undefined);
  await hasBegun;
  await answerFirst(deps);
  expect(keeper.problem?.kept).toBe('Everything is in the database.');
  goOn();
  accepted(await caughtUp);
  expect(keeper.problem).toBeUndefined();
  expect(accepted(await missingIn(deps.store, files))).toBeUndefined();
  expect((await journal()).lines).toHaveLength(await deps.store.operations.count());
});

test('[JOURNAL-2] numbers that were given elsewhere keep no step out of the journal', async () => {
  keep();
  await load(4);
  await giveNoNumberBefore(deps.store, new Map([[device, 5_000]]));
  await answerFirst(deps);
  await answerFirst(deps);
  expect((await journal()).lines.map((line) => line.id)).toEqual(await stored());
});

test('[JOURNAL-6] of an end that is read from its middle, a line that nothing vouches for gives no number', async () => {
  const many = Array.from({ length: 4000 }, (_, counter) => ({
    ...{ id: operationIdOf(device, counter), deviceId: device, counter },
    body: { kind: 'flag', cardIds: ['a card with a name that is long enough to fill a file'] },
  }));
  const { text } = encodeLog(many);
  const tail = text.length - 512 * 1024;
  const line = text.indexOf('\n', tail) + 1;
  const place = text.indexOf(`"id":"${device}:`, line) + `"id":"${device}:`.length;
  const changed = `${text.slice(0, place)}9${text.slice(place + 1)}`;
  const bytes = new TextEncoder().encode(changed);
  const path = `journal/${device}/0000000000.jsonl`;
  const ends = await readEnds({
    ...files,
    list: async () => ({ ok: true, value: [{ path, bytes: bytes.length }] }),
    read: async (_path, from) => ({ ok: true, value: bytes.slice(from) }),
  });
  expect(accepted(ends).get(device)?.next).toBe(4000);
});

test('[JOURNAL-2] on a really full disk nothing is done in one store alone', async () => {
  deps.close();
  await nearlyFullDisk();
  try {
    ({ deps } = await own.device(device));
    const keeper = keep();
    await load(4);
    await leaveSpace(0);
    for (let tries = 0; tries < 5; tries++) {
      const card = (await queueOf(deps, {}, 8)).cards[0];
      if (card) await answerCard(deps, card, 3, 5);
    }
    await leaveSpace(undefined);
    accepted(await keeper.catchUp());
    expect(accepted(await missingIn(deps.store, files))).toBeUndefined();
    const { db } = await putBackAlone();
    await expectSame(db, deps.store);
  } finally {
    await usualDisk();
  }
});

test('[LOG-27] [LOG-28] [JOURNAL-4] a step that the journal has and the log lacks is named, and put back', async () => {
  await load(3);
  const keeper = keep();
  await answerFirst(deps);
  await answerFirst(deps);
  accepted(await keeper.catchUp());
  const checked = { ...deps, platform: { ...deps.platform, journal: files } };
  expect(accepted(await checkCollection(checked)).wasSound).toBe(true);
  const before = await hashOf(deps.store);
  const [first, last] = [operationIdOf(device, 0), operationIdOf(device, 2)];
  await deps.store.operations.bulkDelete([first, last]);
  const check = accepted(await checkCollection(checked));
  expect(check.journal?.missing).toEqual([first, last]);
  expect(check.offered).toContain('steps');
  expect(accepted(await mendCollection(checked, ['steps'])).steps).toBe(2);
  expect(await hashOf(deps.store)).toBe(before);
  expect(accepted(await checkCollection(checked)).wasSound).toBe(true);
});
