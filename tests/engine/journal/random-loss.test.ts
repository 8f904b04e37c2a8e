import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { redoLast, undoLast } from '../../../src/engine/commands/study/undo.ts';
import { DEFAULT_CHOICES } from '../../../src/engine/import/import-look.ts';
import { JournalKeeper } from '../../../src/engine/journal/keeping/keeper.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { recover } from '../../../src/engine/journal/recovery/recover.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { keepSecondCopy } from '../../../src/store/place/second-copy.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  engineOf,
  freshName,
  sampleDeck,
  type TestDeps,
  testDeps,
} from '../../support/deps.ts';
import { onlyOf, realJournal } from '../../support/journal.ts';
import expected from '../../exchange/anki/fixtures/expected.json';
import oldest from '../../exchange/anki/fixtures/oldest.apkg?url';

const real = realJournal();
const step = fc.constantFrom(
  'answer',
  'answer',
  'undo',
  'redo',
  /** A package with answers, types, options and pictures: one step, whose contents stand beside the log. */
  'import',
  /** A table of some notes; the second brings them up to date. */
  'import a table',
  /** Another start: a keeper that knows nothing yet. */
  'restart',
  /** A line that a kill left half written. */
  'torn line',
  /** The journal is not written for a while, and completed later. */
  'journal off',
  'journal on',
  /** The database as it is now, to go back to. */
  'remember',
  'database behind',
  'database gone',
  /** And the program is killed while it is put back: in reading, in writing, in working out. */
  'killed twice',
);

/** The collection that lost nothing is the model; each loss is made on a database beside it. */
test('[JOURNAL-4] [JOURNAL-5] whatever is done, and whatever one of the two stores loses, the other gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const device = `random-${crypto.randomUUID()}` as DeviceId;
      const files = onlyOf(real, [device]);
      const deps = await testDeps(MADE, device);
      const start = () => keepSecondCopy(deps.store, new JournalKeeper(deps.store, files));
      try {
        start();
        accepted(await loadDeck(deps, sampleDeck(6), NO_CHOICE, 'program'));
        let remembered: Rows = [];
        let isKept = true;
        let tables = 0;
        for (const each of steps) {
          if (each === 'answer') await answerFirst(deps);
          else if (each === 'undo') await undoLast(deps);
          else if (each === 'redo') await redoLast(deps);
          else if (each === 'import') await imported(deps, 'oldest.apkg', await anki);
          else if (each === 'import a table') await imported(deps, 'table.csv', tableOf(++tables));
          else if (each === 'remember') remembered = await rowsOf(deps.store);
          else if (each === 'torn line') await tear(files);
          else if (each === 'journal off') {
            keepSecondCopy(deps.store, OFF);
            isKept = false;
          } else if (each === 'restart' || each === 'journal on') {
            start();
            isKept = true;
          } else if (isKept) {
            const rows = each === 'database behind' ? remembered : [];
            await expectBack(deps, files, rows, each === 'killed twice' ? [2, 3] : []);
          }
        }
        await expectBack(deps, files, []);
      } finally {
        deps.close();
      }
    }),
    { numRuns: 8, seed: 12, endOnFailure: true },
  );
});

/** Nothing in the package is dated later. */
const MADE = new Date(expected.madeAtMillis).toISOString();
const anki = fetch(oldest).then((answer) => answer.blob());

/** Three notes, of which one is other than in the table before. */
function tableOf(number: number): Blob {
  return new Blob([`Which nerve?,Vagus\nWhich lobe?,Table ${number}\nWhich valve?,Mitral\n`]);
}

async function imported(deps: TestDeps, name: string, content: Blob): Promise<void> {
  const engine = engineOf(deps);
  accepted(await engine.run('readImport', { name, content }));
  accepted(await engine.run('runImport', DEFAULT_CHOICES));
}

const OFF = {
  add: async () => {},
  takeBack: async () => {},
  catchUp: async () => ({}),
  writeAgain: async () => ({}),
};

type Rows = readonly (readonly [table: string, rows: unknown[]])[];

async function rowsOf(db: RoundsDatabase): Promise<Rows> {
  return Promise.all(db.tables.map(async (each) => [each.name, await each.toArray()] as const));
}

async function tear(files: JournalFiles): Promise<void> {
  const own = accepted(await files.list('journal')).filter(({ path }) => path.includes('/random-'));
  const last = own.sort((a, b) => (a.path < b.path ? -1 : 1)).at(-1);
  const half = new TextEncoder().encode('0123456789abcdef {"id":"to');
  if (last) accepted(await files.append(last.path, last.bytes, half));
}

/** A database with `rows` and the journal come to the model. */
async function expectBack(
  deps: TestDeps,
  files: JournalFiles,
  rows: Rows,
  kills: readonly number[] = [],
): Promise<void> {
  // What a start does in a quiet moment, with a keeper that has to find the end of the journal.
  await new JournalKeeper(deps.store, files).catchUp();
  const name = freshName();
  const open = async () => accepted(await openDatabase(() => `new-${name}`, undefined, { name }));
  let db = await open();
  try {
    for (const [table, all] of rows) {
      await db.table(table).clear();
      await db.table(table).bulkAdd(all);
    }
    for (const reports of kills) {
      await killedAfter(reports, db, files);
      db.close();
      db = await open();
    }
    const missing = accepted(await missingIn(db, files));
    if (missing) accepted(await recover(db, files, missing));
    expect(accepted(await missingIn(db, files))).toBeUndefined();
    expect(await hashOf(db)).toBe(await hashOf(deps.store));
    expect(await historyHashOf(db)).toBe(await historyHashOf(deps.store));
  } finally {
    await db.delete();
  }
}

/** Put back in parts of three steps, until so many reports were made. */
async function killedAfter(reports: number, db: RoundsDatabase, files: JournalFiles) {
  const missing = accepted(await missingIn(db, files));
  if (!missing) return;
  let heard = 0;
  const watch = () => {
    if (++heard === reports) throw new Error('killed');
    return true;
  };
  await recover(db, files, missing, watch, { partSize: 3 }).catch(() => {});
}
