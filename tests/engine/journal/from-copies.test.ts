import { beforeEach, expect, test } from 'vitest';
import { makeCopy } from '../../../src/engine/commands/copies/copies.ts';
import { restoreCopy } from '../../../src/engine/commands/copies/restore.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { letBeLost, type Missing } from '../../../src/engine/journal/recovery/missing.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { type Recovered, recover } from '../../../src/engine/journal/recovery/recover.ts';
import { failed, ok } from '../../../src/kernel/problem.ts';
import type { CopiesPlace } from '../../../src/platform/copies/copies-place.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { createWebPlatform } from '../../../src/platform/web.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { unreadable } from '../../support/unreadable.ts';
import { accepted, answerFirst, sampleDeck, type TestDeps } from '../../support/deps.ts';
import { expectSame, keepJournal, putBack, withJournal } from '../../support/kept-journal.ts';

const own = withJournal();
const place = createWebCopies(
  () =>
    new Worker(new URL('../../../src/platform/copies/copies-worker.ts', import.meta.url), {
      type: 'module',
    }),
);
let device: string;
let deps: TestDeps;
let journal: JournalFiles;

beforeEach(async () => {
  for (const name of accepted(await place.list())) accepted(await place.remove(name));
  const seen = ['_in-force'];
  ({ device, deps, files: journal } = await own.device(undefined, seen));
  Object.assign(deps, {
    platform: createWebPlatform(journal, place),
    newId: () => {
      seen.push(crypto.randomUUID());
      return seen.at(-1);
    },
  });
  keepJournal(deps, journal);
  accepted(await loadDeck(deps, sampleDeck(8), NO_CHOICE, 'program'));
});

async function answers(number: number): Promise<void> {
  for (let given = 0; given < number; given++) await answerFirst(deps);
}

async function copy(): Promise<string> {
  deps.advance(1);
  return accepted(await makeCopy(deps, 'asked')).name;
}

async function back(
  files: JournalFiles,
  copies: CopiesPlace = place,
): Promise<{ db: RoundsDatabase; report: Recovered; missing: Missing }> {
  const db = await own.emptyDatabase();
  return { db, ...(await putBack(db, files, { place: copies })) };
}

/** The journal, its lines changed by `change` where they are read. */
function linesChanged(change: (lines: string[]) => string[]): JournalFiles {
  return {
    ...journal,
    async read(path, from) {
      const read = await journal.read(path, 0);
      if (!read.ok || !path.includes(device)) return journal.read(path, from);
      const text = change(new TextDecoder().decode(read.value).split('\n')).join('\n');
      return ok(new TextEncoder().encode(text).slice(from));
    },
    async list(folder) {
      const listed = accepted(await journal.list(folder));
      if (folder !== 'journal') return ok(listed);
      const sized = listed.map(async (file) => {
        const bytes = accepted(await this.read(file.path, 0)).length;
        return { ...file, bytes };
      });
      return ok(await Promise.all(sized));
    },
  };
}

/** No device's file is left. */
const noJournal = (): JournalFiles => ({ ...journal, list: async () => ok([]) });

/** The copies as they are, but for those that `damaged` names: a bit in their middle is turned. */
function withDamage(damaged: (name: string) => boolean): CopiesPlace {
  return {
    ...place,
    async open(name) {
      const content = await place.open(name);
      if (!content.ok || !damaged(name)) return content;
      const bytes = new Uint8Array(await content.value.arrayBuffer());
      const middle = Math.floor(bytes.length / 3);
      bytes[middle] = (bytes[middle] ?? 0) ^ 4;
      return ok(new Blob([bytes]));
    },
  };
}

test('[JOURNAL-9] a hole in the journal is filled from the newest copy, and all is as it was', async () => {
  await answers(3);
  await copy();
  await answers(2);
  const { db, report } = await back(linesChanged((lines) => lines.toSpliced(2, 2)));
  await expectSame(db, deps.store);
  expect(report.lost).toEqual([]);
  expect(report.copies).toMatchObject([{ steps: 2 }]);
});

test('[JOURNAL-9] a line that was changed gives way to what the copy says', async () => {
  await answers(3);
  await copy();
  await answers(1);
  const changed = linesChanged((lines) =>
    lines.map((line, at) => (at === 3 ? line.replace('"grade":3', '"grade":1') : line)),
  );
  const { db, report } = await back(changed);
  await expectSame(db, deps.store);
  expect(report.lost).toEqual([]);
});

test('[JOURNAL-9] the end of the journal is gone: the copy goes further', async () => {
  await answers(4);
  await copy();
  const { db, report } = await back(linesChanged((lines) => [...lines.slice(0, 3), '']));
  await expectSame(db, deps.store);
  expect(report.copies).toMatchObject([{ steps: 3 }]);
});

test('[JOURNAL-9] a large body that is gone comes from the copy', async () => {
  accepted(await loadDeck(deps, sampleDeck(700, 2, 'large'), NO_CHOICE, 'program'));
  await copy();
  const without: JournalFiles = {
    ...journal,
    read: async (path, from) =>
      path.startsWith('payloads/') ? failed('It is gone.', '', '') : journal.read(path, from),
  };
  const { db, report } = await back(without);
  await expectSame(db, deps.store);
  expect(report).toMatchObject({ lost: [], copies: [{ steps: 1 }] });
});

test('[JOURNAL-9] a journal that is gone: an empty database is no first start', async () => {
  await answers(3);
  await copy();
  const { db, report, missing } = await back(noJournal());
  expect(missing).toMatchObject({ operations: 4, isAll: true, isFromCopies: true });
  await expectSame(db, deps.store);
  expect(report).toMatchObject({ operations: 4, lost: [], copies: [{ steps: 4 }] });
  expect(accepted(await missingIn(db, noJournal(), place))).toBeUndefined();
});

test('[JOURNAL-9] [JOURNAL-19] a journal of which nothing can be read is none: the copy is asked', async () => {
  await answers(3);
  await copy();
  const zeros: JournalFiles = {
    ...journal,
    async read(path, from) {
      const read = await journal.read(path, from);
      return read.ok && path.includes(device) ? ok(new Uint8Array(read.value.length)) : read;
    },
  };
  const { db, report, missing } = await back(zeros);
  expect(missing).toMatchObject({ operations: 4, isAll: true, isFromCopies: true });
  await expectSame(db, deps.store);
  expect(report).toMatchObject({ operations: 4, lost: [], copies: [{ steps: 4 }] });
});

test('[JOURNAL-9] a journal that cannot be reached: the copy is asked', async () => {
  await answers(2);
  await copy();
  const gone = async () => failed('The folder is gone.', '', '');
  const { db } = await back({ ...journal, list: gone, read: gone });
  await expectSame(db, deps.store);
});

test('[JOURNAL-9] without a journal a database that went back in time is noticed', async () => {
  await answers(1);
  const before = await Promise.all(
    deps.store.tables.map(async (table) => [table, await table.toArray()] as const),
  );
  await answers(3);
  await copy();
  const meant = [await hashOf(deps.store), await historyHashOf(deps.store)];
  for (const [table, rows] of before) {
    await table.clear();
    await table.bulkPut(rows);
  }
  const missing = accepted(await missingIn(deps.store, noJournal(), place));
  expect(missing).toMatchObject({ operations: 3, isAll: false });
  if (missing) accepted(await recover(deps.store, noJournal(), missing, undefined, { place }));
  expect([await hashOf(deps.store), await historyHashOf(deps.store)]).toEqual(meant);
  expect(accepted(await missingIn(deps.store, noJournal(), place))).toBeUndefined();
});

test('[JOURNAL-9] the newest copy is damaged: the one before it is used, and both are told', async () => {
  await answers(2);
  await copy();
  await answers(2);
  const damaged = await copy();
  const hole = linesChanged((lines) => lines.toSpliced(2, 1));
  const { db, report } = await back(
    hole,
    withDamage((name) => name === damaged),
  );
  await expectSame(db, deps.store);
  expect(report.copies).toMatchObject([{ unread: expect.any(String) }, { steps: 1 }]);
});

test('[JOURNAL-9] the disk gives the newest copy back no more: the one before it is used, and both are told', async () => {
  await answers(2);
  await copy();
  await answers(1);
  const lost = await copy();
  const withBadDisk: CopiesPlace = {
    ...place,
    async open(name) {
      const content = await place.open(name);
      return content.ok && name === lost ? ok(unreadable(content.value)) : content;
    },
  };
  const { db, report, missing } = await back(noJournal(), withBadDisk);
  expect(missing).toMatchObject({ operations: 3, isAll: true, isFromCopies: true });
  expect(report).toMatchObject({ operations: 3, copies: [{ unread: expect.any(String) }, {}] });
  expect(await db.operations.count()).toBe(3);
});

test('[JOURNAL-9] what neither has is named, and the rest comes back', async () => {
  await answers(2);
  await copy();
  await answers(4);
  // Number 1 is in the copy; of 4 and 5 nothing is left.
  const hole = linesChanged((lines) => lines.filter((_, at) => ![2, 5, 6].includes(at)));
  const { db, report } = await back(hole);
  expect(report.lost.map(({ name }) => name)).toContain(`steps ${device}:0000000004 to 0000000005`);
  expect(await db.operations.count()).toBe(5);
});

test('[JOURNAL-9] copies that cannot be read are said by name, once', async () => {
  await answers(1);
  await copy();
  const damaged = withDamage(() => true);
  const { db, report, missing } = await back(noJournal(), damaged);
  expect(report).toMatchObject({ operations: 0, copies: [{ unread: expect.any(String) }] });
  await letBeLost(db, missing);
  expect(accepted(await missingIn(db, noJournal(), damaged))).toBeUndefined();
});

test('[JOURNAL-9] [COPY-10] what a restoring left behind does not come back from a copy', async () => {
  await answers(2);
  const then = await copy();
  await answers(3);
  accepted(await restoreCopy(deps, then));
  await answers(1);
  const { db } = await back(journal);
  await expectSame(db, deps.store);
  expect(await db.reviews.count()).toBe(3);
});
